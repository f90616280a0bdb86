package org.letterpress.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Fix;
import org.letterpress.finding.Json;
import org.letterpress.finding.Location;
import org.letterpress.finding.Severity;
import org.letterpress.xml.SourceText;

/** Findings as SARIF 2.1.0 (OASIS, errata 01). */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What relative addresses start from: the folder in which the program was run. */
  private static final String BASE = "SRCROOT";

  private final Judgement judgement;
  private final Words words;
  private final Map<String, Integer> rules = new LinkedHashMap<>();

  private SarifReport(Judgement judgement) {
    this.judgement = judgement;
    this.words = Words.of(judgement.words());
  }

  static String write(Judgement judgement) {
    return new SarifReport(judgement).write();
  }

  private String write() {
    List<Object> described = new ArrayList<>();
    for (Summary.Row row : Summary.byCode(judgement.findings())) {
      // A code may come with two severities; the graver stands first and is its usual one.
      if (rules.putIfAbsent(row.code(), rules.size()) == null) {
        described.add(rule(row));
      }
    }
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Letterpress");
    driver.put("version", judgement.version());
    driver.put("language", judgement.words().lang());
    driver.put("rules", described);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("language", judgement.words().lang());
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "originalUriBaseIds", Map.of(BASE, Map.of("description", text(words.get("sarif.base")))));
    run.put(
        "artifacts",
        judgement.files().stream().map(file -> Map.of("location", artifact(file))).toList());
    run.put("results", results());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return Json.write(log) + "\n";
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", text);
  }

  private Map<String, Object> rule(Summary.Row row) {
    Catalogue catalogue = judgement.words();
    String code = row.code();
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code);
    rule.put("shortDescription", text(catalogue.brief(code)));
    catalogue.explanation(code).ifPresent(it -> rule.put("fullDescription", text(it)));
    rule.put("help", text(Explanation.write(code, catalogue)));
    rule.put("defaultConfiguration", Map.of("level", level(row.severity())));
    return rule;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  private List<Object> results() {
    List<Object> results = new ArrayList<>();
    List<String> fingerprints = Fingerprints.of(judgement.findings(), judgement.texts());
    Map<String, Integer> equal = new HashMap<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      // Equal findings in one file are told apart by their order.
      String fingerprint = fingerprints.get(i);
      String single = fingerprint + ":" + equal.merge(fingerprint, 1, Integer::sum);
      results.add(result(judgement.findings().get(i), single));
    }
    return results;
  }

  private Map<String, Object> result(Finding finding, String fingerprint) {
    Location place = finding.location();
    Optional<SourceText> source =
        place.line() > 0 ? judgement.texts().of(place.file()) : Optional.empty();
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", artifact(place.file()));
    if (place.line() > 0) {
      physical.put("region", region(place, source));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.code());
    result.put("ruleIndex", rules.get(finding.code()));
    result.put("level", level(finding.severity()));
    String remedy = judgement.remedy(finding);
    result.put("message", text((judgement.message(finding) + " " + remedy).strip()));
    result.put("locations", List.of(Map.of("physicalLocation", physical)));
    result.put("partialFingerprints", Map.of("letterpress/v1", fingerprint));
    source.ifPresent(
        known -> {
          if (!finding.fixes().isEmpty()) {
            result.put(
                "fixes",
                finding.fixes().stream().map(fix -> fix(fix, place.file(), known)).toList());
          }
        });
    if (!finding.title().isEmpty()) {
      result.put("properties", Map.of("letter", finding.title()));
    }
    return result;
  }

  /** A stretch of a line; the end is the column after the last character. */
  private static Map<String, Object> region(Location place, Optional<SourceText> source) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", place.line());
    if (place.column() <= 0) {
      return region;
    }
    region.put("startColumn", place.column());
    region.put("endLine", place.line());
    region.put("endColumn", place.column() + place.length());
    source
        .filter(known -> place.length() > 0 && place.line() <= known.lineCount())
        .ifPresent(
            known -> {
              int from = known.offset(place.line(), place.column());
              int to = known.offset(place.line(), place.column() + place.length());
              region.put("snippet", text(known.characters().substring(from, to)));
            });
    return region;
  }

  private Map<String, Object> fix(Fix fix, String file, SourceText source) {
    List<Object> replacements = new ArrayList<>();
    for (Fix.Edit edit : fix.edits()) {
      Map<String, Object> deleted = new LinkedHashMap<>();
      deleted.put("startLine", source.line(edit.start()));
      deleted.put("startColumn", source.column(edit.start()));
      deleted.put("endLine", source.line(edit.end()));
      deleted.put("endColumn", source.column(edit.end()));
      Map<String, Object> replacement = new LinkedHashMap<>();
      replacement.put("deletedRegion", deleted);
      replacement.put("insertedContent", text(edit.text()));
      replacements.add(replacement);
    }
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("artifactLocation", artifact(file));
    change.put("replacements", replacements);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("description", text(fix.title()));
    object.put("artifactChanges", List.of(change));
    return object;
  }

  private Map<String, Object> artifact(String file) {
    String path = judgement.fromHere(file);
    Map<String, Object> location = new LinkedHashMap<>();
    if (path.startsWith("/") || path.matches("[A-Za-z]:/.*")) {
      location.put("uri", "file://" + (path.startsWith("/") ? "" : "/") + escaped(path));
    } else {
      location.put("uri", (path.contains(":") ? "./" : "") + escaped(path));
      location.put("uriBaseId", BASE);
    }
    return location;
  }

  /** A path as part of an address (RFC 3986). */
  private static String escaped(String path) {
    try {
      // With a slash before it a colon in it is no end of a scheme.
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Any path can be escaped", e);
    }
  }
}
