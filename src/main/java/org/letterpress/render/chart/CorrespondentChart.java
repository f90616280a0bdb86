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
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmMap;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;

/** Lays out who wrote to whom, for {@code xslt/html/charts.xsl} to draw. */
public final class CorrespondentChart {

  /** More marks than these, and nobody tells them apart. */
  private static final int MOST_PARTIES = 90;

  private static final int HEIGHT = 720;
  private static final int EDGE = 70;

  private record Party(String id, String ref, String label, int letters) {}

  private final XdmNode corpus;

  /**
   * Reads what there is to draw.
   *
   * @param corpus the corpus document
   */
  public CorrespondentChart(XdmNode corpus) {
    this.corpus = corpus;
  }

  /**
   * Who wrote to whom, those with most letters; empty where fewer than three did.
   *
   * @return {@code width}, {@code height}, {@code all} (how many there are), {@code parties} (maps:
   *     {@code id, label, x, y, r, side, away, letters}, {@code ref} where the register has an
   *     entry) and {@code ties} (maps: {@code id} of the correspondence, {@code from, to, letters,
   *     x1, y1, x2, y2})
   */
  public XdmValue chart() {
    List<XdmNode> correspondences = all(corpus, "correspondence");
    Map<String, Party> parties = parties(correspondences);
    if (parties.size() < 3) {
      return XdmValue.makeValue(List.of());
    }
    List<Party> shown =
        parties.values().stream()
            .sorted(Comparator.comparing(Party::letters).reversed().thenComparing(Party::id))
            .limit(MOST_PARTIES)
            .toList();
    Map<String, Integer> at = new HashMap<>();
    shown.forEach(party -> at.put(party.id(), at.size()));
    List<Network.Tie> ties = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (XdmNode correspondence : correspondences) {
      List<XdmNode> ends = all(correspondence, "party");
      Integer from = at.get(value(ends.get(0), "id"));
      Integer to = at.get(value(ends.get(1), "id"));
      if (from != null && to != null) {
        ties.add(new Network.Tie(from, to, letters(correspondence)));
        names.add(value(correspondence, "id"));
      }
    }
    return drawn(shown, ties, names).put(key("all"), new XdmAtomicValue(parties.size()));
  }

  /** All who wrote or were written to, with how many letters. */
  private static Map<String, Party> parties(List<XdmNode> correspondences) {
    Map<String, Party> parties = new LinkedHashMap<>();
    for (XdmNode correspondence : correspondences) {
      int letters = letters(correspondence);
      for (XdmNode party : all(correspondence, "party")) {
        parties.merge(
            value(party, "id"),
            new Party(value(party, "id"), value(party, "ref"), party.getStringValue(), letters),
            (a, b) -> new Party(a.id(), a.ref(), a.label(), a.letters() + b.letters()));
      }
    }
    return parties;
  }

  private static int letters(XdmNode correspondence) {
    return value(correspondence, "letters").split(" ", -1).length;
  }

  private static XdmMap drawn(List<Party> parties, List<Network.Tie> ties, List<String> names) {
    Network network = new Network(parties.size(), ties);
    double[] x = new double[parties.size()];
    double[] y = new double[parties.size()];
    double[] r = new double[parties.size()];
    Labels labels = new Labels(View.WIDTH, HEIGHT);
    for (int i = 0; i < x.length; i++) {
      x[i] = EDGE + network.x(i) * (View.WIDTH - 2 * EDGE);
      y[i] = EDGE / 2.0 + network.y(i) * (HEIGHT - EDGE);
      r[i] = radius(parties.get(i).letters(), parties.get(0).letters());
      labels.mark(x[i], y[i], r[i]);
    }
    List<XdmMap> marks = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      Party party = parties.get(i);
      Labels.Side side = labels.place(party.label(), x[i], y[i]);
      marks.add(
          mark(party.id(), party.label(), x[i], y[i], r[i], side, labels.away(x[i], y[i]))
              .put(key("ref"), new XdmAtomicValue(party.ref()))
              .put(key("letters"), new XdmAtomicValue(party.letters())));
    }
    List<XdmMap> lines = new ArrayList<>();
    for (Network.Tie tie : ties) {
      lines.add(
          new XdmMap()
              .put(key("id"), new XdmAtomicValue(names.get(lines.size())))
              .put(key("from"), new XdmAtomicValue(parties.get(tie.from()).label()))
              .put(key("to"), new XdmAtomicValue(parties.get(tie.to()).label()))
              .put(key("letters"), new XdmAtomicValue(tie.letters()))
              .put(key("x1"), number(x[tie.from()]))
              .put(key("y1"), number(y[tie.from()]))
              .put(key("x2"), number(x[tie.to()]))
              .put(key("y2"), number(y[tie.to()])));
    }
    return new XdmMap()
        .put(key("width"), new XdmAtomicValue(View.WIDTH))
        .put(key("height"), new XdmAtomicValue(HEIGHT))
        .put(key("parties"), new XdmValue(marks))
        .put(key("ties"), new XdmValue(lines));
  }
}
