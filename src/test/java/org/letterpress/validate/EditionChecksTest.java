package org.letterpress.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.letterpress.finding.Catalogue;
import org.letterpress.finding.Finding;

/** What shows only in an edition of many letters, made here from the faultless one. */
class EditionChecksTest extends SmallEdition {

  private static final String MENTION = "<persName ref=\"#mary\">you</persName>";

  @Test
  void anIdThatDiffersFromTheFilesNameIsSeenWhereNineInTenAgree() throws IOException {
    letters(10, "");
    replace("letter-3.xml", "xml:id=\"letter-3\"", "xml:id=\"letter-33\"");
    assertEquals(List.of("letter-3.xml:2:50 warning document-id-differs"), told(Optional.empty()));
    Finding finding = findings(Optional.empty()).get(0);
    assertTrue(finding.message().contains("9 of 10"), finding::message);
    edition.computeIfPresent("letter-3.xml", (file, text) -> finding.fixes().get(0).apply(text));
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void idsThatOftenDifferAreAHabit() throws IOException {
    letters(10, "");
    replace("letter-3.xml", "xml:id=\"letter-3\"", "xml:id=\"letter-33\"");
    replace("letter-4.xml", "xml:id=\"letter-4\"", "xml:id=\"letter-44\"");
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void anEditionMaySayThatIdsAreFileNames() throws IOException {
    letters(3, "");
    replace("letter-2.xml", "xml:id=\"letter-2\"", "xml:id=\"letter-22\"");
    edition.put("edition.xml", edition.get("letter-1.xml"));
    replace("edition.xml", "xml:id=\"letter-1\"", "xml:id=\"edition\"");
    assertEquals(List.of(), told(Optional.empty()));
    String said =
        "<encodingDesc><refsDecl n=\"id-is-file-name\"><p>So.</p></refsDecl></encodingDesc>";
    replace("edition.xml", "<profileDesc>", said + "<profileDesc>");
    assertEquals(List.of("letter-2.xml:2:50 warning document-id-differs"), told(Optional.empty()));
    edition.put(
        "letter-3.xml",
        edition.get("letter-3.xml").replace("<profileDesc>", said + "<profileDesc>"));
    edition.remove("edition.xml");
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void anIdWithAnotherFaultIsNotComparedWithTheFilesName() throws IOException {
    letters(10, "");
    replace("letter-3.xml", "xml:id=\"letter-3\"", "xml:id=\"3 letter\"");
    assertEquals(List.of("letter-3.xml:2:50 error value-name"), told(Optional.empty()));
    replace("letter-3.xml", "xml:id=\"3 letter\"", "xml:id=\"letter-2\"");
    assertEquals(List.of("letter-3.xml:2:50 error document-id-twice"), told(Optional.empty()));
  }

  @Test
  void aDocumentOfAVolumeIsHeldToItsOwnDateAndSignature() throws IOException {
    letters(1, "");
    String letter = edition.get("letter-1.xml");
    int from = letter.indexOf("<correspDesc>");
    int to = letter.indexOf("</correspDesc>") + "</correspDesc>".length();
    String document = letter.substring(letter.indexOf("<div "), letter.indexOf("</div>") + 6);
    String volume =
        (letter.substring(0, from) + letter.substring(to))
            .replace(document, document + document.replace("1834-03-22", "1734-03-22"))
            .replace("<div type=\"letter\">", "<div type=\"document\">");
    edition.put("letter-1.xml", volume);
    replace(
        "register.xml",
        "<persName>Ada Byron</persName>",
        "<persName>Ada Byron</persName><birth when=\"1815\"/>");
    List<String> told = told(Optional.empty());
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).endsWith("warning letter-before-birth"), told::toString);
  }

  @Test
  void aLifeThatNoLetterAgreesWithIsOneSlipOfTheRegister() throws IOException {
    letters(4, "");
    String name = "<persName>Ada Byron</persName>";
    replace("register.xml", name, name + "<birth when=\"1840\"/>");
    assertEquals(List.of("letter-1.xml:25:11 warning letter-before-birth"), told(Optional.empty()));
    replace(
        "letter-3.xml", "<date when=\"1834-03-22\">22 March 1834", "<date when=\"1844-03-22\">");
    assertEquals(3, told(Optional.empty()).size());
  }

  @Test
  void aReferenceByItsSurnameIsKnownFromTheRegister() throws IOException {
    letters(1, "Mrs. <persName ref=\"#m-s\">Somerville</persName> knows");
    List<Finding> findings = findings(Optional.empty());
    assertEquals("ref-misspelt", findings.get(0).code(), findings::toString);
    assertEquals("ref=\"#mary\"", findings.get(0).fixes().get(0).title());
  }

  @Test
  void aKeyThatLeadsNowhereIsSeenWhereOthersLead() throws IOException {
    letters(
        1, "<persName key=\"mary\">Mary</persName> and <persName key=\"ada\">Ada</persName> and");
    assertEquals(List.of(), told(Optional.empty()));
    replace("letter-1.xml", MONDAY, "on Monday with <persName key=\"babbage\">him</persName>.");
    List<String> told = told(Optional.empty());
    assertEquals(1, told.size(), told::toString);
    assertTrue(told.get(0).endsWith("error ref-dangling"), told::toString);
    letters(
        1, "<persName key=\"118540238\">Mary</persName> and <persName key=\"ada\">Ada</persName>");
    assertEquals(List.of(), told(Optional.empty()));
  }

  /** Each nearly an id of 2,000: to compare all with all would take seconds. */
  @Test
  void ofManyFindingsInAFileTwoHundredAreTold() throws IOException {
    letters(2, "");
    StringBuilder names = new StringBuilder();
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      String word =
          Integer.toString(i, 26).chars().mapToObj(c -> "k" + (char) c).reduce("", String::concat);
      names.append("<persName ref=\"#x" + word + "yz\">x</persName> ");
      entries.append(
          "<person xml:id=\"x" + word + "y\"><persName>" + word + "</persName></person>");
    }
    replace("letter-1.xml", MONDAY, names + MONDAY);
    replace("register.xml", "</listPerson>", entries + "</listPerson>");
    List<Finding> findings =
        assertTimeout(Duration.ofSeconds(10), () -> findings(Optional.empty()));
    assertEquals(201, findings.size());
    assertEquals("findings-many", findings.get(0).code());
    assertEquals("1800", findings.get(0).arguments().get("count"));
    assertEquals("ref-misspelt", findings.get(1).code());
  }

  @Test
  void anIdIsOfferedOnce() throws IOException {
    letters(3, "");
    for (int i = 1; i <= 3; i++) {
      replace("letter-" + i + ".xml", "xml:id=\"letter-" + i + "\"", "xml:id=\"a\"");
      edition.put("" + i + ".xml", edition.remove("letter-" + i + ".xml"));
    }
    replace("1.xml", "<p>", "<p xml:id=\"a\">");
    replace("1.xml", "<closer>", "<closer xml:id=\"a\">");
    replace("1.xml", "<signed>", "<signed xml:id=\"a-3\">");
    assertEquals(
        List.of("xml:id=\"a-2\"", "xml:id=\"a-4\"", "xml:id=\"a-5\"", "xml:id=\"a-6\""),
        findings(Optional.empty()).stream().map(one -> one.fixes().get(0).title()).toList());
  }

  @Test
  void aWebAddressIsNotComparedWithAnIdNorWithThatOfAnotherAuthority() throws IOException {
    letters(2, "");
    edition.remove("register.xml");
    replace(
        "letter-1.xml",
        "<signed><persName ref=\"#ada\">",
        "<signed><persName ref=\"https://d-nb.info/gnd/118645285#about\">");
    assertEquals(List.of("letter-1.xml info register-missing"), told(Optional.empty()));
    replace(
        "letter-1.xml",
        "<persName ref=\"#ada\">Ada Byron",
        "<persName ref=\"https://viaf.org/viaf/9848\">Ada Byron");
    assertEquals(List.of("letter-1.xml info register-missing"), told(Optional.empty()));
    replace("letter-2.xml", "<signed><persName ref=\"#ada\">", "<signed><persName ref=\"#eve\">");
    assertTrue(told(Optional.empty()).toString().contains("signature-differs"));
  }

  @Test
  void anEntryWithAnothersIdIsOneSlipHoweverItIsNamed() throws IOException {
    letters(3, "<persName ref=\"#mary\">Somerville</persName> knows");
    replace("register.xml", "xml:id=\"mary\"", "xml:id=\"ada\"");
    assertEquals(List.of("error id-twice"), kinds());
    Finding finding = findings(Optional.empty()).get(0);
    edition.computeIfPresent("register.xml", (file, text) -> finding.fixes().get(0).apply(text));
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void anEntryWhoseIdLacksItsPrefixIsOneSlip() throws IOException {
    letters(3, "");
    replace("register.xml", "xml:id=\"mary\"", "id=\"mary\"");
    assertEquals(List.of("error attribute-misspelt"), kinds());
  }

  @Test
  void whereAPlaceLiesIsNoNameOfIt() throws IOException {
    letters(1, "");
    replace(
        "register.xml",
        "<placeName>London</placeName>",
        "<placeName>London</placeName><country ref=\"#england\">England</country>");
    assertEquals(List.of("error ref-dangling"), kinds());
  }

  @Test
  void twoOfOneNameAndIdHaveLivesOfTheirOwn() throws IOException {
    letters(1, "");
    replace("register.xml", "<persName>Mary Somerville</persName>", life("1780", "1872"));
    edition.put("second.xml", edition.get("register.xml"));
    assertEquals(List.of(), kinds());
    replace("second.xml", life("1780", "1872"), life("1810", "1872"));
    assertEquals(List.of(), kinds());
    replace("second.xml", life("1810", "1872"), life("1810", "1880"));
    assertEquals(List.of("error entry-id-twice"), kinds());
  }

  private static String life(String birth, String death) {
    return "<persName>Mary Somerville</persName><birth when=\""
        + birth
        + "\"/><death when=\""
        + death
        + "\"/>";
  }

  @Test
  void aPersonOfARelationIsMissedWhereTheSlipIsPlain() throws IOException {
    letters(1, "");
    String relation =
        "<listRelation><relation name=\"friend\" active=\"#ada\" passive=\"#marry\"/>"
            + "</listRelation></listPerson>";
    replace("register.xml", "</listPerson>", relation);
    assertEquals(List.of("warning link-misspelt"), kinds());
    replace("register.xml", "#marry", "#somebody");
    assertEquals(List.of(), kinds());
  }

  @Test
  void aLinkToTheWrongLetterIsOneSlip() throws IOException {
    letters(3, "");
    link("letter-1.xml", "next", "letter-2");
    link("letter-2.xml", "prev", "letter-3");
    assertEquals(List.of("warning chain-disagrees"), kinds());
  }

  @Test
  void withoutRegistersNothingIsSaidOfReferencesButOnce() throws IOException {
    letters(3, "");
    edition.remove("register.xml");
    assertEquals(List.of("letter-1.xml info register-missing"), told(Optional.empty()));
  }

  @Test
  void aWayOfWritingThatIsHabitIsNoFault() throws IOException {
    letters(6, "<placeName ref=\"london\">Town</placeName> is dull;");
    edition.replaceAll((file, text) -> text.replace("ref=\"#london\"", "ref=\"london\""));
    assertEquals(List.of(), told(Optional.empty()));
  }

  @Test
  void ofOneLetterItsRegistersAreReadButNotJudged() throws IOException {
    letters(1, "");
    replace("register.xml", "<person xml:id=\"mary\">", "<person xml:id=\"marry\">");
    replace("register.xml", "<persName>Ada Byron</persName>", "<persName/>");
    List<String> told = told(Optional.of("letter-1.xml"));
    assertTrue(told.contains("letter-1.xml:28:26 error ref-misspelt"), told::toString);
    assertTrue(told.stream().allMatch(one -> one.startsWith("letter-1.xml")), told::toString);
  }

  @Test
  void ofOneLetterABrokenRegisterIsShown() throws IOException {
    letters(1, "");
    replace("register.xml", "<persName>Ada Byron</persName>", "<persName>Ada Byron");
    assertEquals(
        List.of(
            "register.xml info references-not-judged", "register.xml:25:9 error element-unclosed"),
        told(Optional.of("letter-1.xml")));
  }

  @Test
  void ofOneLetterNothingIsSaidThatOthersCouldRefute() throws IOException {
    letters(1, "");
    replace("letter-1.xml", MONDAY, "on <ref target=\"letter-2.xml\">Monday</ref>.");
    assertEquals(List.of(), told(Optional.of("letter-1.xml")));
    assertEquals(List.of("letter-1.xml:43:77 error ref-file-missing"), told(Optional.empty()));
  }

  @Test
  void eachSentenceIsThereInGermanWithTheSameArguments() throws IOException {
    letters(5, "<persName ref=\"#mary\">Mary</persName> knows");
    replace("letter-2.xml", "<persName ref=\"#mary\">Mary<", "<persName ref=\"#ada\">Mary<");
    replace("letter-3.xml", MENTION, MENTION.replace("mary", "charles"));
    replace("letter-4.xml", MENTION, MENTION.replace("#mary", "where"));
    for (Finding finding : findings(Optional.empty())) {
      String german = Catalogue.GERMAN.message(finding) + Catalogue.GERMAN.remedy(finding);
      assertTrue(!german.equals(finding.message() + finding.remedy()), german);
      assertTrue(!german.contains("{"), german);
    }
  }

  @Test
  void theResultIsTheSameOnOneThreadAndOnMany()
      throws IOException, ExecutionException, InterruptedException {
    Path corpus = Samples.SHARED.resolve("corpora/tillich");
    assumeTrue(Files.isDirectory(corpus), () -> "Not run: there is no " + corpus);
    List<Check.Input> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file : files.sorted().limit(80).toList()) {
        inputs.add(new Check.Input(file.getFileName().toString(), () -> Files.readAllBytes(file)));
      }
    }
    List<Finding> one = on(1, inputs);
    Collections.reverse(inputs);
    assertEquals(one, on(4, inputs));
    assertTrue(one.size() > 10, () -> "only " + one.size());
  }

  private static List<Finding> on(int threads, List<Check.Input> inputs)
      throws ExecutionException, InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> CHECK.findings(inputs, Optional.empty())).get();
    } finally {
      pool.shutdown();
    }
  }
}
