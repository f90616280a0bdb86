/* The search page: the form, the letters found, the address. */
(() => {
  "use strict";

  const {blockOf, fold, index, linesFrom, ready, WORD} = letterpressIndex;
  const {facet, filters, find, passes, rank, similar, terms} = letterpressFinder;

  const HITS = 10; // letters shown at a time
  const PASSAGES = 3; // passages shown of a letter
  const WIDTH = 260; // characters of a passage
  const ENTRIES = 6; // register entries shown at first
  const OPTIONS = 500; // values offered of a filter
  const KIN = 4; // forms named in the place of one that no letter has

  // ------------------------------------------------------------------- showing

  const page = document.getElementById("search");
  const form = document.getElementById("search-form");
  const query = document.getElementById("search-query");
  const panel = document.getElementById("search-filters");
  const selects = [...form.querySelectorAll("[data-facet]")];
  const status = document.getElementById("search-status");
  const help = document.getElementById("search-help");
  const advice = document.getElementById("search-advice");
  const entries = document.getElementById("search-entries");
  const hits = document.getElementById("search-hits");
  const more = document.getElementById("search-more");
  const ui = document.documentElement.lang;

  /** A message of the page's, with its {names} filled in. */
  const say = (key, values = {}) => {
    const message = page.dataset[key];
    return ("count" in values ? letterpressCounted(message, values.count) : message)
      .replace(/\{(\w+)\}/g, (_, name) =>
        typeof values[name] === "number" ? letterpressGrouped(values[name], page.dataset.group) : values[name]);
  };

  function element(name, properties, ...content) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...content);
    return made;
  }

  /** A document of the index. */
  async function text(number) {
    const lines = await blockOf("texts", number);
    const [line] = linesFrom(lines, "[\"" + number + "\",");
    const [, href, lang, title, facts, ...rest] = JSON.parse(line);
    const passages = [];
    for (let i = 0; i < rest.length; i += 2) {
      passages.push({anchor: rest[i], words: rest[i + 1]});
    }
    return {href, lang, title, facts, passages};
  }

  /** The places in a text that are to be marked, in order: where they begin and end, of what term. */
  function marks(words, all) {
    const tokens = [...words.matchAll(WORD)].map(match =>
      ({form: fold(match[0]), start: match.index, end: match.index + match[0].length}));
    const found = [];
    all.forEach((term, which) => {
      tokens.forEach((token, i) => {
        const last = tokens[i + term.words.length - 1];
        const here = term.kind !== "phrase" ? term.forms.has(token.form)
          : last && term.words.every((word, j) => tokens[i + j].form === word)
            && !words.slice(token.start, last.end).includes("\n");
        if (here) {
          found.push({
            start: token.start, end: term.kind === "phrase" ? last.end : token.end, which
          });
        }
      });
    });
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The words from one place to another, marked; neighbours share a mark. */
  function marked(words, found, from, to) {
    const part = document.createDocumentFragment();
    let at = from;
    let mark;
    for (const {start, end} of found) {
      if (start >= at && end <= to) {
        const between = words.slice(at, start);
        if (mark && !between.trim()) {
          mark.append(between + words.slice(start, end));
        } else {
          mark = element("mark", {}, words.slice(start, end));
          part.append(between, mark);
        }
        at = end;
      }
    }
    part.append(words.slice(at, to));
    return part;
  }

  /** The stretch of a passage that has the most to show. */
  function excerpt(words, found) {
    let best = 0;
    let most = 0;
    found.forEach(({start}, i) => {
      const within = found.filter(mark => mark.start >= start && mark.end < start + WIDTH - 80);
      const count = new Set(within.map(mark => mark.which)).size * 10 + within.length;
      if (count > most) {
        most = count;
        best = i;
      }
    });
    const wish = found.length > 0 ? found[best].start - 70 : 0;
    const from = wish < 20 ? 0 : words.indexOf(" ", wish) + 1;
    const enough = Math.max(from + WIDTH, found[best]?.end ?? 0);
    const to = enough > words.length - 20 ? words.length : words.lastIndexOf(" ", enough);
    const end = to > from && to >= (found[best]?.end ?? 0) ? to : enough;
    const part = marked(words, found, from, end);
    part.prepend(from > 0 ? "… " : "");
    part.append(end < words.length ? " …" : "");
    return part;
  }

  /** A letter that was found: its title, date and place, and where the words stand in it. */
  function hit({href, lang, title, facts, passages}, all) {
    const places = passages.map(({anchor, words}) => ({anchor, words, found: marks(words, all)}));
    const worth = ({found}) => new Set(found.map(mark => mark.which)).size * 100 + found.length;
    const having = places.filter(({found}) => found.length > 0);
    const shown = new Set([...having].sort((a, b) => worth(b) - worth(a)).slice(0, PASSAGES));
    const item = element("li", {className: "hit"},
      element("h2", {}, element("a", {href}, marked(title, marks(title, all), 0, title.length))),
      element("p", {className: "facts-line"}, marked(facts, marks(facts, all), 0, facts.length)));
    for (const passage of shown.size > 0 ? having.filter(one => shown.has(one)) : places.slice(0, 1)) {
      const {anchor, words, found} = passage;
      item.append(element("p", {className: "passage", lang},
        element("a", {href: href + (anchor && "#" + encodeURIComponent(anchor))}, excerpt(words, found))));
    }
    if (having.length > shown.size) {
      item.append(element("p", {className: "further"},
        say("places", {count: having.length - shown.size})));
    }
    return item;
  }

  function entry({href, title, facts}, all) {
    return element("li", {},
      element("a", {href}, marked(title, marks(title, all), 0, title.length)),
      " ", element("span", {className: "facts-line"}, facts));
  }

  /** Shows register entries: the first, or all. */
  async function showEntries(run, found, all) {
    const list = entries.querySelector("ul");
    const show = async count => {
      const texts = await Promise.all(found.slice(0, count).map(text));
      if (run === current) {
        list.replaceChildren(...texts.map(one => entry(one, all)));
        entries.hidden = found.length === 0;
        if (count < found.length) {
          const button = element("button", {type: "button"}, say("entries", {count: found.length}));
          button.addEventListener("click", async () => {
            await show(found.length);
            list.children[count].querySelector("a").focus();
          });
          list.append(element("li", {}, button));
        }
      }
    };
    await show(ENTRIES);
  }

  /** Shows the next letters. */
  async function showHits(run, found, all, focus) {
    const from = hits.childElementCount;
    more.onclick = null; // else a second click would show some twice, and others never
    const texts = found.slice(from, from + HITS).map(text);
    Promise.all(texts).catch(() => { /* Said by the first that is missing, below. */ });
    try {
      // Each as soon as it is there: the first need not wait for the tenth.
      for (const one of texts) {
        const made = hit(await one, all);
        if (run !== current) {
          return;
        }
        hits.append(made);
      }
      more.hidden = hits.childElementCount >= found.length;
      if (focus) {
        hits.children[from].querySelector("a").focus();
        status.textContent = say("shown", {shown: hits.childElementCount, count: found.length});
      }
    } finally {
      if (run === current) {
        more.onclick = () => showHits(run, found, all, true);
      }
    }
  }

  /** What to do where there is nothing: other spellings, fewer words. */
  async function advise(run, all) {
    const lines = [];
    const instead = (term, word) => element("a",
      {href: "#" + new URLSearchParams({...state(), q: query.value.replace(term.typed, word)})}, word);
    const links = (words, link) => words.flatMap((word, i) => [i > 0 ? ", " : " ", link(word)]);
    for (const term of all) {
      if (term.begins) {
        lines.push(element("p", {}, say("begins", {word: term.typed})));
      }
      if (term.kin) {
        lines.push(element("p", {}, say("kin",
          {word: term.typed, forms: [...term.forms].sort().slice(0, KIN).join(", ")})));
      }
      if (term.kind === "word" && (term.found.size === 0 || term.kin)) {
        const words = (await similar(term.words[0])).filter(word => !term.forms.has(word));
        if (words.length > 0) {
          lines.push(element("p", {}, say("suggest", {word: term.typed}),
            ...links(words, word => instead(term, word)), "?"));
        }
      }
    }
    const alone = all.filter(({found}) => found.size > 0);
    if (all.length > 1 && alone.length > 0 && rank(all).size === 0) {
      lines.push(element("p", {}, say("alone"), ...links(alone, term => element("a",
        {href: "#" + new URLSearchParams({...state(), q: term.typed})}, term.typed))));
    }
    if (run === current) {
      advice.replaceChildren(...lines);
    }
  }

  /** Offers in each filter what the letters found have, with how many of them have it. */
  async function offer(run, found, set) {
    for (const select of selects) {
      const name = select.name;
      const values = await facet(name);
      if (run !== current) {
        return;
      }
      const base = new Set(found.filter(number => passes(set, number, name)));
      let offered = values
        .map(value => ({...value, count: value.letters.filter(letter => base.has(letter)).length}))
        .filter(({count, key}) => count > 0 || key === select.dataset.key);
      const left = offered.length - OPTIONS;
      if (left > 0) {
        const least = offered.map(({count}) => count).sort((a, b) => b - a)[OPTIONS];
        offered = offered.filter(({count}) => count > least);
      }
      const options = offered.map(({key, label, count}) =>
        element("option", {value: key}, languageOr(name, label) + " (" + letterpressGrouped(count, page.dataset.group) + ")"));
      if (left > 0) {
        options.push(element("option", {disabled: true}, say("narrower", {count: left})));
      }
      select.replaceChildren(select.options[0], ...options);
      select.value = select.dataset.key;
      select.closest("p").hidden = values.length < 2;
    }
    const years = await facet("year");
    form.elements.from.placeholder = years[0]?.key ?? "";
    form.elements.to.placeholder = years.at(-1)?.key ?? "";
  }

  function languageOr(name, label) {
    try {
      return name === "lang" ? new Intl.DisplayNames([ui], {type: "language"}).of(label) : label;
    } catch {
      return label; // no language's tag
    }
  }

  // ------------------------------------------------------------------- running

  let current = 0;

  /** What the form says, without what is empty. A filter's key counts before its values are there. */
  function state() {
    const all = Object.fromEntries(new FormData(form));
    selects.forEach(select => { all[select.name] = select.dataset.key; });
    return Object.fromEntries(Object.entries(all)
      .map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  }

  /** What the address says: the fragment, else what a form of another page has sent. */
  function restore() {
    const said = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    for (const field of form.elements) {
      if (field.dataset.facet !== undefined) {
        field.dataset.key = said.get(field.name) ?? "";
        field.value = field.dataset.key;
      } else if (field.name) {
        field.value = said.get(field.name) ?? "";
      }
    }
  }

  function remember() {
    const fragment = "#" + new URLSearchParams(state());
    try {
      history.replaceState(null, "", location.pathname + fragment);
    } catch { // a file's address may change in its fragment alone
      history.replaceState(null, "", fragment);
    }
  }

  async function search() {
    const run = ++current;
    page.setAttribute("aria-busy", "true");
    try {
      await searched(run, state());
    } catch (error) {
      if (!error.missing) {
        throw error;
      }
      if (run === current) {
        status.textContent = say("failed", {file: error.message});
      }
    }
  }

  async function searched(run, wanted) {
    await ready();
    const all = await Promise.all(terms(wanted.q ?? "").map(find));
    const set = await filters(wanted);
    if (run !== current) {
      return;
    }
    const idle = all.length === 0 && set.size === 0;
    const ranks = all.length > 0 ? rank(all) : new Map(index.lengths.map((_, number) => [number, 0]));
    const order = [...ranks.keys()].sort((a, b) =>
      (wanted.sort === "date" ? 0 : ranks.get(b) - ranks.get(a)) || a - b);
    const letters = order.filter(number => number < index.letters);
    const found = idle ? [] : letters.filter(number => passes(set, number));
    const named = all.length === 0 || set.size > 0 ? [] : order.filter(number => number >= index.letters);

    const count = idle ? index.letters : found.length;
    status.textContent = count === 0 ? say("none") : say(idle ? "all" : "letters", {count});
    help.hidden = found.length > 0;
    hits.replaceChildren();
    more.hidden = true;
    await Promise.all([showHits(run, found, all), showEntries(run, named, all), advise(run, all),
      panel.open && offer(run, letters, set)]);
    if (run === current) {
      page.removeAttribute("aria-busy");
    }
  }

  let timer;
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(now, 120);
  }

  function now() {
    clearTimeout(timer);
    remember();
    search();
  }

  form.addEventListener("input", event => {
    if (event.target.dataset.facet !== undefined) {
      event.target.dataset.key = event.target.value;
    }
    soon();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    now();
  });
  form.addEventListener("reset", event => {
    event.preventDefault();
    history.replaceState(null, "", "#");
    [...form.elements].forEach(field => {
      field.value = "";
      delete field.dataset.key;
    });
    restore();
    now();
    query.focus();
  });
  panel.addEventListener("toggle", () => {
    if (panel.open) {
      search();
    }
  });
  window.addEventListener("hashchange", () => {
    restore();
    search();
  });

  /** The arrows go from the query to the letters and from one to the next. */
  page.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const links = [query, ...page.querySelectorAll(".hit h2 a")];
    const at = links.indexOf(document.activeElement);
    if (step && at >= 0 && links[at + step] && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      links[at + step].focus();
    }
  });

  page.hidden = false;
  panel.open = matchMedia("(min-width: 75rem)").matches;
  restore();
  // On a telephone this would call up the keyboard.
  if (!query.value && matchMedia("(hover: hover)").matches) query.focus();
  search();
})();
