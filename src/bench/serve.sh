#!/usr/bin/env bash
# How soon a change shows in the preview: one letter is changed again and again among those of a
# folder, so many times over, with other ids.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -eq 2 ] || { echo "Usage: src/bench/serve.sh FOLDER TIMES" >&2; exit 2; }
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=target/bench/serve
rm -rf "$work"
mkdir -p "$work"
for n in $(seq "$2"); do
  find "$1" -name '*.xml' | while IFS= read -r file; do
    name=$(basename "$file" .xml)
    sed "0,/<TEI/!b;s/\(<TEI[^>]*xml:id=\"[^\"]*\)\"/\1-$n\"/" "$file" > "$work/$name-$n.xml"
  done
done
exec java ${JAVA_OPTIONS:-} -cp "$jar" src/bench/java/ServeBenchmark.java "$work"
