package org.letterpress.render.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every form of every word with the places where it stands, by stem. For one thread. */
final class Lexicon {

  private final Stems stems = new Stems();
  private final Map<String, Map<String, Postings>> known = new HashMap<>();
  private final TreeMap<String, TreeMap<String, Postings>> families = new TreeMap<>();

  /**
   * Takes a passage in.
   *
   * @param document its document's number
   * @param first the number of its first word
   * @return the number of the next passage's first word: one is left out, so that no phrase goes
   *     across
   */
  int add(Passage passage, int document, int first) {
    int turn = 0;
    int next = first;
    List<Passage.Turn> turns = passage.turns();
    for (Words.Word word : Words.of(passage.text())) {
      while (turn + 1 < turns.size() && turns.get(turn + 1).start() <= word.start()) {
        turn++;
      }
      postings(word.text(), turns.get(turn).lang()).add(document, first + word.position());
      next = first + word.position() + 2;
    }
    return next;
  }

  private Postings postings(String word, String lang) {
    return known
        .computeIfAbsent(lang, key -> new HashMap<>())
        .computeIfAbsent(
            word,
            key ->
                families
                    .computeIfAbsent(stems.stem(key, lang), stem -> new TreeMap<>())
                    .computeIfAbsent(Words.fold(key), form -> new Postings()));
  }

  /** Writes the blocks that lead from a form to its stems; their first keys. */
  List<String> forms(Map<String, byte[]> files) {
    record Form(String form, String stem, int documents) {}
    List<Form> forms = new ArrayList<>();
    families.forEach(
        (stem, family) ->
            family.forEach(
                (form, postings) -> forms.add(new Form(form, stem, postings.documents()))));
    forms.sort(Comparator.comparing(Form::form).thenComparing(Form::stem));
    Blocks blocks = new Blocks("forms", files);
    for (Form form : forms) {
      blocks.add(
          form.form(),
          form.form() + " " + form.documents() + " " + difference(form.form(), form.stem()));
    }
    return blocks.finish();
  }

  /** What makes the stem of the form: how many characters fall off its end, and what comes on. */
  private static String difference(String form, String stem) {
    int same = 0;
    while (same < Math.min(form.length(), stem.length())
        && form.charAt(same) == stem.charAt(same)) {
      same++;
    }
    return (form.length() - same) + " " + stem.substring(same);
  }

  /** Writes the blocks that lead from a stem to its forms and their places; their first keys. */
  List<String> families(Map<String, byte[]> files) {
    Blocks blocks = new Blocks("words", files);
    families.forEach(
        (stem, family) -> {
          StringBuilder line = new StringBuilder(stem);
          family.forEach((form, at) -> line.append(' ').append(form).append(' ').append(at));
          blocks.add(stem, line.toString());
        });
    return blocks.finish();
  }
}
