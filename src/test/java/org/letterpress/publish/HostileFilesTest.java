package org.letterpress.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.letterpress.Run;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Severity;
import org.letterpress.validate.Check;
import org.letterpress.xml.Xml;

/**
 * Files made to do harm, each beside a faultless letter: each is answered, nothing outside the
 * folder is read, and the letter beside it is judged. The time limit only ends what hangs.
 */
class HostileFilesTest {

  private static final String SECRET = "The-secret-outside-the-folder";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Check CHECK = new Check(new Xml());
  private static final AtomicInteger REQUESTS = new AtomicInteger();

  @TempDir static Path temp;
  private static HttpServer server;
  private static String http;
  private static Path secret;

  @BeforeAll
  static void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          REQUESTS.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    http = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
    secret = Files.writeString(temp.resolve("secret.xml"), "<p>" + SECRET + "</p>");
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @TestFactory
  Stream<DynamicTest> hostileFiles() {
    return new HostileFiles(secret, http)
        .all().entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        one.getKey(), () -> judge(one.getKey(), one.getValue())));
  }

  /** A name is what is done, and the code that answers it; {@code error} for any error. */
  private static void judge(String name, HostileFiles.Hostile hostile) throws IOException {
    String code = name.substring(name.lastIndexOf(": ") + 2);
    Path folder = Files.createTempDirectory(temp, "edition");
    for (String file : List.of("letter.xml", "register.xml")) {
      Files.copy(HostileFiles.FAULTLESS.resolve(file), folder.resolve(file));
    }
    hostile.into(folder);
    List<Finding> findings = assertTimeoutPreemptively(LIMIT, () -> findings(folder));
    List<String> codes = findings.stream().map(Finding::code).distinct().toList();
    switch (code) {
      case "nothing" -> assertEquals(List.of(), codes);
      case "error" ->
          assertTrue(findings.stream().anyMatch(one -> one.severity() == Severity.ERROR));
      default -> assertEquals(List.of(code.split(" and ")), codes);
    }
    assertFalse(codes.contains("program-fault"));
    for (Finding finding : findings) {
      assertFalse(finding.location().file().startsWith("letter.xml"), finding::toString);
      assertFalse(finding.toString().contains(SECRET), finding::toString);
    }
    assertTrue(findings.size() <= 1001, "too many findings: " + findings.size());
    assertEquals(0, REQUESTS.get(), "asked the network");
  }

  private static List<Finding> findings(Path folder) throws IOException {
    Sources sources = Sources.read(folder, folder.resolve("output"));
    List<Finding> findings = new ArrayList<>(sources.findings());
    Check.Result result = CHECK.check(sources.inputs());
    findings.addAll(result.findings());
    assertTrue(
        result.files().stream().anyMatch(file -> file.path().equals("letter.xml")),
        "the letter beside it was not read");
    return findings;
  }

  /** Where the only letter may not be read, that is said, and not that there is none. */
  @Test
  void whyNoLetterCanBeReadIsSaid() throws IOException {
    Path folder = Files.createTempDirectory(temp, "edition");
    Files.copy(HostileFiles.FAULTLESS.resolve("register.xml"), folder.resolve("register.xml"));
    Path letter = HostileFiles.FAULTLESS.resolve("letter.xml").toAbsolutePath();
    Files.createSymbolicLink(folder.resolve("letter.xml"), letter);
    String output = "--output=" + folder.resolveSibling("none");
    Run run = Run.of("publish", folder.toString(), output, "--keep-going");
    assertEquals(1, run.code(), run::toString);
    assertTrue(run.out().contains("outside-folder"), run::toString);
  }

  /** Two files are judged at once; one that kept something for each of its names would not fit. */
  @Test
  void theSlowestNeedLittleMemory() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(temp, "edition");
    for (Map.Entry<String, HostileFiles.Hostile> one : HostileFiles.large().entrySet()) {
      if (one.getKey().matches("300,000 names .*|attributes of one hash.*")) {
        one.getValue().into(Files.createTempDirectory(folder, "file"));
      }
    }
    Path report = folder.resolveSibling("report.txt");
    Path json = folder.resolveSibling("report.json");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.letterpress.cli.Main",
                "validate",
                folder.toString(),
                "--report",
                "text",
                "--report",
                "json=" + json)
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
    assertEquals(1, child.waitFor(), () -> "see " + report);
    assertTrue(
        Files.size(json) < HostileFiles.MEGABYTE, "a line of megabytes stands in the report");
  }
}
