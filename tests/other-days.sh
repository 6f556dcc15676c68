#!/usr/bin/env bash
# Runs the suite at other times than now: no test may depend on the day, the hour, or what another test wrote.
#   tests/other-days.sh                      twice now in two random orders, then on each of the days below
#   tests/other-days.sh saturday [options]   one of them: again, saturday, monday, new-year; options are those of ./test
#   tests/other-days.sh --shift DAY          prints by how many seconds the clock must move; "turn" takes another day every day
# DAY is saturday (15:00), monday (06:00, in pre-market) or new-year (31 December, 23:55), all in New York.
# The clock of the tests and of every process they start is moved by tests/clock; monotonic time stays.
# Continuous integration sets TEST_DAY=turn: ./test then asks here, so each run costs no more than one suite.
set -u
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
DAYS=(now saturday monday new-year)

shift_of() {
  local now target year
  now=$(date +%s)
  case $1 in
    now) target=$now ;;
    saturday) target=$(TZ=America/New_York date -d 'next saturday 15:00' +%s) ;;
    monday) target=$(TZ=America/New_York date -d 'next monday 06:00' +%s) ;;
    new-year)
      year=$(TZ=America/New_York date +%Y)
      target=$(TZ=America/New_York date -d "$year-12-31 23:55" +%s)
      [ "$target" -gt "$now" ] || target=$(TZ=America/New_York date -d "$((year + 1))-12-31 23:55" +%s) ;;
    turn) shift_of "${DAYS[$((now / 86400 % ${#DAYS[@]}))]}"; return ;;
    *) echo "$1 is none of ${DAYS[*]} turn." >&2; return 2 ;;
  esac
  echo $((target - now))
}

# A seed that is shown can be used again: TEST_SEED=123 ./test
on() { echo "== $1, seed $2"; TEST_DAY=$1 TEST_SEED=$2 "$ROOT/test" "${@:3}"; }

case ${1:-all} in
  --shift) shift_of "${2:-turn}" ;;
  all)
    failed=0
    for day in now "${DAYS[@]}"; do on "$day" $RANDOM || failed=1; done
    exit $failed ;;
  again) shift; on now $RANDOM "$@" && on now $RANDOM "$@" ;;
  -h|--help) sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" ;;
  *) day=$1; shift; shift_of "$day" >/dev/null || exit 2; on "$day" $RANDOM "$@" ;;
esac
