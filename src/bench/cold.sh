#!/usr/bin/env bash
# The whole job on the letter in one cold virtual machine, against a chain of separate programs.
# Before that, with an archive of classes against without. Prints seconds of wall clock and of
# processor, medians of the runs, and their ratios.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=${1:-5}
jar=target/letterpress.jar
letter=tei/letters/khrushchev-kennedy-1961-11-09.xml
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. src/bench/times.sh

if [ -n "${TEI_ALL:-}" ]; then
  schema=("$TEI_ALL")
else
  schema=(-c schema/letter.rnc)
fi
# The caches of class data and the two compilers are left as the JDK has them, on both sides.
java=(java -XX:+UseSerialGC -XX:TieredStopAtLevel=1)

letterpress() {
  "${java[@]}" -jar "$jar" publish tei --clean --output "$work/ours"
}

archived() {
  "${java[@]}" -XX:SharedArchiveFile="$work/letterpress.jsa" -jar "$jar" \
    publish tei --clean --output "$work/ours"
}

chain() {
  "${java[@]}" -cp "$jar" com.thaiopensource.relaxng.util.Driver "${schema[@]}" "$letter"
  local saxon=("${java[@]}" -cp "$jar" net.sf.saxon.Transform "-s:$letter")
  if [ -n "${TEI_STYLESHEETS:-}" ]; then
    "${saxon[@]}" "-xsl:$TEI_STYLESHEETS/html5/html5.xsl" "-o:$work/letter.html"
    "${saxon[@]}" "-xsl:$TEI_STYLESHEETS/fo/fo.xsl" "-o:$work/letter.fo"
    "${saxon[@]}" "-xsl:$TEI_STYLESHEETS/txt/tei-to-text.xsl" "-o:$work/letter.txt"
  else
    for format in html fo text; do
      "${saxon[@]}" -xsl:src/bench/chain.xsl "-o:$work/letter.$format" "format=$format"
    done
  fi
  "${java[@]}" -cp "$jar" org.apache.fop.cli.Main -q -fo "$work/letter.fo" -pdf "$work/letter.pdf"
}

"${java[@]}" "-Xlog:cds*=off" -XX:ArchiveClassesAtExit="$work/letterpress.jsa" -jar "$jar" \
  publish tei --output "$work/ours" > "$work/out" 2> "$work/err"
compare archived letterpress
compare letterpress chain
[ -n "${TEI_STYLESHEETS:-}" ] || echo "The chain used the stand-in chain.xsl, not the TEI Stylesheets."
