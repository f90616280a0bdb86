package org.letterpress.render.pdf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.EventListener;
import org.apache.fop.events.model.EventSeverity;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;

/** What FOP has to complain of in one run, as findings: what would be lost or wrong on paper. */
final class Complaints implements EventListener {

  /** Of no weight: a language without hyphenation, and a table header's mere style. */
  private static final Set<String> HARMLESS =
      Set.of("hyphenationNotFound", "unknownLanguage", "layoutHasReachedParts", "endPage");

  private static final Set<String> PICTURE =
      Set.of("imageNotFound", "imageError", "imageIOError", "imageWarning", "uriError");

  private static final Set<String> TOO_LARGE =
      Set.of(
          "lineOverflows",
          "objectTooWide",
          "rowTooTall",
          "viewportIPDOverflow",
          "viewportBPDOverflow",
          "regionOverflow",
          "staticRegionOverflow");

  /** Less than this runs over unseen: half a point, in thousandths. */
  private static final int UNSEEN = 500;

  /** So many letters of a word are told. */
  private static final int SHOWN = 40;

  private final String root;
  private Location location;
  private FONode block;
  private IntUnaryOperator meant = IntUnaryOperator.identity();
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<String> pictures = new HashSet<>();

  /**
   * Findings are said to be in this file.
   *
   * @param root the edition's folder, from which pictures are named
   */
  Complaints(String file, URI root) {
    this.location = Location.of(file);
    this.root = root.getPath();
  }

  /** From now on findings are said to be in this file. */
  void about(String file) {
    this.location = Location.of(file);
    pictures.clear();
  }

  /**
   * What happens next happens to the words of this block.
   *
   * @return the block before
   */
  FONode in(FONode block) {
    FONode before = this.block;
    this.block = block;
    return before;
  }

  List<Finding> findings() {
    return findings.stream().sorted().toList();
  }

  @Override
  public void processEvent(Event event) {
    String name = event.getEventID().substring(event.getEventID().lastIndexOf('.') + 1);
    if (name.equals("glyphNotAvailable")) {
      glyph(meant.applyAsInt((Character) event.getParam("ch")));
    } else if (PICTURE.contains(name)) {
      picture(event);
    } else if (TOO_LARGE.contains(name)) {
      tooLarge(event);
    } else if (!HARMLESS.contains(name) && grave(event)) {
      add("pdf-layout", Severity.ERROR, Map.of("words", text(event)));
    }
  }

  private void add(String code, Severity severity, Map<String, String> arguments) {
    findings.add(Finding.of(code, severity, location, arguments, List.of()));
  }

  /** Called by the one who has lost a mark on the way. */
  void add(Finding finding) {
    findings.add(finding);
  }

  /** The page of a place is wanted, and there is no such place. */
  void unresolved(String id) {
    add(
        "pdf-layout",
        Severity.ERROR,
        Map.of("words", "page-number-citation ref-id=\"" + id + "\""));
  }

  /** Says which character FOP means by the sixteen bits that it names. */
  void read(IntUnaryOperator meant) {
    this.meant = meant;
  }

  private void glyph(int missing) {
    add(
        "pdf-glyph",
        Severity.ERROR,
        Map.of(
            "sign",
            Character.toString(missing),
            "code",
            String.format(Locale.ROOT, "U+%04X %s", missing, Character.getName(missing))));
  }

  /** The first reason is the true one: what FOP says later is that there is no picture. */
  private void picture(Event event) {
    String uri = String.valueOf(event.getParam("uri"));
    if (pictures.add(uri)) {
      add("pdf-picture", Severity.ERROR, Map.of("picture", name(uri), "reason", reason(event)));
    }
  }

  /** A picture's path in the edition's folder, as the editor knows it; else its address. */
  private String name(String uri) {
    try {
      String path = new URI(uri).getPath();
      return path != null && path.startsWith(root) ? path.substring(root.length()) : uri;
    } catch (URISyntaxException notOurs) {
      return uri;
    }
  }

  private void tooLarge(Event event) {
    int over =
        number(event, "amount")
            + number(event, "overflowLength")
            + Math.max(0, number(event, "effIPD") - number(event, "maxIPD"))
            + Math.max(0, number(event, "effCellBPD") - number(event, "maxCellBPD"));
    if (over > UNSEEN) {
      String by = String.valueOf(Math.max(1, Math.round(over * 25.4 / 72_000)));
      add("pdf-overflow", Severity.WARNING, Map.of("by", by, "words", longest(event)));
    }
  }

  private static int number(Event event, String name) {
    return event.getParam(name) instanceof Integer number ? number : 0;
  }

  /** The longest word of what is too large, by which an editor finds it; else what kind it is. */
  private String longest(Event event) {
    StringBuilder text = new StringBuilder();
    words(block, text);
    String longest =
        Pattern.compile("[\\s\u00A0\u200B]+")
            .splitAsStream(text)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    if (longest.isEmpty()) {
      return String.valueOf(event.getParam("elementName")).replaceFirst("^fo:", "");
    }
    return longest.length() <= SHOWN ? longest : longest.substring(0, SHOWN) + "…";
  }

  private static void words(FONode node, StringBuilder text) {
    if (node instanceof FOText words) {
      text.append((CharSequence) words);
    } else if (node != null && node.getChildNodes() != null) {
      node.getChildNodes().forEachRemaining(child -> words(child, text));
      text.append(' ');
    }
  }

  private static boolean grave(Event event) {
    return event.getSeverity() != EventSeverity.INFO;
  }

  private static String reason(Event event) {
    for (String name : List.of("e", "fnfe", "ioe")) {
      if (event.getParam(name) instanceof Exception e && e.getMessage() != null) {
        return " (" + e.getMessage() + ")";
      }
    }
    return "";
  }

  private static String text(Event event) {
    // The place in the stylesheet's output, which the reader doesn't have.
    return EventFormatter.format(event, Locale.ENGLISH)
        .replaceAll("\\s*\\(See position [^)]*\\)", "")
        .strip();
  }
}
