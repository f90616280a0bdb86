package org.letterpress.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/**
 * Where in a file a letter or part stands, before it is read.
 *
 * @param file the file
 * @param id its name in the edition
 * @param kind letter, or which part
 * @param element the number of its element in the file's tree
 * @param without the letters and parts that stand right in it
 * @param place what the corpus document says of its place in the volume, by attribute
 * @param alone whether the file is this letter and nothing else
 */
record Unit(
    SourceFile file,
    String id,
    Letter.Kind kind,
    int element,
    List<Unit> without,
    Map<String, String> place,
    boolean alone) {

  /**
   * What {@code f:units} says of one.
   *
   * @param key its name in the file
   * @param id the name that it wishes for
   * @param part the key of the part that it stands in; empty where it stands in none
   * @param place its number in the volume ({@code position}), where the file is not the letter, and
   *     the page on which it begins ({@code page}), where it is told
   */
  record Said(
      String key,
      String id,
      Letter.Kind kind,
      int element,
      String part,
      Map<String, String> place) {

    private static Said of(XdmMap map) {
      Map<String, String> place = new HashMap<>();
      for (String name : List.of("position", "page")) {
        if (!string(map, name).isEmpty()) {
          place.put(name, string(map, name));
        }
      }
      return new Said(
          string(map, "key"),
          string(map, "id"),
          Letter.Kind.valueOf(string(map, "kind").toUpperCase(Locale.ROOT)),
          SourceFile.number((XdmNode) map.get("source").itemAt(0)),
          string(map, "part"),
          place);
    }

    private static String string(XdmMap map, String key) {
      XdmValue value = map.get(key);
      return value == null || value.size() == 0 ? "" : value.itemAt(0).getStringValue();
    }
  }

  /** Takes down what {@code f:units} says of a file. */
  static List<Said> said(XdmValue units) {
    return units.stream().map(item -> Said.of((XdmMap) item)).toList();
  }

  /**
   * The letters and parts of a file, each with a name that no other has.
   *
   * @param taken the names that other letters have; those of these are added
   */
  static List<Unit> of(SourceFile file, List<Said> said, Set<String> taken) {
    Map<String, Unit> byKey = new HashMap<>();
    List<Unit> units = new ArrayList<>();
    for (Said one : said) {
      Map<String, String> place = new HashMap<>(one.place());
      Unit parent = byKey.get(one.part());
      if (parent != null) {
        place.put("part", parent.id());
      }
      Unit unit =
          new Unit(
              file,
              unique(one.id(), taken),
              one.kind(),
              one.element(),
              new ArrayList<>(),
              place,
              !place.containsKey("position"));
      if (parent != null) {
        parent.without().add(unit);
      }
      byKey.put(one.key(), unit);
      units.add(unit);
    }
    return units;
  }

  /** Its element, and those that stand in it, in one tree of the file. */
  Letter.Source source() {
    return file.source(element, without.stream().map(Unit::element).toList());
  }

  /** As a map for the stylesheets. */
  XdmMap placeForStylesheets() {
    XdmMap map = new XdmMap();
    for (String name : List.of("part", "position", "page")) {
      if (place.containsKey(name)) {
        map = map.put(new XdmAtomicValue(name), new XdmAtomicValue(place.get(name)));
      }
    }
    return map;
  }

  /** A name for files that no other letter has. */
  private static String unique(String wish, Set<String> taken) {
    String safe = wish.replaceAll("[^\\p{L}\\p{N}._-]", "-");
    String id = safe;
    for (int n = 2; !taken.add(id); n++) {
      id = safe + "-" + n;
    }
    return id;
  }
}
