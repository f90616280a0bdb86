#!/usr/bin/env bash
# The search of a large edition: the size of its index, and how long Chromium takes to answer, from
# the disk and over HTTP. The edition is a folder of letters so many times over, with other ids.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -eq 2 ] || { echo "Usage: src/bench/search.sh FOLDER TIMES" >&2; exit 2; }
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=target/bench/search
rm -rf "$work"
mkdir -p "$work/letters"
for n in $(seq "$2"); do
  find "$1" -name '*.xml' | while IFS= read -r file; do
    name=$(basename "$file" .xml)
    sed "0,/<TEI/!b;s/\(<TEI[^>]*xml:id=\"[^\"]*\)\"/\1-$n\"/" "$file" > "$work/letters/$name-$n.xml"
  done
done
java ${JAVA_OPTIONS:--Xmx512m} -jar "$jar" publish "$work/letters" --output "$work/site" --format html \
  --keep-going --no-audit 2> /dev/null | tail -n 1 || true
mvn -q -B -ntp test-compile exec:java -Dmain.class=org.letterpress.judge.SearchBenchmark \
  -Dexec.classpathScope=test -Dexec.args="$work/site"
