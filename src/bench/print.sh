#!/usr/bin/env bash
# The letter's PDF alone in one cold virtual machine, from TEI to the finished file, against FOP
# alone on the same pages in XSL-FO, with the same fonts and standards.
# Prints seconds of wall clock and of processor, medians of the runs, and their ratios.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=${1:-5}
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. src/bench/times.sh
java=(java -XX:+UseSerialGC -XX:TieredStopAtLevel=1)

java -cp "$jar" src/bench/java/PagesAsFo.java tei "$work/fo"
letter=$(find "$work/fo" -name '*.fo')
sed -e "s|classpath:|file://$PWD/src/main/resources|" \
  -e 's|<version>1.7</version>|&<pdf-a-mode>PDF/A-3a</pdf-a-mode><pdf-ua-mode>PDF/UA-1</pdf-ua-mode>|' \
  src/main/resources/org/letterpress/print/fop.xml >"$work/fop.xml"

letterpress() {
  "${java[@]}" -jar "$jar" publish tei --clean --format pdf --no-audit --output "$work/ours"
}

fop() {
  "${java[@]}" -cp "$jar" org.apache.fop.cli.Main -q -c "$work/fop.xml" \
    -fo "$letter" -pdf "$work/letter.pdf"
}

compare letterpress fop
