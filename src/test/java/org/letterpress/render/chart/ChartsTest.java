package org.letterpress.render.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.junit.jupiter.api.Test;
import org.letterpress.xml.Parsed;
import org.letterpress.xml.Xml;

class ChartsTest {

  private static final View WORLD =
      View.around(List.of(place("a", -60, -179), place("b", 70, 179)));

  private static Place place(String id, double latitude, double longitude) {
    return new Place(id, id, latitude, longitude, 1, 0, 0);
  }

  private static XdmNode corpus(String content) {
    String document = "<corpus xmlns='urn:letterpress:model'>" + content + "</corpus>";
    return ((Parsed.Tree) new Xml().parse(document.getBytes(UTF_8), "corpus.xml")).document();
  }

  private static String entry(String id, double lat, double lon) {
    return String.format(
        Locale.ROOT,
        "<entry kind='place' id='%s' label='%s'><geo lat='%s' lon='%s'/></entry>",
        id,
        id,
        lat,
        lon);
  }

  private static String letter(String id, String from, String to) {
    return String.format(
        Locale.ROOT,
        "<letter id='%s'><action type='sent'><place ref='%s'/></action>"
            + "<action type='received'><place ref='%s'/></action></letter>",
        id,
        from,
        to);
  }

  private static String correspondence(String a, String b, String letters) {
    return String.format(
        Locale.ROOT,
        "<correspondence id='%s--%s' letters='%s'><party id='%s'>%s</party><party id='%s'>%s</party>"
            + "</correspondence>",
        a,
        b,
        letters,
        a,
        a,
        b,
        b);
  }

  private static List<XdmMap> maps(XdmValue value) {
    List<XdmMap> maps = new ArrayList<>();
    for (XdmItem item : value) {
      maps.add((XdmMap) item);
    }
    return maps;
  }

  private static String text(XdmMap map, String key) {
    return ((XdmItem) map.get(key)).getStringValue();
  }

  @Test
  void landStaysWithinTheViewAndHasNoLineRightAcrossIt() {
    String path = new Land().path(WORLD);

    Matcher ring = Pattern.compile("M(-?\\d+) (-?\\d+)l([^z]*)z").matcher(path);
    int rings = 0;
    while (ring.find()) {
      rings++;
      long x = Long.parseLong(ring.group(1));
      long y = Long.parseLong(ring.group(2));
      String[] steps = ring.group(3).split(" ", -1);
      for (int i = 0; i < steps.length; i += 2) {
        long dx = Long.parseLong(steps[i]);
        long fromY = y;
        x += dx;
        y += Long.parseLong(steps[i + 1]);
        assertTrue(x >= -40 && x <= WORLD.width() * 10L + 40, "x " + x);
        assertTrue(y >= -40 && y <= WORLD.height() * 10L + 40, "y " + y);
        boolean edge = fromY <= -30 || fromY >= WORLD.height() * 10L + 30;
        assertTrue(Math.abs(dx) < WORLD.width() * 5L || edge, "a line across at y " + fromY);
      }
    }
    assertTrue(rings > 300, rings + " rings");
  }

  @Test
  void placesAreWhereMercatorHasThem() {
    assertEquals(WORLD.width() / 2.0, WORLD.x(0), 2);
    assertTrue(WORLD.y(52.5) < WORLD.y(48.2), "Berlin is north of Vienna");
    assertEquals(View.mercator(45), 50.4989, 1e-3);
  }

  @Test
  void farPlacesGetAMapOfTheirOwn() {
    StringBuilder content = new StringBuilder();
    content.append(entry("wien", 48.2, 16.4)).append(entry("berlin", 52.5, 13.4));
    content.append(entry("tokyo", 35.7, 139.7)).append(entry("unused", 0, 0));
    for (int i = 0; i < 20; i++) {
      content.append(letter("l" + i, "wien", "berlin"));
    }
    content.append(letter("last", "wien", "tokyo"));

    List<XdmMap> maps = maps(new PlaceMap(corpus(content.toString())).maps());

    assertEquals(2, maps.size());
    assertEquals(2, maps(maps.get(0).get("points")).size());
    List<XdmMap> points = maps(maps.get(1).get("points"));
    assertEquals(
        List.of("wien", "berlin", "tokyo"), points.stream().map(p -> text(p, "id")).toList());
    assertEquals("21", text(points.get(0), "sent"));
    List<XdmMap> ways = maps(maps.get(1).get("ways"));
    assertEquals(List.of("20", "1"), ways.stream().map(way -> text(way, "letters")).toList());
  }

  @Test
  void noMapWithoutCoordinates() {
    assertEquals(0, new PlaceMap(corpus(letter("l", "wien", "berlin"))).maps().size());
  }

  @Test
  void namesDoNotOverlap() {
    Labels labels = new Labels(400, 400);
    labels.mark(200, 200, 5);
    labels.mark(206, 200, 5);

    assertEquals(Labels.Side.LEFT, labels.place("Vienna", 200, 200));
    assertEquals(Labels.Side.RIGHT, labels.place("Hietzing", 206, 200));
    assertEquals(Labels.Side.ABOVE, labels.place("Rodaun", 200, 200));
    assertEquals(Labels.Side.BELOW, labels.place("Aussee", 200, 200));
    assertEquals(Labels.Side.NONE, labels.place("Bad Ischl", 200, 200));
  }

  @Test
  void theSameLettersGiveTheSameNetwork() {
    String content =
        correspondence("a", "b", "1 2 3")
            + correspondence("a", "c", "4")
            + correspondence("d", "a", "5 6");
    XdmMap first = (XdmMap) new CorrespondentChart(corpus(content)).chart().itemAt(0);
    XdmMap second = (XdmMap) new CorrespondentChart(corpus(content)).chart().itemAt(0);

    assertEquals(first.toString(), second.toString());
    List<XdmMap> parties = maps(first.get("parties"));
    assertEquals(List.of("a", "b", "d", "c"), parties.stream().map(p -> text(p, "id")).toList());
    assertEquals("6", text(parties.get(0), "letters"));
    assertEquals(3, maps(first.get("ties")).size());
  }

  @Test
  void twoAreNoNetwork() {
    assertEquals(0, new CorrespondentChart(corpus(correspondence("a", "b", "1"))).chart().size());
  }
}
