package org.letterpress.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.letterpress.Run;

/**
 * The editions that are judged, made once for all judges.
 *
 * @param own the project's own
 * @param specimen invented letters that hold one of everything, web pages and texts alone
 * @param volume an invented volume, its letters and its parts, in every format
 * @param reports what validating faulty letters has to say, as web pages
 */
record Editions(Published own, Published specimen, Published volume, Published reports) {

  /** Where the project's own letters are. */
  static final String TEI = "tei";

  /** Gives the editions to a test that asks for them in its constructor. */
  static final class Resolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Editions.class;
    }

    @Override
    public Editions resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.create(Editions.class))
          .computeIfAbsent("editions", key -> Editions.publish(), Editions.class);
    }
  }

  private static Editions publish() {
    return new Editions(
        publish(TEI, "edition", Run.FORMATS),
        publish("src/test/cases/judge/specimen", "specimen", "html,epub,text"),
        publish("src/test/cases/volume/documents", "volume", Run.FORMATS),
        validated());
  }

  /** One report of many faults in each language, and one of none. */
  private static Published validated() {
    Path folder = Path.of("target", "reports");
    Snapshot.delete(folder);
    Run run = report("src/test/cases/validate", 1, "en", folder.resolve("faulty-en.html"));
    report("src/test/cases/validate", 1, "de", folder.resolve("faulty-de.html"));
    report(TEI, 0, "en", folder.resolve("faultless.html"));
    return new Published(run, folder);
  }

  private static Run report(String source, int code, String lang, Path page) {
    Run run = Run.of("validate", source, "--lang=" + lang, "--report=html=" + page);
    assertEquals(code, run.code(), run::toString);
    return run;
  }

  private static Published publish(String source, String name, String formats) {
    Path output = Path.of("target", name);
    Snapshot.delete(output);
    Run run = Run.of("publish", source, "--output=" + output, "--format=" + formats);
    assertEquals(0, run.code(), () -> source + " could not be published:\n" + run);
    return new Published(run, output);
  }

  List<Published> all() {
    return List.of(own, specimen, volume);
  }

  /** A judgement of one page. */
  @FunctionalInterface
  interface Judgement {
    void judge(Published edition, String page);
  }

  /** One test for each page of each edition. */
  Stream<DynamicTest> eachPage(Judgement judgement) {
    return each(edition -> edition.files(".html"), judgement);
  }

  /**
   * One test for each page of each edition, and for each report. The answer to a lost address is
   * left out: its ways begin at a server's root, so that here it has no style.
   */
  Stream<DynamicTest> eachPageAndReport(Judgement judgement) {
    return Stream.concat(
        each(
            edition ->
                edition.files(".html").stream().filter(page -> !page.equals("404.html")).toList(),
            judgement),
        reports.files(".html").stream()
            .map(
                page ->
                    DynamicTest.dynamicTest(
                        "report " + page, () -> judgement.judge(reports, page))));
  }

  /** One test for each letter's page of each edition. */
  Stream<DynamicTest> eachLetter(Judgement judgement) {
    return each(Published::letters, judgement);
  }

  private Stream<DynamicTest> each(Function<Published, List<String>> files, Judgement judgement) {
    BiFunction<Published, String, DynamicTest> test =
        (edition, file) ->
            DynamicTest.dynamicTest(edition + " " + file, () -> judgement.judge(edition, file));
    return all().stream()
        .flatMap(edition -> files.apply(edition).stream().map(file -> test.apply(edition, file)));
  }
}
