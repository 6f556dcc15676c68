#!/usr/bin/env bash
# Counts the C# files and lines of each layer and folder.
#   build/layers.sh             prints a table in Markdown
#   build/layers.sh --update    writes it into docs/architecture.md, section "Layers and sizes"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

sources() { find "$1" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' "${@:2}" -print0; }

row() { # row NAME FOLDER [find options]
  local files lines
  files=$(sources "$2" "${@:3}" | tr -cd '\0' | wc -c)
  lines=$(sources "$2" "${@:3}" | xargs -0 -r cat | wc -l)
  [ "$files" -eq 0 ] || printf '| %s | %d | %d |\n' "$1" "$files" "$lines"
}

table() {
  printf '| layer or folder | files | lines |\n| --- | ---: | ---: |\n'
  row '**MarketTime**' src/MarketTime
  for layer in Platform Domain Features; do
    row "**$layer**" "src/Api/$layer"
    for folder in "src/Api/$layer"/*/; do row "$layer/$(basename "$folder")" "$folder"; done
    row "$layer, files beside the folders" "src/Api/$layer" -maxdepth 1
  done
  row 'Api, files beside the layers' src/Api -maxdepth 1
  row '**MarketSimulator**' src/MarketSimulator
  row '**LocalRun**' src/LocalRun
  row '**tests**' tests
  row '**bench**' bench
}

case ${1:-} in
  '') table ;;
  --update)
    new=$(mktemp)
    trap 'rm -f "$new"' EXIT
    # The table is what stands between the heading's text and the next heading.
    { sed '/^| layer or folder /,$d' docs/architecture.md; table; echo; sed '1,/^| layer or folder /d' docs/architecture.md | sed -n '/^## /,$p'; } >"$new"
    cat "$new" >docs/architecture.md ;;
  *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
