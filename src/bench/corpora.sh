#!/usr/bin/env bash
# What each part of the work on folders of letters costs, beside parsing and copying the same files,
# in one warm process; first with all processors, then with one. FORMATS="html,text pdf" names sets
# of formats.
set -euo pipefail

[ $# -gt 0 ] || { echo "Usage: src/bench/corpora.sh FOLDER…" >&2; exit 2; }
folders=()
for folder; do
  folders+=("$(cd "$folder" && pwd)")
done
cd "$(dirname "$0")/../.."
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
for processors in "$(nproc)" 1; do
  java -XX:ActiveProcessorCount="$processors" -Dformats="${FORMATS:-html,text html text epub}" \
    ${JAVA_OPTIONS:-} -cp "$jar" \
    src/bench/java/CorporaBenchmark.java "${folders[@]}"
done
