package org.letterpress.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Json;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/** Findings for programs, as {@code docs/findings.schema.json} describes them. */
final class JsonReport {

  /** Changes when a field changes its meaning or goes; new fields may come at any time. */
  private static final int VERSION = 1;

  /** A longer line is left out: each finding in it would bring it once more. */
  private static final int LONGEST_LINE = 10_000;

  private JsonReport() {}

  static String write(Judgement judgement) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("version", VERSION);
    report.put("tool", Map.of("version", judgement.version()));
    report.put("language", judgement.words().lang());
    report.put("folder", Judgement.slashed(judgement.folder()));
    report.put("summary", summary(judgement));
    List<Object> findings = new ArrayList<>();
    List<String> fingerprints = Fingerprints.of(judgement.findings(), judgement.texts());
    for (int i = 0; i < fingerprints.size(); i++) {
      findings.add(finding(judgement, judgement.findings().get(i), fingerprints.get(i)));
    }
    report.put("findings", findings);
    report.put("files", judgement.files());
    return Json.write(report) + "\n";
  }

  private static Map<String, Object> summary(Judgement judgement) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("files", judgement.files().size());
    for (Severity severity : Severity.values()) {
      summary.put(severity.word(), judgement.count(severity));
    }
    judgement
        .known()
        .ifPresent(
            known -> {
              summary.put("known", known.count());
              summary.put("mended", known.mended());
            });
    List<Object> codes = new ArrayList<>();
    for (Summary.Row row : Summary.byCode(judgement.findings())) {
      Map<String, Object> code = new LinkedHashMap<>();
      code.put("code", row.code());
      code.put("severity", row.severity().word());
      code.put("brief", judgement.words().brief(row.code()));
      code.put("count", row.count());
      code.put("files", row.files());
      codes.add(code);
    }
    summary.put("codes", codes);
    return summary;
  }

  private static Map<String, Object> finding(
      Judgement judgement, Finding finding, String fingerprint) {
    Location place = finding.location();
    Optional<SourceText> text =
        place.line() > 0 ? judgement.texts().of(place.file()) : Optional.empty();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("code", finding.code());
    object.put("severity", finding.severity().word());
    object.put("file", place.file());
    if (place.line() > 0) {
      object.put("line", place.line());
    }
    if (place.column() > 0) {
      object.put("column", place.column());
      object.put("length", place.length());
    }
    putUnlessEmpty(object, "letter", finding.title());
    object.put("message", judgement.message(finding));
    putUnlessEmpty(object, "remedy", judgement.remedy(finding));
    judgement.words().guidelines(finding.code()).ifPresent(it -> object.put("guidelines", it));
    object.put("arguments", finding.arguments());
    object.put("fingerprint", fingerprint);
    text.filter(known -> place.line() <= known.lineCount())
        .map(known -> known.lineText(place.line()))
        .filter(line -> line.length() <= LONGEST_LINE)
        .ifPresent(line -> object.put("source", line));
    object.put("fixes", finding.fixes().stream().map(fix -> fix(fix, text)).toList());
    return object;
  }

  private static void putUnlessEmpty(Map<String, Object> object, String key, String value) {
    if (!value.isEmpty()) {
      object.put(key, value);
    }
  }

  private static Map<String, Object> fix(Fix fix, Optional<SourceText> text) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("title", fix.title());
    object.put("edits", fix.edits().stream().map(edit -> edit(edit, text)).toList());
    return object;
  }

  private static Map<String, Object> edit(Fix.Edit edit, Optional<SourceText> text) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("start", edit.start());
    object.put("end", edit.end());
    text.ifPresent(
        known -> {
          object.put("startLine", known.line(edit.start()));
          object.put("startColumn", known.column(edit.start()));
          object.put("endLine", known.line(edit.end()));
          object.put("endColumn", known.column(edit.end()));
        });
    object.put("text", edit.text());
    return object;
  }
}
