package org.letterpress.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.letterpress.finding.Finding;

/**
 * Findings as the XML of JUnit's Ant task, which build servers read: a file is a test case, and a
 * finding that makes the run fail is a failure of it. Other findings stand in its output.
 */
final class JunitReport {

  private JunitReport() {}

  static String write(Judgement judgement) {
    Map<String, List<Finding>> byFile = new HashMap<>();
    Set<String> files = new LinkedHashSet<>(judgement.files());
    for (Finding finding : judgement.findings()) {
      String file = finding.location().file();
      files.add(file); // one that could not be read was not judged
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(finding);
    }
    long failed =
        byFile.values().stream().filter(f -> f.stream().anyMatch(judgement::isFailure)).count();
    String counts =
        " tests=\"" + files.size() + "\" failures=\"" + failed + "\" errors=\"0\" skipped=\"0\"";
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String folder = Judgement.slashed(judgement.folder());
    xml.append("<testsuites name=\"Letterpress\" tests=\"").append(files.size());
    xml.append("\" failures=\"").append(failed).append("\" errors=\"0\">\n");
    xml.append("  <testsuite name=\"").append(Markup.attribute(folder)).append('"');
    xml.append(counts).append(" time=\"0\">\n");
    for (String file : files.stream().sorted().toList()) {
      testCase(xml, judgement, file, byFile.getOrDefault(file, List.of()));
    }
    return xml.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static void testCase(
      StringBuilder xml, Judgement judgement, String file, List<Finding> findings) {
    xml.append("    <testcase name=\"").append(Markup.attribute(file));
    xml.append("\" classname=\"letterpress\" time=\"0\"");
    if (findings.isEmpty()) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    StringBuilder others = new StringBuilder();
    for (Finding finding : findings) {
      if (judgement.isFailure(finding)) {
        xml.append("      <failure type=\"").append(Markup.attribute(finding.code()));
        xml.append("\" message=\"").append(Markup.attribute(judgement.message(finding)));
        xml.append("\">").append(Markup.text(line(judgement, finding))).append("</failure>\n");
      } else {
        others.append(line(judgement, finding)).append('\n');
      }
    }
    if (others.length() > 0) {
      xml.append("      <system-out>").append(Markup.text(others.toString().strip()));
      xml.append("</system-out>\n");
    }
    xml.append("    </testcase>\n");
  }

  private static String line(Judgement judgement, Finding finding) {
    String severity = Words.of(judgement.words()).get("severity." + finding.severity().word());
    String remedy = judgement.remedy(finding);
    return judgement.shown(finding.location())
        + ": "
        + severity
        + ": "
        + judgement.message(finding)
        + (remedy.isEmpty() ? "" : " " + remedy)
        + " ["
        + finding.code()
        + "]";
  }
}
