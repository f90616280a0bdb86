#!/usr/bin/env bash
# A PDF of each letter of a folder, from TEI to the finished files, with all processors, against FOP
# alone on the same pages in XSL-FO, with the same fonts and standards, in one thread. Both in one
# warm process, by turns; the audit is part of ours. Usage: src/bench/prints.sh FOLDER
set -euo pipefail

[ $# -eq 1 ] || { echo "Usage: src/bench/prints.sh FOLDER" >&2; exit 2; }
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java -cp "$jar" src/bench/java/PagesAsFo.java "$folder" "$work/fo"
sed -e "s|classpath:|file://$PWD/src/main/resources|" \
  -e 's|<version>1.7</version>|&<pdf-a-mode>PDF/A-3a</pdf-a-mode><pdf-ua-mode>PDF/UA-1</pdf-ua-mode>|' \
  src/main/resources/org/letterpress/print/fop.xml > "$work/fop.xml"
java -Dformats=pdf -Dpages="$work/fo" -Dfop="$work/fop.xml" ${JAVA_OPTIONS:-} -cp "$jar" \
  src/bench/java/CorporaBenchmark.java "$folder"
