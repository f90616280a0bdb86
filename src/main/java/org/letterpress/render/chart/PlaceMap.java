package org.letterpress.render.chart;

import static org.letterpress.render.chart.Marks.all;
import static org.letterpress.render.chart.Marks.key;
import static org.letterpress.render.chart.Marks.mark;
import static org.letterpress.render.chart.Marks.number;
import static org.letterpress.render.chart.Marks.radius;
import static org.letterpress.render.chart.Marks.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** Lays out the places and the letters' ways, for {@code xslt/html/charts.xsl} to draw. */
public final class PlaceMap {

  private final XdmNode corpus;

  /**
   * Reads what there is to draw.
   *
   * @param corpus the corpus document
   */
  public PlaceMap(XdmNode corpus) {
    this.corpus = corpus;
  }

  /**
   * The maps: the part of the earth where most of the places are, and, if others lie far from it,
   * the whole. None where no place of the register with coordinates is used.
   *
   * @return for each {@code width}, {@code height}, {@code land} (path data in tenths), {@code
   *     points} (a sequence of maps: {@code id, label, x, y, r, side, away, sent, received,
   *     mentions}) and {@code ways} (maps: {@code from, to, letters, d})
   */
  public XdmValue maps() {
    List<Place> places = places();
    if (places.isEmpty()) {
      return XdmValue.makeValue(List.of());
    }
    Land land = new Land();
    View whole = View.around(places);
    View close = View.around(most(places));
    List<XdmMap> maps = new ArrayList<>();
    if (close.scale() >= 2 * whole.scale()) {
      maps.add(map(close, land, places));
    }
    maps.add(map(whole, land, places));
    return new XdmValue(maps);
  }

  private List<Place> places() {
    Map<String, int[]> counts = new HashMap<>();
    for (XdmNode letter : all(corpus, "letter")) {
      ends(letter).forEach((end, ids) -> ids.forEach(id -> counted(counts, id)[end]++));
    }
    for (XdmNode mention : all(corpus, "mention")) {
      counted(counts, value(mention, "ref"))[2]++;
    }
    List<Place> places = new ArrayList<>();
    for (XdmNode entry : all(corpus, "entry")) {
      int[] count = counts.get(value(entry, "id"));
      List<XdmNode> geo = all(entry, "geo");
      if (count != null && !geo.isEmpty() && value(entry, "kind").equals("place")) {
        places.add(
            new Place(
                value(entry, "id"),
                value(entry, "label"),
                Double.parseDouble(value(geo.get(0), "lat")),
                Double.parseDouble(value(geo.get(0), "lon")),
                count[0],
                count[1],
                count[2]));
      }
    }
    // Those with letters have the first claim to a name on the map.
    places.sort(
        Comparator.comparing(Place::letters)
            .thenComparing(Place::mentions)
            .reversed()
            .thenComparing(Place::id));
    return places;
  }

  private static int[] counted(Map<String, int[]> counts, String id) {
    return counts.computeIfAbsent(id, key -> new int[3]);
  }

  /** The places that a letter was sent from (0) and received at (1). */
  private static Map<Integer, List<String>> ends(XdmNode letter) {
    Map<Integer, List<String>> ends = new TreeMap<>(Map.of(0, List.of(), 1, List.of()));
    List<String> types = List.of("sent", "received");
    for (XdmNode action : all(letter, "action")) {
      int end = types.indexOf(value(action, "type"));
      if (end >= 0) {
        List<String> ids = new ArrayList<>(ends.get(end));
        all(action, "place").stream()
            .map(place -> value(place, "ref"))
            .filter(id -> !id.isEmpty() && !ids.contains(id))
            .forEach(ids::add);
        ends.put(end, ids);
      }
    }
    return ends;
  }

  /** The places without those at the edges that have at most a tenth of the weight. */
  private static List<Place> most(List<Place> places) {
    List<Place> most = new ArrayList<>(places);
    double spare = places.stream().mapToInt(Place::weight).sum() * 0.1;
    double x = centre(places, true);
    double y = centre(places, false);
    Comparator<Place> byDistance =
        Comparator.comparingDouble(
            place ->
                Math.max(
                    Math.abs(place.longitude() - x),
                    Math.abs(View.mercator(place.latitude()) - y)));
    List<Place> outermost = new ArrayList<>(places);
    outermost.sort(byDistance.reversed().thenComparing(Place::id));
    for (Place place : outermost) {
      spare -= place.weight();
      if (spare < 0) {
        break;
      }
      most.remove(place);
    }
    return most;
  }

  /** The median of all letters and mentions. */
  private static double centre(List<Place> places, boolean acrossOrDown) {
    List<Place> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparingDouble(p -> acrossOrDown ? p.longitude() : p.latitude()));
    double half = places.stream().mapToInt(Place::weight).sum() / 2.0;
    Place middle = sorted.get(0);
    for (Place place : sorted) {
      middle = place;
      half -= place.weight();
      if (half <= 0) {
        break;
      }
    }
    return acrossOrDown ? middle.longitude() : View.mercator(middle.latitude());
  }

  private XdmMap map(View view, Land land, List<Place> places) {
    List<Place> shown = places.stream().filter(view::shows).toList();
    int most = shown.stream().mapToInt(Place::weight).max().orElse(1);
    Labels labels = new Labels(view.width(), view.height());
    shown.forEach(
        place ->
            labels.mark(
                view.x(place.longitude()), view.y(place.latitude()), radius(place.weight(), most)));
    List<XdmMap> points = new ArrayList<>();
    for (Place place : shown) {
      double x = view.x(place.longitude());
      double y = view.y(place.latitude());
      double r = radius(place.weight(), most);
      points.add(
          mark(
                  place.id(),
                  place.label(),
                  x,
                  y,
                  r,
                  labels.place(place.label(), x, y),
                  labels.away(x, y))
              .put(key("sent"), new XdmAtomicValue(place.sent()))
              .put(key("received"), new XdmAtomicValue(place.received()))
              .put(key("mentions"), new XdmAtomicValue(place.mentions())));
    }
    return new XdmMap()
        .put(key("width"), new XdmAtomicValue(view.width()))
        .put(key("height"), new XdmAtomicValue(view.height()))
        .put(key("land"), new XdmAtomicValue(land.path(view)))
        .put(key("points"), new XdmValue(points))
        .put(key("ways"), new XdmValue(ways(view, places)));
  }

  /** The letters' ways from place to place, those there and back as one. */
  private List<XdmMap> ways(View view, List<Place> places) {
    Map<String, Place> byId = new HashMap<>();
    places.forEach(place -> byId.put(place.id(), place));
    Map<List<String>, Integer> ways = new LinkedHashMap<>();
    for (XdmNode letter : all(corpus, "letter")) {
      Map<Integer, List<String>> ends = ends(letter);
      for (String from : ends.get(0)) {
        for (String to : ends.get(1)) {
          if (!from.equals(to) && byId.containsKey(from) && byId.containsKey(to)) {
            List<String> pair = from.compareTo(to) < 0 ? List.of(from, to) : List.of(to, from);
            ways.merge(pair, 1, Integer::sum);
          }
        }
      }
    }
    List<XdmMap> drawn = new ArrayList<>();
    ways.forEach(
        (pair, letters) -> {
          Place from = byId.get(pair.get(0));
          Place to = byId.get(pair.get(1));
          if (view.shows(from) || view.shows(to)) {
            drawn.add(
                new XdmMap()
                    .put(key("from"), new XdmAtomicValue(from.label()))
                    .put(key("to"), new XdmAtomicValue(to.label()))
                    .put(key("letters"), new XdmAtomicValue(letters))
                    .put(key("d"), new XdmAtomicValue(bow(view, from, to))));
          }
        });
    return drawn;
  }

  /** A line that bends a little, so that ways side by side can be told apart. */
  private static String bow(View view, Place from, Place to) {
    double x1 = view.x(from.longitude());
    double y1 = view.y(from.latitude());
    double x2 = view.x(to.longitude());
    double y2 = view.y(to.latitude());
    double bend = 0.14;
    return "M"
        + number(x1)
        + " "
        + number(y1)
        + "Q"
        + number((x1 + x2) / 2 + (y2 - y1) * bend)
        + " "
        + number((y1 + y2) / 2 - (x2 - x1) * bend)
        + " "
        + number(x2)
        + " "
        + number(y2);
  }
}
