// The list of all letters: sorts by each column, and shows those that the fields ask for. What is
// asked for stands in the address after "#", so that it can be kept and sent on.
"use strict";

(() => {
  const table = document.getElementById("letters");
  const count = document.getElementById("count");
  const heads = [...table.tHead.rows[0].cells];
  const bodies = [...table.tBodies];
  const rows = bodies.flatMap((body) =>
    [...body.rows].map((row) => ({
      row,
      year: body.dataset.year,
      cells: [...row.cells].map((cell) => cell.textContent.trim()),
      key: row.cells[0].dataset.sort || "9999", // undated letters come last
    })),
  );
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });
  // Years first, then the columns that many letters may share a value of.
  const fields = [
    { name: "year", label: table.dataset.year, of: (row) => row.year },
    ...heads.filter((head) => head.dataset.field).map((head) => ({
      name: head.dataset.field,
      label: head.textContent,
      of: (row) => row.cells[head.cellIndex],
    })),
  ];
  const one = document.createElement("tbody");
  let order = { column: 0, down: false };

  const form = document.createElement("form");
  form.className = "filter";
  form.setAttribute("aria-label", table.dataset.filter);
  for (const field of fields) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = field.name;
    select.append(new Option(table.dataset.all, ""));
    const values = [...new Set(rows.map(field.of))].filter(Boolean).sort(collator.compare);
    for (const value of values) {
      select.append(new Option(value, value));
    }
    label.append(field.label + " ", select);
    form.append(label);
  }
  table.parentElement.before(form);

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => {
      order = { column, down: order.column === column && !order.down };
      keep();
    });
    head.replaceChildren(button);
  });

  function show() {
    const asked = fields.map((field) => [field, form.elements[field.name].value]);
    const shown = rows.filter((row) => asked.every(([field, value]) => !value || field.of(row) === value));
    const by = order.column === 0 ? (row) => row.key : (row) => row.cells[order.column];
    shown.sort((a, b) => collator.compare(by(a), by(b)) * (order.down ? -1 : 1));
    one.replaceChildren(...shown.map((row) => row.row));
    table.replaceChildren(table.tHead, one);
    heads.forEach((head, column) => {
      if (column === order.column) {
        head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
    count.textContent = letterpressCounted(count.dataset.letters, shown.length)
      .replace("{count}", letterpressGrouped(shown.length, count.dataset.group));
  }

  function keep() {
    const asked = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...asked]) {
      if (!value) {
        asked.delete(name);
      }
    }
    if (order.column !== 0 || order.down) {
      asked.set("sort", (order.down ? "-" : "") + order.column);
    }
    history.replaceState(null, "", "#" + asked);
    show();
  }

  function read() {
    const said = location.hash.slice(1);
    const asked = new URLSearchParams(said.includes("=") ? said : "");
    const year = /^year-(.+)$/.exec(said);
    for (const field of fields) {
      form.elements[field.name].value = asked.get(field.name) ?? "";
    }
    if (year && rows.some((row) => row.year === year[1])) {
      form.elements.year.value = year[1];
    }
    const sort = /^(-?)(\d)$/.exec(asked.get("sort") ?? "");
    order = sort ? { column: Math.min(Number(sort[2]), heads.length - 1), down: sort[1] === "-" } : { column: 0, down: false };
    show();
  }

  form.addEventListener("change", keep);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  read();
})();
