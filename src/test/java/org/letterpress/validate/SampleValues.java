package org.letterpress.validate;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.letterpress.validate.SimpleGrammar.Data;
import org.relaxng.datatype.Datatype;
import org.relaxng.datatype.DatatypeBuilder;
import org.relaxng.datatype.DatatypeException;
import org.relaxng.datatype.helpers.DatatypeLibraryLoader;

/** Values of each datatype: samples that it takes, and what comes of crossing them. */
final class SampleValues {

  /** Characters that stand at the borders of what a type takes. */
  private static final int[] ODD = "0:-/.,;#%é߀\u00a0\u0301\u2028'&<\"𝄞漢".codePoints().toArray();

  private static final int CROSSINGS = 600;

  private final List<String> samples;
  private final Random random;
  private final Map<Data, List<String>> fitting = new HashMap<>();
  private final Map<Data, List<String>> words = new HashMap<>();
  private int ids;

  SampleValues(List<String> samples, Random random) {
    // Lists are made of single words.
    Stream<String> words = samples.stream().flatMap(sample -> Stream.of(sample.split(" ")));
    this.samples = Stream.concat(samples.stream(), words).distinct().toList();
    this.random = random;
  }

  /** Some text. */
  String text() {
    return pick(samples);
  }

  /** A value of the datatype; an ID is new each time. */
  String of(Data data) {
    return data.type().equals("ID")
        ? "id" + ids++
        : pick(fitting.computeIfAbsent(data, this::fitting));
  }

  /** A value of the datatype that may stand in a list. */
  String word(Data data) {
    return pick(
        words.computeIfAbsent(
            data, d -> fitting(d).stream().filter(value -> value.matches("[^ ]+")).toList()));
  }

  private List<String> fitting(Data data) {
    Datatype type = datatype(data);
    List<String> plain = samples.stream().filter(value -> type.isValid(value, null)).toList();
    if (plain.isEmpty()) {
      throw new IllegalStateException("no sample fits " + data);
    }
    Set<String> values = new LinkedHashSet<>(plain);
    for (int i = 0; i < CROSSINGS; i++) {
      String value = crossed(pick(plain), pick(samples));
      if (type.isValid(value, null)) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  /** The beginning of one value, perhaps an odd character, and the end of another. */
  private String crossed(String first, String second) {
    StringBuilder crossed = new StringBuilder(first.substring(0, cut(first)));
    if (random.nextBoolean()) {
      crossed.appendCodePoint(ODD[random.nextInt(ODD.length)]);
    }
    return crossed.append(second.substring(cut(second))).toString();
  }

  private int cut(String value) {
    return random.nextInt(value.length() + 1);
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static Datatype datatype(Data data) {
    try {
      DatatypeBuilder builder =
          new DatatypeLibraryLoader()
              .createDatatypeLibrary(data.library())
              .createDatatypeBuilder(data.type());
      for (Map.Entry<String, String> condition : data.conditions()) {
        builder.addParameter(condition.getKey(), condition.getValue(), null);
      }
      return builder.createDatatype();
    } catch (DatatypeException e) {
      throw new IllegalStateException("no such datatype: " + data, e);
    }
  }
}
