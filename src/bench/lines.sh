#!/usr/bin/env bash
# What a compositor looks for in finished PDFs of the size royal: hyphens, widows, full and loose
# lines. lines.sh FILE…
set -euo pipefail
cd "$(dirname "$0")/../.."

jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
java -cp "$jar" src/bench/java/PrintedLines.java "$@"
