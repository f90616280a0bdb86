/* A chart that is wider than the window shows at first what is about its largest mark, drawn last. */
"use strict";

for (const pane of document.querySelectorAll(".chart .pane")) {
  const mark = [...pane.querySelectorAll(".mark circle")].at(-1)?.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (mark) {
    pane.scrollLeft += (mark.left + mark.right - frame.left - frame.right) / 2;
    pane.scrollTop += (mark.top + mark.bottom - frame.top - frame.bottom) / 2;
  }
}
