#!/bin/sh
# Runs a published program as its image does, without a container engine: in a root of its own that holds the runtime, the C library and the program, all of it
# read-only but /tmp, as the image's user, without privileges to gain. As root only:
#   build/run-in-root.sh FOLDER PROGRAM [ARGUMENT...]     FOLDER as build/publish.sh made it, PROGRAM below it
set -eu
[ $# -ge 2 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }
app=$1 program=$2
shift 2
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
# exec all the way: a signal reaches the program itself.
exec unshare --mount --propagation private sh -euc '
  app=$1 dotnet=$2 program=$3; shift 3
  root=$(mktemp -d)
  mount -t tmpfs -o mode=755,size=1m none "$root"
  bind() { mkdir -p "$root$2"; mount --bind "$1" "$root$2"; mount -o remount,bind,ro,nosuid "$root$2"; }
  bind "$app" /app
  bind "$dotnet/host" /usr/share/dotnet/host
  bind "$dotnet/shared" /usr/share/dotnet/shared
  # The loader and the libraries, where this machine has them; no shell, no tools, no settings of /etc.
  for folder in /lib /lib64 /usr/lib; do
    [ ! -d "$folder" ] || bind "$(readlink -f "$folder")" "$folder"
  done
  mkdir "$root/tmp" "$root/proc" "$root/dev"
  mount -t tmpfs -o mode=1777,size=64m,nosuid,nodev none "$root/tmp"
  mount --rbind /proc "$root/proc"
  for device in null urandom; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  mount -o remount,ro "$root"
  exec setpriv --no-new-privs unshare --root="$root" --wd=/app --setgid=1654 --setuid=1654 "/app/$program" "$@"
' sh "$app" "$dotnet" "$program" "$@"
