package org.letterpress.validate.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a value that is not allowed may have meant. The grammar decides which of them serves. */
final class Values {

  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\s*[./\\s-]\\s*(\\d{1,2}|\\p{L}{3,10})\\.?,?[./\\s-]*(\\d{4})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})\\s*[./\\s-]\\s*(\\d{1,2}|\\p{L}{3,10})\\.?\\s*[./\\s-]\\s*(\\d{1,2})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,10})\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s*(\\d{4})");
  private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{1,2}|\\p{L}{3,10})\\.?[./\\s-]\\s*(\\d{4})|(\\d{4})[./\\s-](\\d{1,2})");

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.h](\\d\\d)(?: ?(?:h|Uhr))?");

  private static final List<List<String>> MONTHS =
      List.of(
          List.of("january", "januar", "jänner", "jan"),
          List.of("february", "februar", "feber", "feb"),
          List.of("march", "märz", "maerz", "mar"),
          List.of("april", "apr"),
          List.of("may", "mai"),
          List.of("june", "juni", "jun"),
          List.of("july", "juli", "jul"),
          List.of("august", "aug"),
          List.of("september", "sept", "sep"),
          List.of("october", "oktober", "oct", "okt"),
          List.of("november", "nov"),
          List.of("december", "dezember", "dec", "dez"));

  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("german", "de"),
          Map.entry("deutsch", "de"),
          Map.entry("english", "en"),
          Map.entry("englisch", "en"),
          Map.entry("french", "fr"),
          Map.entry("französisch", "fr"),
          Map.entry("latin", "la"),
          Map.entry("latein", "la"),
          Map.entry("italian", "it"),
          Map.entry("italienisch", "it"),
          Map.entry("russian", "ru"),
          Map.entry("russisch", "ru"),
          Map.entry("greek", "el"),
          Map.entry("spanish", "es"));

  private Values() {}

  /** Guesses, the likeliest first. */
  static List<String> corrected(String value) {
    List<String> guesses = new ArrayList<>();
    String bare = value.strip();
    guesses.add(bare);
    // A date or a time with the dashes of print, or an hour without its seconds.
    if (bare.matches("[\\d‐‑‒–—−]+")) {
      guesses.add(bare.replaceAll("[‐‑‒–—−]", "-"));
    }
    Matcher time = TIME.matcher(bare);
    if (time.matches()) {
      String hour = time.group(1).length() == 1 ? "0" + time.group(1) : time.group(1);
      guesses.add(hour + ":" + time.group(2) + ":00");
    }
    date(bare, guesses);
    String language = LANGUAGES.get(bare.toLowerCase(Locale.ROOT));
    if (language != null) {
      guesses.add(language);
    }
    guesses.add(bare.replace('_', '-'));
    guesses.add(bare.toLowerCase(Locale.ROOT));
    guesses.add(bare.replaceFirst("^#\\s+", "#"));
    if (bare.startsWith("#")) {
      guesses.add(bare.replaceAll("[\\s,;|]*#+", " #").strip());
    }
    guesses.add(bare.matches(".*[./].*") ? bare.replaceAll("\\s+", "%20") : bare);
    if (bare.matches("[0-9]+,[0-9]+")) {
      guesses.add(bare.replace(',', '.'));
    }
    Matcher number = Pattern.compile("([0-9]+)\\D*").matcher(bare);
    // A year with a question mark or a letter behind it is another thing than that year.
    if (number.matches() && !bare.contains("?") && !bare.matches("[0-9]{4}.*\\p{L}.*")) {
      guesses.add(number.group(1));
    }
    if (!bare.isEmpty() && !bare.matches("[0-9].*[.:/].*")) {
      String name = bare.replaceFirst("^#", "").replaceAll("[^\\p{L}\\p{N}._-]+", "_");
      guesses.add(name);
      guesses.add("n" + name);
    }
    return guesses.stream().filter(guess -> !guess.equals(value)).distinct().toList();
  }

  private static void date(String value, List<String> guesses) {
    Matcher day = DAY_FIRST.matcher(value);
    if (day.matches()) {
      int first = Integer.parseInt(day.group(1));
      int second = month(day.group(2));
      String month = day.group(2);
      // 3/4/1834 is one day in London and another in New York.
      boolean plain = !value.contains("/") || first > 12 || !month.matches("\\d+");
      if (plain) {
        guesses.add(iso(day.group(3), second, first));
      }
      if (value.contains("/") && second > 12) {
        guesses.add(iso(day.group(3), first, second));
      }
    }
    Matcher year = YEAR_FIRST.matcher(value);
    if (year.matches()) {
      if (month(year.group(2)) > 12) {
        guesses.add(iso(year.group(1), Integer.parseInt(year.group(3)), month(year.group(2))));
      }
      guesses.add(iso(year.group(1), month(year.group(2)), Integer.parseInt(year.group(3))));
    }
    Matcher named = MONTH_FIRST.matcher(value);
    if (named.matches()) {
      guesses.add(iso(named.group(3), month(named.group(1)), Integer.parseInt(named.group(2))));
    }
    Matcher packed = PACKED.matcher(value);
    if (packed.matches()) {
      guesses.add(packed.group(1) + "-" + packed.group(2) + "-" + packed.group(3));
    }
    Matcher month = MONTH.matcher(value);
    if (month.matches()) {
      boolean first = month.group(3) == null;
      guesses.add(
          String.format(
              Locale.ROOT,
              "%s-%02d",
              first ? month.group(2) : month.group(3),
              month(first ? month.group(1) : month.group(4))));
    }
  }

  private static String iso(String year, int month, int day) {
    return String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day);
  }

  private static int month(String written) {
    if (written.matches("\\d+")) {
      return Integer.parseInt(written);
    }
    String word = written.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(word)) {
        return i + 1;
      }
    }
    return 0;
  }
}
