# shellcheck shell=bash
# Two programs side by side, for the scripts beside this one. They set $work, a folder of their own,
# and $runs, and say each side as a function.

# Runs a side once and prints "wall processor" in seconds.
once() {
  local TIMEFORMAT='%R %U %S'
  { time "$1" >"$work/out" 2>"$work/err" || { cat "$work/err" >&2; exit 1; }; } 2>&1 |
    awk '{ print $1, $2 + $3 }'
}

median() {
  sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'
}

# Runs both by turns, after once to warm the disk, and prints the medians and their ratio.
compare() {
  local one=$1 other=$2 side column a b
  for side in "$one" "$other"; do
    : >"$work/$side.times"
    once "$side" >/dev/null
  done
  for _ in $(seq "$runs"); do
    for side in "$one" "$other"; do
      once "$side" >>"$work/$side.times"
    done
  done
  printf '%-11s %11s %10s   ratio   (%s runs, medians)\n' "" "$one" "$other" "$runs"
  for column in 1 2; do
    a=$(cut -d' ' -f$column "$work/$one.times" | median)
    b=$(cut -d' ' -f$column "$work/$other.times" | median)
    awk -v a="$a" -v b="$b" -v what="$([ $column = 1 ] && echo wall || echo processor)" \
      'BEGIN { printf "%-11s %9.2f s %8.2f s   %5.2f\n", what, a, b, a / b }'
  done
}
