/* A letter's page works without this. It remembers the reading and copies a paragraph's address. */
"use strict";

const KEY = "reading";
const radios = [...document.querySelectorAll(".readings input")];

/* Storage may be shut: by the reader, or on a page opened from a disk. */
function remembered() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}

function remember(reading) {
  try { localStorage.setItem(KEY, reading); } catch { /* The choice holds for this page alone. */ }
}

function show(reading) {
  const radio = radios.find(each => each.value === reading);
  if (radio) radio.checked = true;
}

/* The address says which reading it is of, so that it can be passed on. */
function address(reading, hash = location.hash) {
  const url = new URL(location.href);
  if (reading === "edited") url.searchParams.delete(KEY); else url.searchParams.set(KEY, reading);
  url.hash = hash;
  return url.href;
}

/* What a link leads to must be seen: a deleted word shows in the diplomatic reading alone. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || target.getClientRects().length) return;
  for (const radio of radios) {
    radio.checked = true;
    if (target.getClientRects().length) break;
  }
  target.scrollIntoView();
}

show(new URLSearchParams(location.search).get(KEY) ?? remembered());
reveal();
addEventListener("hashchange", reveal);

for (const radio of radios) {
  radio.addEventListener("change", () => {
    remember(radio.value);
    try { history.replaceState(null, "", address(radio.value)); } catch { /* Not on every disk. */ }
  });
}

/* Following the link puts the address in the bar; a copy is made where the browser allows it. */
document.addEventListener("click", async event => {
  const mark = event.target.closest?.(".para");
  if (!mark || !navigator.clipboard) return;
  const reading = radios.find(each => each.checked)?.value ?? "edited";
  try {
    await navigator.clipboard.writeText(address(reading, mark.hash));
    mark.classList.add("copied");
    setTimeout(() => mark.classList.remove("copied"), 1500);
  } catch { /* The address stands in the bar all the same. */ }
});
