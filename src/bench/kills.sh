#!/usr/bin/env bash
# Kills publishing at random moments, a third of the times while the editions are exchanged, and looks
# each time whether the output is a whole edition: the one before, or the next.
# Usage: src/bench/kills.sh [KILLS] [FOLDER]
set -Eeuo pipefail
trap 'echo "Ended in line $LINENO." >&2' ERR
cd "$(dirname "$0")/../.."
kills=${1:-1000}
folder=${2:-tei}
jar=target/letterpress.jar
[ -f "$jar" ] || mvn -q -B -ntp package -DskipTests
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

publish() { # SOURCE OUTPUT
  exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" \
    publish "$1" --output "$2" --format html,text --quiet > "$work/log" 2>&1
}

edition() { # FOLDER: a sum of all names and bytes
  (cd "$1" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum)
}

# Two states of one edition, which differ in a word of a letter.
cp -r "$folder" "$work/a"
cp -r "$folder" "$work/b"
letter=$(grep -rlE '<body[ >]' --include='*.xml' --exclude=edition.xml "$work/b" |
  LC_ALL=C sort | head -n 1)
sed -i '0,/<\/p>\s*$/s//, indeed<\/p>/' "$letter"

began=$(date +%s%N)
(publish "$work/a" "$work/good-a")
took=$((($(date +%s%N) - began) / 1000000))
(publish "$work/b" "$work/good-b")
good_a=$(edition "$work/good-a")
good_b=$(edition "$work/good-b")
if [ "$good_a" = "$good_b" ]; then
  echo "The two states are the same; there is nothing to see." >&2
  exit 1
fi
cp -r "$work/good-a" "$work/output"

# Waits until the run has made a folder (one that an earlier run has left says nothing) or has ended,
# and then at most so many milliseconds.
after() { # FOLDER MOST
  while [ "$1" != none ] && kill -0 "$run" 2> /dev/null \
    && [ -z "$(find "$1" -maxdepth 0 -newercm "$work/began" 2> /dev/null)" ]; do
    sleep 0.001
  done
  sleep "$(awk -v most="$2" -v r="$RANDOM" 'BEGIN { printf "%.4f", most * r / 32768 / 1000 }')"
}

ended=0 between=0 broken=0
for ((i = 1; i <= kills; i++)); do
  source=a
  ((i % 2)) && source=b
  touch "$work/began"
  (publish "$work/$source" "$work/output") &
  run=$!
  case $((i % 3)) in
    0) after none "$((took * 9 / 10))" ;; # at any time; some runs come through
    1) after "$work/.output.next" "$((took / 2))" ;; # while files are written
    2) after "$work/.output.old" 5 ;; # while one edition takes the other's place
  esac
  if kill -9 "$run" 2> /dev/null; then :; else ended=$((ended + 1)); fi
  wait "$run" 2> /dev/null || true
  stands="$work/output"
  if [ ! -d "$stands" ]; then
    # Between the two renames; the next run takes the last edition back.
    between=$((between + 1))
    stands="$work/.output.old"
  fi
  sum=$(edition "$stands")
  if [ "$sum" != "$good_a" ] && [ "$sum" != "$good_b" ]; then
    broken=$((broken + 1))
    echo "Broken after kill $i." >&2
  fi
  [ $((i % 100)) -ne 0 ] || echo "$i kills, $broken broken" >&2
done
(publish "$work/a" "$work/output")
last="the next run makes a whole edition"
[ "$(edition "$work/output")" = "$good_a" ] || { last="the next run does not mend it"; broken=$((broken + 1)); }
echo "$kills kills, $ended of them after the run had ended: $broken broken editions," \
  "$between times the last edition stood under its other name; $last"
[ "$broken" -eq 0 ]
