#!/usr/bin/env bash
# The whole check of folders of letters against Jing alone with the same grammar, and the live heap.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ $# -gt 0 ] || { echo "Usage: src/bench/validate.sh FOLDER…" >&2; exit 2; }
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
exec java ${JAVA_OPTIONS:-} -cp "$jar" src/bench/java/ValidateBenchmark.java "$@"
