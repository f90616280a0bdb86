package org.letterpress.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
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
   * Takes in what {@code f:units} says of a file.
   *
   * @param taken the names that other letters have; those of these are added
   */
  static List<Unit> of(SourceFile file, XdmValue said, Set<String> taken) {
    Map<String, Unit> byKey = new HashMap<>();
    List<Unit> units = new ArrayList<>();
    for (XdmItem item : said) {
      XdmMap map = (XdmMap) item;
      Map<String, String> place = new HashMap<>();
      for (String name : List.of("position", "page")) {
        if (!string(map, name).isEmpty()) {
          place.put(name, string(map, name));
        }
      }
      Unit parent = byKey.get(string(map, "part"));
      if (parent != null) {
        place.put("part", parent.id());
      }
      Unit unit =
          new Unit(
              file,
              unique(string(map, "id"), taken),
              Letter.Kind.valueOf(string(map, "kind").toUpperCase(Locale.ROOT)),
              SourceFile.number((XdmNode) map.get("source").itemAt(0)),
              new ArrayList<>(),
              place,
              !place.containsKey("position"));
      if (parent != null) {
        parent.without().add(unit);
      }
      byKey.put(string(map, "key"), unit);
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

  private static String string(XdmMap map, String key) {
    XdmValue value = map.get(key);
    return value == null || value.size() == 0 ? "" : value.itemAt(0).getStringValue();
  }
}
