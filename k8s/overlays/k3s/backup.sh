#!/bin/sh
# One dump of the whole database, and those older than BACKUP_KEEP_DAYS removed. Where the server is: PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD.
set -eu
: "${BACKUP_FOLDER:?}" "${BACKUP_KEEP_DAYS:?}" "${PGDATABASE:?}"
file="$BACKUP_FOLDER/$PGDATABASE-$(date -u +%Y%m%dT%H%M%SZ).dump"
# Under another name until it is whole: what is called .dump can be restored.
trap 'rm -f "$file.part"' EXIT
pg_dump --format=custom --no-owner --no-privileges --lock-wait-timeout=60s --file="$file.part"
pg_restore --list "$file.part" >/dev/null
mv "$file.part" "$file"
find "$BACKUP_FOLDER" -name "$PGDATABASE-*.dump" -type f -mtime "+$BACKUP_KEEP_DAYS" -delete
echo "$file: $(wc -c <"$file") bytes"
