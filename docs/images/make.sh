#!/usr/bin/env bash
# Makes the README's pictures anew from output/. Wants chromium, pdftoppm (poppler-utils) and
# convert (imagemagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
letter=output/letters/khrushchev-kennedy-1961-11-09
images=docs/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
  --user-data-dir="$work/profile" --window-size=1280,1000 \
  --screenshot="$PWD/$images/letter-page.png" "file://$PWD/$letter.html" 2>/dev/null
pdftoppm -r 90 -png -f 1 -l 2 "$letter.pdf" "$work/page"
convert "$work"/page-*.png -bordercolor '#999999' -border 1 +append "$images/letter-print.png"
for image in "$images"/*.png; do
  convert "$image" -strip -colors 64 "PNG8:$image"
done
