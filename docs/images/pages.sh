#!/usr/bin/env bash
# Makes the pictures of docs/pictures.md anew: each kind of page of the web edition on one sheet,
# wide and on a phone in the light, wide in the dark, on paper. From the letter in tei/ and the
# samples of the tests. Wants chromium, pdftoppm (poppler-utils) and convert (imagemagick).
# Names of sheets make these alone.
set -euo pipefail
cd "$(dirname "$0")/../.."
jar=target/letterpress.jar
[ -f "$jar" ] || { echo "There is no $jar; run: mvn -q -DskipTests package" >&2; exit 2; }
for tool in chromium pdftoppm convert; do
  command -v "$tool" >/dev/null || { echo "$tool is missing." >&2; exit 3; }
done
images=docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

publish() {
  java -jar "$jar" publish "$1" --keep-going --format html --no-audit --output "$work/$2" >/dev/null 2>&1
}
publish tei letter
publish src/test/cases/judge/specimen specimen
publish src/test/cases/volume/documents volume
# A lost address is answered by a server, from the root; here the page lies in its folder.
sed -E 's#(href|src|action)="/[^"]*/?(assets/|index|search)#\1="\2#g' "$work/specimen/404.html" >"$work/specimen/lost.html"

browse() {
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
    --user-data-dir="$work/profile" --virtual-time-budget=4000 "$@" 2>/dev/null
}

# NAME ADDRESS: a browser's window is never as narrow as a phone, but a frame is.
sheet() {
  local page="file://$work/$2"
  printf '<body style="margin:0;display:flex;gap:20px;background:#999"><iframe src="%s" style="border:0;width:1440px;height:1100px"></iframe><iframe src="%s" style="border:0;width:360px;height:1100px"></iframe>' \
    "$page" "$page" >"$work/frame.html"
  browse --window-size=1820,1100 --screenshot="$work/light.png" "file://$work/frame.html"
  browse --window-size=1440,1100 --blink-settings=preferredColorScheme=0 --screenshot="$work/dark.png" "$page"
  browse --no-pdf-header-footer --print-to-pdf="$work/paper.pdf" "$page"
  pdftoppm -r 96 -png -f 1 -l 1 -singlefile "$work/paper.pdf" "$work/paper"
  convert "$work/light.png" -resize x660 "$work/light.png"
  convert "$work/dark.png" -resize x660 "$work/dark.png"
  convert "$work/paper.png" -resize x660 "$work/paper.png"
  convert "$work/dark.png" "$work/paper.png" -background '#999999' +append "$work/below.png"
  convert "$work/light.png" "$work/below.png" -background '#999999' -append \
    -strip +dither -colors 20 "PNG8:$images/page-$1.png"
}

while read -r name address; do
  if [ $# -eq 0 ] || [[ " $* " == *" $name "* ]]; then
    sheet "$name" "$address"
  fi
done <<'PAGES'
letter letter/letters/khrushchev-kennedy-1961-11-09.html
readings specimen/letters/specimen-1.html
letters specimen/index.html
correspondence volume/correspondences/p_BA1--p_GT1.html
calendar specimen/calendar/1871.html
register letter/persons.html
entry letter/places/west-berlin.html
map letter/map.html
network volume/network.html
search letter/search.html?q=Berlin
about letter/about.html
missing specimen/lost.html
volume volume/index.html
PAGES
