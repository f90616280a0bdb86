package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a reader's browser has to fetch for a letter's page. */
class PageWeightTest {

  private static final Pattern FETCHED =
      Pattern.compile("<(?:link rel=\"stylesheet\" href|script src)=\"\\.\\./([^\"]+)\"");

  @Test
  void theLettersPageStaysWellBelowAHundredThousandBytes() {
    Site site = Site.of(Path.of("tei"), Map.of());
    HtmlRenderer renderer = new HtmlRenderer(Site.XML, site.corpus(), EnumSet.allOf(Format.class));
    byte[] page = renderer.letter(site.corpus().letters().get(0)).content();
    Map<String, Integer> assets =
        WebAssets.all().collect(Collectors.toMap(Product::path, file -> file.content().length));
    // What fonts.css names is counted with the fonts.
    int fetched =
        FETCHED
            .matcher(new String(page, UTF_8))
            .results()
            .map(MatchResult::group)
            .map(link -> link.replaceAll("^.*\\.\\./|\"$", ""))
            .filter(path -> !path.equals("assets/fonts.css"))
            .mapToInt(path -> assets.get(path))
            .sum();
    assertTrue(fetched > 10_000, "the page's style sheet and scripts are found");
    // README.md states the weight; a hundred thousand bytes are the most it may ever be.
    assertTrue(page.length + fetched < 98_000, page.length + " + " + fetched + " bytes");
  }

  @Test
  void aStyleSheetLosesNothingButSpaceAndComments() {
    assertEquals(
        "a :is(b,i):hover>u{content:\" /* x */ ; \";margin:.5em calc(1em + .5em)}" + "\n",
        WebAssets.css(
            """
            /* Why. */
            a :is(b, i):hover > u {
              content: " /* x */ ; "; /* what */
              margin: 0.5em calc(1em + 0.5em);
            }
            """));
  }
}
