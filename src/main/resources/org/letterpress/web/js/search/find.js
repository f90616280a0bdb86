/* Finding: what a query means, where its words stand, in what order that is shown. */
const letterpressFinder = (() => {
  "use strict";

  const {beginning, block, family, forms, index, postings, stem, stems} = letterpressIndex;

  // --------------------------------------------------------------------- terms

  /** What a reader has typed, as terms: words, phrases, beginnings. */
  function terms(query) {
    const all = [];
    for (const [, phrase, chunk] of query.matchAll(/["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]?|([^\s"“”„‟«»]+)/g)) {
      const words = forms(phrase ?? chunk);
      if (words.length > 0) {
        // What has several words in it without a space, such as West-Berlin, is a phrase as well.
        const kind = phrase !== undefined || words.length > 1 ? "phrase"
          : chunk.endsWith("*") ? "prefix" : "word";
        all.push({kind, words, typed: phrase === undefined ? chunk : "“" + phrase.trim() + "”"});
      }
    }
    return all;
  }

  // ------------------------------------------------------------------- finding

  /**
   * Where a term stands: the documents with the weights of it in its own form, in others, in the
   * title; and the forms, to be marked.
   */
  async function find(term) {
    term.found = new Map();
    term.forms = new Set();
    if (term.kind === "phrase") {
      await findPhrase(term);
    } else if (term.kind === "prefix") {
      await findPrefix(term);
    } else {
      const own = await stems(term.words[0]);
      if (own.length === 0) {
        if (term.words[0].length > 2) {
          await findPrefix(term);
          term.begins = term.found.size > 0;
        }
        if (!term.begins) {
          await findKin(term);
          term.kin = term.found.size > 0;
        }
      } else {
        for (const pairs of await Promise.all(own.map(family))) {
          pairs.forEach(([form, row]) => count(term, form, row, form === term.words[0]));
        }
      }
    }
    return term;
  }

  async function findPrefix(term) {
    const lines = await beginning(term.words[0]);
    const families = await Promise.all([...new Set(lines.map(stem))].map(family));
    families.flat().filter(([form]) => form.startsWith(term.words[0]))
      .forEach(([form, row]) => count(term, form, row, true));
  }

  /**
   * Other forms of one that no letter has. The index can't say what its stem is; but without its
   * ending it may be a form, or a stem, that is known.
   */
  async function findKin(term) {
    const [word] = term.words;
    const most = Math.min(word.length < 7 ? 2 : 3, word.length - 3);
    for (let dropped = 1; dropped <= most && term.found.size === 0; dropped++) {
      const left = word.slice(0, -dropped);
      const names = new Set([left, ...await stems(left)]);
      const families = await Promise.all([...names].map(family));
      families.flat().forEach(([form, row]) => count(term, form, row, false));
    }
  }

  function count(term, form, row, own) {
    term.forms.add(form);
    postings(row, (number, positions) => score(term, number, positions, own));
  }

  function score(term, number, positions, own) {
    let hit = term.found.get(number);
    if (!hit) {
      term.found.set(number, hit = {own: 0, other: 0, title: 0});
    }
    hit[own ? "own" : "other"] += positions.length;
    if (positions[0] < index.titles[number]) {
      hit.title++;
    }
  }

  /** The words one after the other: those places are kept that the next word follows. */
  async function findPhrase(term) {
    const rows = await Promise.all(term.words.map(async word => {
      const families = await Promise.all((await stems(word)).map(family));
      return families.flat().filter(([form]) => form === word).map(([, row]) => row);
    }));
    let kept;
    rows.forEach((row, step) => {
      const found = new Map();
      row.forEach(part => postings(part, (number, positions) => {
        const starts = positions.map(position => position - step);
        const before = kept?.get(number);
        const both = step === 0 ? starts : before ? starts.filter(at => before.has(at)) : [];
        if (both.length > 0) {
          const known = found.get(number) ?? found.set(number, new Set()).get(number);
          both.forEach(at => known.add(at));
        }
      }));
      kept = found;
    });
    kept.forEach((starts, number) =>
      score(term, number, [...starts].sort((a, b) => a - b), true));
  }

  /**
   * The documents that have all terms, with their ranks. A rare word counts for more; its own form
   * counts for more than any number of its other forms; more often counts for more, less so in a
   * long text.
   */
  function rank(all) {
    const ranks = new Map();
    const [rarest, ...others] = [...all].sort((a, b) => a.found.size - b.found.size);
    for (const number of rarest.found.keys()) {
      if (others.every(term => term.found.has(number))) {
        let sum = 0;
        for (const {found} of all) {
          const {own, other, title} = found.get(number);
          const rarity = Math.log(1 + (index.lengths.length - found.size + 0.5) / (found.size + 0.5));
          const often = own + other / 2 + 2 * title;
          const length = 0.25 + 0.75 * index.lengths[number] / index.average;
          sum += rarity * ((own > 0) + (title > 0) + often / (often + 1.2 * length));
        }
        ranks.set(number, sum);
      }
    }
    return ranks;
  }

  // ------------------------------------------------------------------- filters

  /** What letters may be narrowed down by, beside years. */
  const FACETS = ["correspondent", "person", "place", "lang"];

  const facets = new Map();

  /** The values of a facet, each with its key, label and letters. */
  async function facet(name) {
    if (!facets.has(name)) {
      const values = await block("facet-" + name);
      facets.set(name, values.map(([key, label, row]) => {
        const letters = [];
        postings(row, number => letters.push(number));
        return {key, label, letters};
      }));
    }
    return facets.get(name);
  }

  /** The filters that are set: for each the letters that it lets through. */
  async function filters(state) {
    const set = new Map();
    for (const name of FACETS) {
      if (state[name]) {
        const value = (await facet(name)).find(({key}) => key === state[name]);
        set.set(name, new Set(value?.letters));
      }
    }
    if (state.from || state.to) {
      // The earlier year first, in whichever field it stands.
      const [first, last] = [Number(state.from) || 0, Number(state.to) || 9999].sort((a, b) => a - b);
      const years = (await facet("year")).filter(({key}) => key >= first && key <= last);
      set.set("year", new Set(years.flatMap(({letters}) => letters)));
    }
    return set;
  }

  const passes = (set, number, except) =>
    [...set].every(([name, letters]) => name === except || letters.has(number));

  // ------------------------------------------------------------------ spelling

  /** Forms that begin with the same letter and differ by a slip or two, the likeliest first. */
  async function similar(word) {
    const most = word.length < 5 ? 1 : 2;
    const near = [];
    for (const line of word.length > 1 ? await beginning(word[0]) : []) {
      const [form, documents] = line.split(" ");
      const slips = Math.abs(form.length - word.length) > most ? 9 : distance(form, word);
      if (slips <= most) {
        near.push({form, slips, later: form[1] === word[1], documents: Number(documents)});
      }
    }
    // A slip in the second letter is rarer than one further on.
    near.sort((a, b) => a.slips - b.slips || b.later - a.later || b.documents - a.documents);
    return [...new Set(near.map(({form}) => form))].slice(0, 3);
  }

  /** How many letters are wrong, missing, too many or changed about. */
  function distance(a, b) {
    let before = [];
    let row = Array.from({length: b.length + 1}, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return row[b.length];
  }

  return {facet, filters, find, passes, rank, similar, terms};
})();
