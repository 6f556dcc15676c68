# Sourced by ./run and ./test: the .NET SDK, PostgreSQL and Redis, what the tests use (browser, promtool, the clients' packages, API tools, a balancer and a pooler, a clock that moves), a quiet build.
# Only the binaries are needed: the installation starts and enables no service, creates no cluster and touches no existing one.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# No build server stays behind.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

missing_packages() {
  { command -v initdb >/dev/null && command -v postgres >/dev/null; } ||
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo postgresql
  command -v redis-server >/dev/null || echo redis-server
}

require_sdk() {
  (cd "$ROOT" && dotnet --version >/dev/null 2>&1) && return
  echo "The .NET 10 SDK is needed: apt-get install dotnet-sdk-10.0, or https://dotnet.microsoft.com/download/dotnet/10.0" >&2
  return 1
}

require_services() {
  local packages
  packages=$(missing_packages | xargs)
  [ -z "$packages" ] && return
  local by_hand="Missing: $packages. Install with: apt-get install --no-install-recommends $packages"
  command -v apt-get >/dev/null || { echo "$by_hand (or your system's packages of these names)" >&2; return 1; }
  local sudo=
  if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    command -v sudo >/dev/null || { echo "$by_hand (as root)" >&2; return 1; }
  fi
  echo "Installing $packages (once; no service is started or enabled) ..."
  mkdir -p "$ROOT/.local/logs"
  # A subshell, so that its exit trap puts everything back however it ends.
  (install_packages "$sudo" "$packages") >"$ROOT/.local/logs/install.log" 2>&1 && [ -z "$(missing_packages)" ] && return
  tail -n 5 "$ROOT/.local/logs/install.log" | sed 's/^/    /' >&2
  echo "$by_hand (log: .local/logs/install.log)" >&2
  return 1
}

has_browser() {
  local name
  for name in chromium chromium-browser google-chrome-stable google-chrome; do command -v "$name" >/dev/null && return; done
  return 1
}

# For the tests in a real browser, which are skipped without one; a failure here does not fail the tests.
offer_browser() {
  local sudo=
  has_browser && return
  command -v apt-get >/dev/null || return 0
  [ "$(id -u)" = 0 ] || { sudo="sudo -n"; $sudo true 2>/dev/null || return 0; }
  echo "Installing chromium (once, for the tests in a browser) ..."
  mkdir -p "$ROOT/.local/logs"
  (install_packages "$sudo" chromium) >"$ROOT/.local/logs/install-browser.log" 2>&1
  has_browser || echo "Chromium cannot be installed, so the tests in a browser are skipped (log: .local/logs/install-browser.log)."
}

# For the tests of the alert rules, which are skipped without it; a failure here does not fail the tests.
offer_promtool() {
  local sudo=
  command -v promtool >/dev/null && return
  command -v apt-get >/dev/null || return 0
  [ "$(id -u)" = 0 ] || { sudo="sudo -n"; $sudo true 2>/dev/null || return 0; }
  echo "Installing prometheus (once, for its promtool; no service is started or enabled) ..."
  mkdir -p "$ROOT/.local/logs"
  (install_packages "$sudo" prometheus) >"$ROOT/.local/logs/install-promtool.log" 2>&1
  command -v promtool >/dev/null ||
    echo "promtool cannot be installed, so the tests of the alert rules are skipped (log: .local/logs/install-promtool.log)."
}

# For the tests of the clients in other languages, which are skipped without it; a failure here does not fail the tests.
offer_clients() {
  local sudo= folder="$ROOT/clients/typescript" log="$ROOT/.local/logs/install-clients.log"
  mkdir -p "$ROOT/.local/logs"
  if command -v npm >/dev/null; then
    # npm writes this file when it has installed all: newer than the lock file, it holds the same.
    if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
      echo "Installing the packages of clients/typescript (npm ci) ..."
      (cd "$folder" && npm ci --no-audit --no-fund) >"$log" 2>&1 ||
        { rm -rf "$folder/node_modules"; echo "npm ci is not possible, so the TypeScript client is not tested (log: .local/logs/install-clients.log)."; }
    fi
  else
    echo "npm is not installed, so the TypeScript client is not tested."
  fi
  has_python_packages && return
  command -v apt-get >/dev/null || return 0
  [ "$(id -u)" = 0 ] || { sudo="sudo -n"; $sudo true 2>/dev/null || return 0; }
  echo "Installing python3-httpx, python3-websockets and mypy (once, for the Python client) ..."
  (install_packages "$sudo" "python3-httpx python3-websockets mypy") >>"$log" 2>&1
  has_python_packages ||
    echo "python3-httpx, python3-websockets and mypy cannot be installed, so the Python client is not tested (log: .local/logs/install-clients.log)."
}

# Debian's Python, whatever else is on the path.
has_python_packages() { [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import httpx, websockets, mypy' 2>/dev/null; }

# For the tests of the documents, which other people's tools read (build/api-tools) and which are skipped without them.
offer_api_tools() {
  local folder="$ROOT/build/api-tools"
  cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed" && return
  command -v npm >/dev/null || { echo "Without npm the tests of the API's documents are skipped."; return 0; }
  echo "Fetching the tools that read the API's documents (once) ..."
  mkdir -p "$ROOT/.local/logs"
  # Only a whole installation counts: the tests look for the mark.
  if (cd "$folder" && rm -rf node_modules && npm ci) >"$ROOT/.local/logs/install-api-tools.log" 2>&1; then
    cp "$folder/package-lock.json" "$folder/node_modules/.installed"
  else
    echo "They cannot be fetched, so the tests of the API's documents are skipped (log: .local/logs/install-api-tools.log)."
  fi
}

# For ./test scale: a pooler and a balancer, whose tests are skipped without them; a failure here does not fail the tests.
offer_balancers() {
  local sudo= missing= name
  for name in haproxy pgbouncer; do [ -x "/usr/sbin/$name" ] || missing="$missing $name"; done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || return 0
  [ "$(id -u)" = 0 ] || { sudo="sudo -n"; $sudo true 2>/dev/null || return 0; }
  echo "Installing$missing (once, for ./test scale; no service is started or enabled) ..."
  mkdir -p "$ROOT/.local/logs"
  (install_packages "$sudo" "$missing") >"$ROOT/.local/logs/install-balancers.log" 2>&1
  for name in $missing; do
    [ -x "/usr/sbin/$name" ] || echo "$name cannot be installed, so its tests are skipped (log: .local/logs/install-balancers.log)."
  done
}

# moved_clock FILE: compiles the library that moves the clock of the tests; its users say what they do without it.
moved_clock() {
  mkdir -p "$ROOT/.local/logs"
  local log="$ROOT/.local/logs/moved-clock.log" sudo=
  if ! command -v gcc >/dev/null; then
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || { sudo="sudo -n"; $sudo true 2>/dev/null || return 1; }
    echo "Installing gcc (once, for tests on other days) ..."
    (install_packages "$sudo" "gcc libc6-dev") >"$log" 2>&1
  fi
  gcc -std=c11 -Wall -Wextra -Werror -O2 -fPIC -shared -o "$1" "$ROOT/tests/clock/moved-clock.c" -ldl >>"$log" 2>&1
}

install_packages() {
  set -eu
  # Not local: the exit trap needs them when this function is over. We are in a subshell.
  sudo=$1 packages=$2
  policy=/usr/sbin/policy-rc.d clusters=/etc/postgresql-common/createcluster.conf
  mark="investment-assistant: temporary" saved=.before-investment-assistant
  export DEBIAN_FRONTEND=noninteractive

  hold() { # PATH: keeps the file of this name aside; one of ours that a killed run left behind is not worth keeping
    if $sudo grep -qs "$mark" "$1"; then $sudo rm -f "$1"; fi
    if [ -e "$1" ] && [ ! -e "$1$saved" ]; then $sudo mv "$1" "$1$saved"; fi
  }
  restore() { # PATH
    if $sudo grep -qs "$mark" "$1"; then $sudo rm -f "$1"; fi
    if [ -e "$1$saved" ]; then $sudo mv -f "$1$saved" "$1"; fi
  }
  put_back() { restore "$policy"; restore "$clusters"; }
  trap put_back EXIT
  trap 'exit 1' INT TERM

  apt() { $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"; }
  installed() { dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | awk '$1 == "ii" { print $2 }' | sort; }

  local before
  before=$(installed)
  apt update || true

  # 101 = "not allowed": maintainer scripts ask this before they start or restart anything.
  hold "$policy"
  printf '#!/bin/sh\n# %s\nexit 101\n' "$mark" | $sudo tee "$policy" >/dev/null
  $sudo chmod 755 "$policy"

  case " $packages " in
    *" postgresql "*)
      # First the package that owns this setting, so that our value is not taken for a local change of it.
      apt install --no-install-recommends postgresql-common
      hold "$clusters"
      printf '# %s\ncreate_main_cluster = false\n' "$mark" | $sudo tee "$clusters" >/dev/null
      ;;
  esac
  apt install --no-install-recommends $packages

  # What the new packages, and only they, enabled for the next boot. dpkg's record of units has both /lib and /usr/lib.
  local fresh unit service
  fresh=$(comm -13 <(printf '%s\n' "$before") <(installed))
  for unit in $(dpkg -L $fresh | sed -n 's#^\(/usr\)\?/lib/systemd/system/\([^/@]*\.\(service\|timer\|socket\)\)$#\2#p' | sort -u); do
    if command -v deb-systemd-helper >/dev/null; then
      # It works on the links alone, so also where systemd does not run; without this variable it refuses to.
      $sudo env DPKG_MAINTSCRIPT_PACKAGE=investment-assistant deb-systemd-helper disable "$unit" || true
    fi
  done
  for service in $(dpkg -L $fresh | sed -n 's#^/etc/init\.d/\([^/]*\)$#\1#p' | sort -u); do
    if command -v update-rc.d >/dev/null; then $sudo update-rc.d "$service" disable || true; fi
  done
}

# Whether a ./run of this folder is up: its programs must not be overwritten by a build.
is_running() { [ -e "$ROOT/.local/run.lock" ] && ! flock --nonblock "$ROOT/.local/run.lock" true; }

# build PROJECT CONFIGURATION: quiet when all is well, the errors when not. ./run and ./test build different configurations, so that testing does
# not write over a running system.
build() {
  mkdir -p "$ROOT/.local/logs"
  local log="$ROOT/.local/logs/build.log"
  (cd "$ROOT" && dotnet build "$1" -c "$2" -v quiet -nologo -nodeReuse:false -p:UseSharedCompilation=false) >"$log" 2>&1 && return
  grep -E ': error|MSB[0-9]+|NU[0-9]+' "$log" | sort -u | head -n 20 >&2 || true
  echo "The build failed (log: .local/logs/build.log)." >&2
  return 1
}
