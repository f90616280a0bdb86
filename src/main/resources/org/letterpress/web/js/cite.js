// A button beside each form of the citation that copies it. Without this script it is selected by hand.
"use strict";
for (const box of document.querySelectorAll("details.cite")) {
  for (const figure of box.querySelectorAll("figure")) {
    const text = figure.querySelector("pre");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = box.dataset.copy;
    button.setAttribute("aria-label", `${box.dataset.copy}: ${figure.querySelector("figcaption").textContent}`);
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      // What is selected can be copied by hand where the browser forbids it to scripts.
      getSelection().selectAllChildren(text);
      try {
        await navigator.clipboard.writeText(text.textContent);
        said.textContent = box.dataset.copied;
      } catch {
        said.textContent = document.execCommand("copy") ? box.dataset.copied : "";
      }
    });
    figure.querySelector("figcaption").after(button, said);
  }
}
