package org.letterpress.report;

/** Findings as parts of somebody else's page, in the look of the report in HTML. */
public final class HtmlFindings {

  private HtmlFindings() {}

  /** A section for each file, without script or style; none where nothing was found. */
  public static String sections(Judgement judgement) {
    return HtmlReport.parts(judgement);
  }

  /** The style sheet, for a shadow tree in the page. */
  public static String css() {
    return HtmlReport.resource("report.css").replace(":root", ":host");
  }

  /** Text as it stands between tags. */
  public static String text(String text) {
    return Markup.text(Visible.of(text));
  }
}
