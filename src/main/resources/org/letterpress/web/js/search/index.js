/*
  The search index, in the browser. It lies in assets/search/, in blocks that are scripts: each calls
  letterpressSearch with its name and data. What stands in them is told in docs/search.md.
*/
const letterpressIndex = (() => {
  "use strict";

  // -------------------------------------------------------------------- blocks

  const arrivals = new Map();
  const blocks = new Map();

  window.letterpressSearch = (name, data) => arrivals.get(name)?.(data);

  /** Loads a block once; promises its data. */
  function block(name) {
    if (!blocks.has(name)) {
      blocks.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        arrivals.set(name, resolve);
        script.src = "assets/search/" + name + ".js";
        script.onload = () => script.remove();
        script.onerror = () => {
          blocks.delete(name);
          reject(Object.assign(new Error(script.src), {missing: true}));
        };
        document.head.append(script);
      }));
    }
    return blocks.get(name);
  }

  /** The last place whose key is not behind the one looked for; -1 before the first. */
  function place(keys, key) {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle] <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The block of a family that would hold a key; nothing where it would stand before the first. */
  function blockOf(family, key) {
    const number = place(index[family], key);
    return number < 0 ? Promise.resolve("\n") : block(family + "-" + number);
  }

  // ------------------------------------------------------------------- numbers

  const VALUES = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach(
    (digit, value) => { VALUES[digit.charCodeAt(0)] = value; });

  /** Hands out the numbers of a row one by one; undefined after the last. */
  function reader(row) {
    let at = 0;
    return () => {
      if (at === row.length) {
        return undefined;
      }
      let number = 0;
      let digit;
      let shift = 0;
      do {
        digit = VALUES[row.charCodeAt(at++)];
        number |= (digit & 31) << shift;
        shift += 5;
      } while (digit & 32);
      return number;
    };
  }

  function numbers(row) {
    const next = reader(row);
    const all = [];
    for (let number = next(); number !== undefined; number = next()) {
      all.push(number);
    }
    return all;
  }

  /** Visits each document of a form with the positions at which it stands there. */
  function postings(row, visit) {
    const next = reader(row);
    let number = 0;
    for (let step = next(); step !== undefined; step = next()) {
      number += step;
      const positions = [];
      let position = -1;
      for (let further = next(); further; further = next()) {
        positions.push(position += further);
      }
      visit(number, positions);
    }
  }

  /** What leads to all else, once it is ready. */
  const index = {};

  /** Loads it; the rows are numbers from then on. */
  async function ready() {
    if (!index.words) {
      const {lengths, titles, ...rest} = await block("index");
      const places = numbers(lengths);
      const average = places.reduce((sum, length) => sum + length, 0) / places.length;
      Object.assign(index, rest, {lengths: places, titles: numbers(titles), average});
    }
  }

  // --------------------------------------------------------------------- words

  const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
  const JOINED = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ς: "σ"
  };
  const folded = new Map();

  /** A word without what a reader may leave out, as the index has it. */
  function fold(word) {
    let form = folded.get(word);
    if (form === undefined) {
      form = word.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
        .replace(/[ßæœøđðþłıς]/g, letter => JOINED[letter]);
      folded.set(word, form);
    }
    return form;
  }

  const clean = text => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
  const forms = text => (clean(text).match(WORD) ?? []).map(fold).filter(Boolean);

  /**
   * The stems that a form may have. A stem mostly stands where its form would: that block is sent for
   * at once, not only when the stem is known.
   */
  async function stems(form) {
    blockOf("words", form).catch(() => { /* If it is wanted it will be asked for again. */ });
    return linesFrom(await blockOf("forms", form), form + " ").map(stem);
  }

  /** The lines of a block that begin so. */
  function linesFrom(lines, beginning) {
    const found = [];
    for (let at = lines.indexOf("\n" + beginning); at >= 0;
      at = lines.indexOf("\n" + beginning, at + 1)) {
      found.push(lines.slice(at + 1, lines.indexOf("\n", at + 1)));
    }
    return found;
  }

  function stem(line) {
    const [form, , dropped, added] = line.split(" ");
    return form.slice(0, form.length - dropped) + added;
  }

  /** The forms of a stem and where they stand, in pairs; none if it is no stem. */
  async function family(name) {
    const [line = ""] = linesFrom(await blockOf("words", name), name + " ");
    const parts = line.split(" ");
    const pairs = [];
    for (let i = 1; i < parts.length; i += 2) {
      pairs.push([parts[i], parts[i + 1]]);
    }
    return pairs;
  }

  /** The lines of every form that begins so. */
  async function beginning(prefix) {
    const first = Math.max(0, place(index.forms, prefix));
    const last = place(index.forms, prefix + "\uffff");
    const names = [];
    for (let i = first; i <= last; i++) {
      names.push("forms-" + i);
    }
    return (await Promise.all(names.map(block))).flatMap(lines => linesFrom(lines, prefix));
  }

  return {
    beginning, block, blockOf, family, fold, forms, index, linesFrom, postings, ready, stem, stems, WORD
  };
})();
