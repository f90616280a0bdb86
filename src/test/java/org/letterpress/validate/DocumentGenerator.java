package org.letterpress.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * the documents so far is favoured: each document makes for the element that was made least.
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

  /** The definitions of the elements that a pattern speaks of. */
  private final IdentityHashMap<Pattern, Set<String>> children = new IdentityHashMap<>();

  /** The definitions within which each definition is called. */
  private final Map<String, List<String>> parents = new HashMap<>();

  /** How often each element was made, by its definition. */
  private final Map<String, Integer> made = new TreeMap<>();

  /** How far each definition is from the element that is wanted; empty once that is made. */
  private Map<String, Integer> distances = Map.of();

  /** How far each pattern is from the element that is wanted. */
  private final IdentityHashMap<Pattern, Integer> nearest = new IdentityHashMap<>();

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
    for (Map.Entry<String, Element> element : grammar.elements().entrySet()) {
      made.put(element.getKey(), 0);
      for (String child : children(element.getValue().content())) {
        parents.computeIfAbsent(child, c -> new ArrayList<>()).add(element.getKey());
      }
    }
  }

  /**
   * The next document.
   *
   * @param elements how many elements it has at most, or more if none is so small
   */
  String next(int elements) {
    distances = distances(Collections.min(made.entrySet(), Map.Entry.comparingByValue()).getKey());
    nearest.clear();
    Inside document = new Inside(0, ENDLESS);
    derive(grammar.start(), elements, document);
    return document.pieces.get(0).replaceFirst("^<\\w+", "$0 xmlns=\"" + TEI + '"');
  }

  /** What an element is filled with. */
  private static final class Inside {
    final double density;
    final int distance;
    final StringBuilder attributes = new StringBuilder();
    final List<String> pieces = new ArrayList<>();

    /**
     * Nothing as yet.
     *
     * @param density the share of the possible attributes that it gets
     * @param distance how far the element is from the one that is wanted
     */
    Inside(double density, int distance) {
      this.density = density;
      this.distance = distance;
    }
  }

  private void derive(Pattern pattern, int budget, Inside inside) {
    if (pattern instanceof Choice choice) {
      derive(chosen(choice, budget, inside), budget, inside);
    } else if (pattern instanceof Group group) {
      int[] shares = shares(group.parts(), budget, inside);
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
      inside.pieces.add(element(child.definition(), budget - 1));
    } else if (!(pattern instanceof Empty)) {
      inside.pieces.add(escaped(value(pattern)));
    }
  }

  private String element(String definition, int budget) {
    Element element = grammar.elements().get(definition);
    int distance = distances.getOrDefault(definition, ENDLESS);
    if (distance == 0) {
      distances = Map.of();
    }
    made.merge(definition, 1, Integer::sum);
    Inside inside = new Inside(random.nextInt(10) == 0 ? 0.5 : 0.03, distance);
    derive(element.content(), budget, inside);
    String start = element.name() + inside.attributes;
    return inside.pieces.isEmpty()
        ? "<" + start + "/>"
        : "<" + start + ">" + String.join("", inside.pieces) + "</" + element.name() + ">";
  }

  /** One of those for which there is room; the smallest where there is none. */
  private Pattern chosen(Choice choice, int budget, Inside inside) {
    if (choice.attributesOnly()
        && choice.parts().get(0) instanceof Empty
        && random.nextDouble() > inside.density
        && choice.parts().stream().skip(1).allMatch(uses::containsKey)) {
      return choice.parts().get(0);
    }
    List<Pattern> options = choice.parts();
    if (options.stream().anyMatch(option -> least(option) > budget)) {
      int room = Math.max(budget, least(choice));
      options = options.stream().filter(option -> least(option) <= room).toList();
    }
    if (!distances.isEmpty() && !choice.attributesOnly()) {
      Pattern closest = Collections.min(options, Comparator.comparing(this::distance));
      if (distance(closest) < inside.distance) {
        return closest;
      }
    }
    Pattern chosen = pick(options);
    Pattern other = pick(options);
    if (uses.getOrDefault(other, 0) < uses.getOrDefault(chosen, 0)) {
      chosen = other;
    }
    for (Pattern option : options) {
      if (option instanceof Text && random.nextInt(3) == 0) {
        chosen = option;
      } else if (option instanceof Empty && options.size() > 1) {
        double share = choice.attributesOnly() ? 1 : 0.6;
        List<Pattern> others = options.stream().filter(o -> !(o instanceof Empty)).toList();
        boolean unseen = others.stream().anyMatch(o -> !uses.containsKey(o));
        chosen = unseen || random.nextDouble() < share ? pick(others) : option;
      }
    }
    uses.merge(chosen, 1, Integer::sum);
    return chosen;
  }

  /** How much of the room each part gets: what it needs, and at random of what is left. */
  private int[] shares(List<Pattern> parts, int budget, Inside inside) {
    int left = budget - parts.stream().mapToInt(this::least).sum();
    double[] appetites = parts.stream().mapToDouble(part -> appetite(part, inside)).toArray();
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

  private double appetite(Pattern part, Inside inside) {
    if (part.attributesOnly()) {
      return 0;
    }
    return distance(part) < inside.distance ? 1 : Math.pow(random.nextDouble(), 3);
  }

  /** How far the nearest element that a pattern speaks of is from the one that is wanted. */
  private int distance(Pattern pattern) {
    if (distances.isEmpty()) {
      return ENDLESS;
    }
    return nearest.computeIfAbsent(
        pattern,
        p ->
            children(p).stream()
                .mapToInt(child -> distances.getOrDefault(child, ENDLESS))
                .min()
                .orElse(ENDLESS));
  }

  private Set<String> children(Pattern pattern) {
    Set<String> known = children.get(pattern);
    if (known == null) {
      known = new TreeSet<>();
      if (pattern instanceof Child child) {
        known.add(child.definition());
      }
      for (Pattern part : pattern.parts()) {
        known.addAll(children(part));
      }
      children.put(pattern, known);
    }
    return known;
  }

  /** From each definition to that of an element within it, counted in elements. */
  private Map<String, Integer> distances(String wanted) {
    Map<String, Integer> found = new HashMap<>(Map.of(wanted, 0));
    Deque<String> todo = new ArrayDeque<>(List.of(wanted));
    while (!todo.isEmpty()) {
      String child = todo.remove();
      for (String parent : parents.getOrDefault(child, List.of())) {
        if (found.putIfAbsent(parent, found.get(child) + 1) == null) {
          todo.add(parent);
        }
      }
    }
    return found;
  }

  private int times(More more, int budget) {
    int wished = 1 + random.nextInt(random.nextBoolean() ? 3 : 9);
    int least = least(more);
    return least == 0 ? wished : Math.max(1, Math.min(wished, budget / least));
  }

  /** Derives the parts one by one, then shuffles their pieces together like cards. */
  private void interleave(Interleave interleave, int budget, Inside inside) {
    int[] shares = shares(interleave.parts(), budget, inside);
    List<List<String>> piles = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      Inside part = new Inside(inside.density, inside.distance);
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
      return value(chosen(choice, 0, new Inside(0.5, 0)));
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
      addWords(chosen(new Choice(parts), 0, new Inside(0.5, 0)), words);
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
