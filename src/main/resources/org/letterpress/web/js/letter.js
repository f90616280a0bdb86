/*
  A letter's page works without this. It tells at a name who is meant, remembers the reading, and
  marks paragraphs with their addresses.
*/
"use strict";

/* What the list of names tells of an entry stands in the page once; its other mentions show it too. */
const hints = new Map();
for (const item of document.querySelectorAll(".names dd")) {
  const [link, note] = item.children;
  const name = [...item.childNodes].filter(node => node !== note).map(node => node.textContent).join("");
  hints.set(link.getAttribute("href"), [name.trim(), note?.textContent].filter(Boolean).join(". "));
}
for (const link of document.querySelectorAll(".text a[href]")) {
  const hint = hints.get(link.getAttribute("href"));
  if (hint) link.dataset.hint = hint;
}

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

/* A finger can't hover: its first tap on a name tells who is meant, the second follows the link. */
let told = null;
document.addEventListener("click", event => {
  const link = event.pointerType === "touch" ? event.target.closest?.("a[data-hint]") : null;
  if (link && link !== told) event.preventDefault();
  told?.classList.remove("told");
  told = link;
  told?.classList.add("told");
});

/* A paragraph's address, for the margin. Out of the tab order: there may be hundreds. */
for (const paragraph of document.querySelectorAll(".text p[id]:not(.note *)")) {
  const mark = document.createElement("a");
  mark.className = "para";
  mark.href = `#${paragraph.id}`;
  mark.tabIndex = -1;
  mark.setAttribute("aria-hidden", "true");
  mark.textContent = "¶";
  paragraph.prepend(mark);
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
