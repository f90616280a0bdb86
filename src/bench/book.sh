#!/usr/bin/env bash
# The book of an edition's letters, so many times over with other ids, in a heap of 512 MB: pages,
# processor seconds of the whole run (reading, checks, pages, finishing; no audit), milliseconds a
# page, and the most that the heap held after a collection. Wants pdfinfo (poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -ge 2 ] || { echo "Usage: src/bench/book.sh FOLDER TIMES…" >&2; exit 2; }
edition=$1
shift
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "letters pages processor-s ms/page MB"
for times in "$@"; do
  rm -rf "${work:?}"/*
  cp -r "$edition" "$work/edition"
  find "$work/edition" -name '*.xml' | while IFS= read -r file; do
    grep -q '<correspDesc\|type="letter"' "$file" || continue
    for n in $(seq 2 "$times"); do
      sed "0,/<TEI/!b;s/\(<TEI[^>]*xml:id=\"[^\"]*\)\"/\1-$n\"/" "$file" >"${file%.xml}-$n.xml"
    done
  done
  TIMEFORMAT='%U %S'
  { time java ${JAVA_OPTIONS:--XX:+UseSerialGC -Xmx512m} "-Xlog:gc:file=$work/gc" -jar "$jar" \
    publish "$work/edition" --format book --no-audit --keep-going --output "$work/book" \
    >"$work/said" 2>"$work/complaints" || [ -f "$work/book/edition.pdf" ]; } 2>"$work/time"
  [ -f "$work/book/edition.pdf" ] || { tail -n 5 "$work/said" "$work/complaints" >&2; exit 1; }
  pages=$(pdfinfo "$work/book/edition.pdf" | awk '/^Pages/ {print $2}')
  heap=$(sed -n 's/.*->\([0-9]*\)M(.*/\1/p' "$work/gc" | sort -n | tail -n 1)
  awk -v n="$(find "$work/edition" -name '*.xml' | wc -l)" -v pages="$pages" -v heap="$heap" \
    'END {s = $1 + $2; printf "%d %d %.1f %.1f %d\n", n, pages, s, 1000 * s / pages, heap}' "$work/time"
done
