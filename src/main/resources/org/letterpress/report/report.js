"use strict";
const form = document.querySelector(".filter");
const status = form.querySelector("[role=status]");
const findings = [...document.querySelectorAll("main [data-code]")];

function show() {
  const severities = [...form.elements]
    .filter((box) => box.name === "severity" && box.checked)
    .map((box) => box.value);
  const code = form.elements.code.value;
  const file = form.elements.file.value;
  let shown = 0;
  for (const finding of findings) {
    const fits =
      severities.includes(finding.dataset.severity) &&
      (code === "" || code === finding.dataset.code) &&
      (file === "" || file === finding.parentElement.id);
    finding.hidden = !fits;
    if (fits) {
      shown += finding.tagName === "ARTICLE" ? 1 : finding.querySelectorAll("li").length;
    }
  }
  for (const section of document.querySelectorAll("main .file")) {
    section.hidden = section.querySelector("[data-code]:not([hidden])") === null;
  }
  document.querySelector(".none").hidden = shown > 0;
  status.textContent = status.dataset.shown.replace("%s", shown.toLocaleString(document.documentElement.lang));
}

// Where there is one column, the findings come before the lists.
if (matchMedia("(max-width: 59.99rem)").matches) {
  for (const list of document.querySelectorAll(".side details")) {
    list.open = false;
  }
}
form.hidden = false;
form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
// A browser may keep choices over a reload.
show();
