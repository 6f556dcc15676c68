#!/usr/bin/env bash
# Publishes what an image holds into an empty folder. The Dockerfile and the tests call it; a deployment without containers can call it too.
#   build/publish.sh Api OUTPUT                the API, for this machine's processor
#   build/publish.sh MarketSimulator OUTPUT    the simulated market
#   ARCH=arm64 build/publish.sh Api OUTPUT     for another processor (amd64, arm64)
set -euo pipefail
[ $# -eq 2 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
project=$1 output=$2
[ -f "$root/src/$project/$project.csproj" ] || { echo "There is no project $project." >&2; exit 2; }
if [ -e "$output" ] && [ -n "$(ls -A "$output")" ]; then
  echo "$output is not empty: its files would end up in the image." >&2
  exit 2
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
processor=(--use-current-runtime)
[ -z "${ARCH:-}" ] || processor=(--arch "$ARCH" --os linux)

# Intermediate files go to a temporary folder: no file of another build is used, and no running build is overwritten.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# ReadyToRun: compiled ahead for the processor, so that a start takes less time and work (docs/decisions/0145). A test that starts the
# result once sets READY_TO_RUN=false, since compiling ahead is minutes of work.
# No analyzers: the build that tests this source has run them.
dotnet publish "$root/src/$project" --configuration Release "${processor[@]}" --self-contained false \
  -p:PublishReadyToRun="${READY_TO_RUN:-true}" -p:RunAnalyzers=false -p:WithoutLockFile=true \
  --artifacts-path "$work" --output "$output" --verbosity quiet -nologo
