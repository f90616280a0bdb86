package org.letterpress.validate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.letterpress.validate.SimpleGrammar.Attribute;
import org.letterpress.validate.SimpleGrammar.Child;
import org.letterpress.validate.SimpleGrammar.Choice;
import org.letterpress.validate.SimpleGrammar.Data;
import org.letterpress.validate.SimpleGrammar.Element;
import org.letterpress.validate.SimpleGrammar.Empty;
import org.letterpress.validate.SimpleGrammar.Group;
import org.letterpress.validate.SimpleGrammar.Interleave;
import org.letterpress.validate.SimpleGrammar.More;
import org.letterpress.validate.SimpleGrammar.Pattern;
import org.letterpress.validate.SimpleGrammar.Text;
import org.letterpress.validate.SimpleGrammar.Value;
import org.letterpress.validate.SimpleGrammar.Words;

/**
 * Makes documents that a grammar of TEI elements accepts: it starts from the grammar's start and
 * puts in the place of each pattern something that the pattern stands for. What has been rare in
 * the documents so far is favoured.
 */
final class DocumentGenerator {

  private static final String TEI = "http://www.tei-c.org/ns/1.0";

  /** More elements than any document has: the size of what has no end. */
  private static final int ENDLESS = 1_000_000;

  private final SimpleGrammar grammar;
  private final Random random;
  private final SampleValues values;

  /** The least number of elements that a definition or a pattern stands for. */
  private final Map<String, Integer> leastOfDefinition = new HashMap<>();

  private final IdentityHashMap<Pattern, Integer> least = new IdentityHashMap<>();

  /** How often each pattern was chosen. */
  private final IdentityHashMap<Pattern, Integer> uses = new IdentityHashMap<>();

  /**
   * A generator whose documents follow from the seed.
   *
   * @param samples values for attributes and text; some fit each datatype
   */
  DocumentGenerator(SimpleGrammar grammar, List<String> samples, long seed) {
    this.grammar = grammar;
    this.random = new Random(seed);
    this.values = new SampleValues(samples, random);
    measure();
  }

  /**
   * The next document.
   *
   * @param elements how many elements it has at most, or more if none is so small
   */
  String next(int elements) {
    Inside document = new Inside(0);
    derive(grammar.start(), elements, document);
    return document.pieces.get(0).replaceFirst("^<\\w+", "$0 xmlns=\"" + TEI + '"');
  }

  /** What an element is filled with. */
  private static final class Inside {
    final double density;
    final StringBuilder attributes = new StringBuilder();
    final List<String> pieces = new ArrayList<>();

    /** The density is the share of the possible attributes that it gets. */
    Inside(double density) {
      this.density = density;
    }
  }

  private void derive(Pattern pattern, int budget, Inside inside) {
    if (pattern instanceof Choice choice) {
      derive(chosen(choice, budget, inside.density), budget, inside);
    } else if (pattern instanceof Group group) {
      int[] shares = shares(group.parts(), budget);
      for (int i = 0; i < shares.length; i++) {
        derive(group.parts().get(i), shares[i], inside);
      }
    } else if (pattern instanceof Interleave interleave) {
      interleave(interleave, budget, inside);
    } else if (pattern instanceof More more) {
      List<Pattern> copies = Collections.nCopies(times(more, budget), more.of());
      derive(new Group(copies), budget, inside);
    } else if (pattern instanceof Attribute attribute) {
      inside.attributes.append(' ').append(attribute.name());
      inside.attributes.append("=\"").append(escaped(value(attribute.value()))).append('"');
    } else if (pattern instanceof Child child) {
      inside.pieces.add(element(grammar.elements().get(child.definition()), budget - 1));
    } else if (!(pattern instanceof Empty)) {
      inside.pieces.add(escaped(value(pattern)));
    }
  }

  private String element(Element element, int budget) {
    Inside inside = new Inside(random.nextInt(6) == 0 ? 0.5 : 0.03);
    derive(element.content(), budget, inside);
    String start = element.name() + inside.attributes;
    return inside.pieces.isEmpty()
        ? "<" + start + "/>"
        : "<" + start + ">" + String.join("", inside.pieces) + "</" + element.name() + ">";
  }

  /** One of those for which there is room; the smallest where there is none. */
  private Pattern chosen(Choice choice, int budget, double density) {
    int room = Math.max(budget, least(choice));
    List<Pattern> options = new ArrayList<>(choice.parts());
    options.removeIf(option -> least(option) > room);
    Pattern chosen = pick(options);
    Pattern other = pick(options);
    if (uses.getOrDefault(other, 0) < uses.getOrDefault(chosen, 0)) {
      chosen = other;
    }
    for (Pattern option : options) {
      if (option instanceof Text && random.nextInt(3) == 0) {
        chosen = option;
      } else if (option instanceof Empty && options.size() > 1) {
        double share = choice.attributesOnly() ? density : 0.6;
        List<Pattern> others = options.stream().filter(o -> !(o instanceof Empty)).toList();
        boolean unseen = others.stream().anyMatch(o -> !uses.containsKey(o));
        chosen = unseen || random.nextDouble() < share ? pick(others) : option;
      }
    }
    uses.merge(chosen, 1, Integer::sum);
    return chosen;
  }

  /** How much of the room each part gets: what it needs, and at random of what is left. */
  private int[] shares(List<Pattern> parts, int budget) {
    int left = budget - parts.stream().mapToInt(this::least).sum();
    double[] appetites =
        parts.stream()
            .mapToDouble(part -> part.attributesOnly() ? 0 : Math.pow(random.nextDouble(), 3))
            .toArray();
    double all = 0;
    for (double appetite : appetites) {
      all += appetite;
    }
    int[] shares = new int[parts.size()];
    for (int i = 0; i < shares.length; i++) {
      int more = left <= 0 || all == 0 ? 0 : (int) (left * appetites[i] / all);
      shares[i] = least(parts.get(i)) + more;
    }
    return shares;
  }

  private int times(More more, int budget) {
    int wished = 1 + random.nextInt(random.nextBoolean() ? 3 : 9);
    int least = least(more);
    return least == 0 ? wished : Math.max(1, Math.min(wished, budget / least));
  }

  /** Derives the parts one by one, then shuffles their pieces together like cards. */
  private void interleave(Interleave interleave, int budget, Inside inside) {
    int[] shares = shares(interleave.parts(), budget);
    List<List<String>> piles = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      Inside part = new Inside(inside.density);
      derive(interleave.parts().get(i), shares[i], part);
      inside.attributes.append(part.attributes);
      piles.add(part.pieces);
    }
    piles.removeIf(List::isEmpty);
    while (!piles.isEmpty()) {
      List<String> pile = piles.get(random.nextInt(piles.size()));
      inside.pieces.add(pile.remove(0));
      piles.removeIf(List::isEmpty);
    }
  }

  private String value(Pattern pattern) {
    if (pattern instanceof Choice choice) {
      return value(chosen(choice, 0, 0.5));
    } else if (pattern instanceof Data data) {
      return values.of(data);
    } else if (pattern instanceof Value value) {
      return value.value();
    } else if (pattern instanceof Words words) {
      List<String> list = new ArrayList<>();
      addWords(words.of(), list);
      return String.join(" ", list);
    }
    return pattern instanceof Empty ? "" : values.text();
  }

  private void addWords(Pattern pattern, List<String> words) {
    if (pattern instanceof Choice choice) {
      // The empty value is no word of a list.
      List<Pattern> parts = new ArrayList<>(choice.parts());
      parts.removeIf(part -> part instanceof Value value && value.value().isBlank());
      addWords(chosen(new Choice(parts), 0, 0.5), words);
    } else if (pattern instanceof Group group) {
      group.parts().forEach(part -> addWords(part, words));
    } else if (pattern instanceof More more) {
      for (int i = times(more, 0); i > 0; i--) {
        addWords(more.of(), words);
      }
    } else if (pattern instanceof Data data) {
      words.add(values.word(data));
    } else if (!(pattern instanceof Empty)) {
      words.add(value(pattern));
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** Finds the least sizes, in rounds, since definitions call one another. */
  private void measure() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, Element> element : grammar.elements().entrySet()) {
        int size = 1 + size(element.getValue().content());
        Integer before = leastOfDefinition.put(element.getKey(), size);
        changed |= before == null || before != size;
      }
    }
  }

  private int least(Pattern pattern) {
    return least.computeIfAbsent(pattern, p -> size(p));
  }

  private int size(Pattern pattern) {
    if (pattern.attributesOnly()) {
      return 0;
    } else if (pattern instanceof Child child) {
      return leastOfDefinition.getOrDefault(child.definition(), ENDLESS);
    } else if (pattern instanceof Choice choice) {
      return choice.parts().stream().mapToInt(this::size).min().orElse(0);
    }
    return Math.min(ENDLESS, pattern.parts().stream().mapToInt(this::size).sum());
  }
}
