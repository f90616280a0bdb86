#!/usr/bin/env bash
# Makes the pictures of docs/print-pictures.md anew, from the project's own letter and its invented
# specimens. The first argument is a colour profile of a press (CMYK), for the sheet with its marks.
# Wants pdftoppm (poppler-utils) and convert (imagemagick).
set -euo pipefail
[ $# -eq 1 ] || { echo "Usage: docs/images/print.sh PROFILE.icc" >&2; exit 2; }
icc=$(realpath "$1")
cd "$(dirname "$0")/../.."
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/letters"
cp src/test/cases/judge/specimen/*.xml "$work/letters"
cp src/test/cases/judge/specimen/letters/*.xml src/test/cases/pdf/sample.xml "$work/letters"
java -jar "$jar" publish "$work/letters" --format book --keep-going --output "$work/book" >"$work/said" ||
  [ -f "$work/book/edition.pdf" ]
java -jar "$jar" publish tei --format pdf,press --icc "$icc" --output "$work/letter" >>"$work/said"
book=$work/book/edition.pdf
letter=$work/letter/letters/khrushchev-kennedy-1961-11-09

# The picture's name, the file, the page.
picture() {
  pdftoppm -r "${4:-80}" -png -f "$3" -l "$3" -singlefile "$2" "$work/$1"
  convert "$work/$1.png" -bordercolor '#999999' -border 1 -strip -colors "${5:-32}" \
    "PNG8:docs/images/print-$1.png"
}
picture title "$book" 3
picture imprint "$book" 4
picture contents "$book" 5
picture specimen "$book" 7
picture scripts "$book" 10
picture table-verse "$book" 11
picture correspondences "$book" 14
picture opening "$letter.pdf" 1
picture text "$letter.pdf" 4
picture end "$letter.pdf" 18
picture index "$letter.pdf" 19
picture press "$letter.press.pdf" 1 80 64
