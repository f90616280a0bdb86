package org.letterpress.validate;

import com.thaiopensource.xml.util.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares by sample which values two grammars take for an attribute. */
final class ValueComparison {

  /** Samples that tell most types of values apart. */
  private static final List<String> PROBES =
      List.of("a", "a b", "12", "1/2", "1961-11-09", "high", "true", "");

  private final List<String> values;
  private final Map<String, List<Fit>> types = new HashMap<>();

  ValueComparison(List<String> values) {
    this.values = values;
  }

  /** Of the samples that the narrow grammar takes: those the wide one takes, and the others. */
  record Fit(List<String> accepted, List<String> refused) {}

  /**
   * Tries an attribute with all samples, in the state after its name. Attributes of one name that
   * treat the first few samples alike, and take what the other takes, are held to be of one type,
   * and tried once.
   */
  Fit compare(Name name, WalkableGrammar.State narrow, WalkableGrammar.State wide) {
    String type = name.getLocalName() + outcome(name, narrow, PROBES) + outcome(name, wide, PROBES);
    List<Fit> known = types.computeIfAbsent(type, k -> new ArrayList<>());
    for (Fit fit : known) {
      if (fit.accepted().stream()
          .allMatch(v -> narrow.value(name, v) != null && wide.value(name, v) != null)) {
        return fit;
      }
    }
    List<String> accepted = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String value : values) {
      if (narrow.value(name, value) != null) {
        (wide.value(name, value) != null ? accepted : refused).add(value);
      }
    }
    Fit fit = new Fit(accepted, refused);
    known.add(fit);
    return fit;
  }

  private static List<Boolean> outcome(
      Name name, WalkableGrammar.State named, List<String> samples) {
    return samples.stream().map(value -> named.value(name, value) != null).toList();
  }
}
