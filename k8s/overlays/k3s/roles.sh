#!/bin/sh
# Roles of the database: an owner, whom Api schema apply connects as, and one that serves and can create nothing (docs/decisions/0179). Run by the image at the
# first start of an empty volume; can be run again, which sets the passwords. Where the server is: PGHOST, PGPORT, PGUSER, PGPASSWORD, else its socket.
set -eu
: "${POSTGRES_USER:?}" "${POSTGRES_DB:?}" "${DB_OWNER_USER:?}" "${DB_OWNER_PASSWORD:?}" "${DB_USER:?}" "${DB_PASSWORD:?}"
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
  --set=db="$POSTGRES_DB" --set=owner="$DB_OWNER_USER" --set=serving="$DB_USER" <<'SQL'
\getenv owner_password DB_OWNER_PASSWORD
\getenv serving_password DB_PASSWORD
select format('create role %I', name) from (values (:'owner'), (:'serving')) roles (name)
where not exists (select from pg_roles where rolname = name) \gexec
alter role :"owner" login nosuperuser nocreatedb nocreaterole noreplication password :'owner_password';
alter role :"serving" login nosuperuser nocreatedb nocreaterole noreplication password :'serving_password';
alter database :"db" owner to :"owner";
revoke all on database :"db" from public;
grant connect, temporary on database :"db" to :"serving";
revoke create on schema public from public;
SQL
