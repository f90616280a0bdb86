#!/usr/bin/env bash
# What the audit adds to the time of publish: each folder is published with and without it by turns,
# in a virtual machine of its own as the JDK starts it.
# Prints seconds of wall clock and of processor, medians of the runs, and their ratios.
#
# FORMATS=html,epub names the formats, each measured by itself where they stand parted by a space;
# RUNS says how often each side runs.
set -euo pipefail

[ $# -gt 0 ] || { echo "Usage: src/bench/audit.sh FOLDER…" >&2; exit 2; }
folders=()
for folder; do
  folders+=("$(cd "$folder" && pwd)")
done
cd "$(dirname "$0")/../.."

runs=${RUNS:-3}
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. src/bench/times.sh

# Files with errors are left out, and said by the exit code.
publish() {
  java -jar "$jar" publish "$folder" --clean --schema habits --keep-going --format "$formats" \
    --output "$work/edition" "$@" || [ $? = 1 ]
}

audited() {
  publish
}

unaudited() {
  publish --no-audit
}

for folder in "${folders[@]}"; do
  for formats in ${FORMATS:-html,pdf,book,epub,text,diplomatic,markdown}; do
    echo "$(basename "$folder"), $formats"
    compare audited unaudited
  done
done
