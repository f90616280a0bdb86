package org.letterpress.validate.corpus;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days on which something may have been, by the dating attributes of TEI (Guidelines 14.1.2).
 *
 * @param earliest the first of them, if it is known
 * @param latest the last of them, if it is known
 */
record Days(Optional<LocalDate> earliest, Optional<LocalDate> latest) {

  /** Nothing is known. */
  static final Days UNKNOWN = new Days(Optional.empty(), Optional.empty());

  private static final Pattern ISO =
      Pattern.compile("(-?\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T.*|Z|[+-]\\d\\d:\\d\\d)?)?)?");

  /**
   * Reads the attributes of an element.
   *
   * @param attribute gives the value of an attribute, or null
   */
  static Days of(UnaryOperator<String> attribute) {
    return new Days(
        first(attribute, "when", "notBefore", "from").map(Days::earliest),
        first(attribute, "when", "notAfter", "to").map(Days::latest));
  }

  private static Optional<String> first(UnaryOperator<String> attribute, String... names) {
    for (String name : names) {
      for (String form : List.of(name, name + "-iso")) {
        String value = attribute.apply(form);
        if (value != null && ISO.matcher(value.strip()).matches()) {
          return Optional.of(value.strip());
        }
      }
    }
    return Optional.empty();
  }

  private static LocalDate earliest(String value) {
    return day(value, false);
  }

  private static LocalDate latest(String value) {
    return day(value, true);
  }

  /** A day that does not exist is the rules' affair; here it is taken for its month or year. */
  private static LocalDate day(String value, boolean last) {
    Matcher iso = ISO.matcher(value);
    if (!iso.matches()) {
      throw new IllegalArgumentException(value);
    }
    String year = iso.group(1);
    try {
      if (iso.group(3) != null) {
        return LocalDate.parse(year + "-" + iso.group(2) + "-" + iso.group(3));
      }
      if (iso.group(2) != null) {
        YearMonth month = YearMonth.parse(year + "-" + iso.group(2));
        return last ? month.atEndOfMonth() : month.atDay(1);
      }
    } catch (DateTimeParseException noSuchDay) {
      return LocalDate.of(Integer.parseInt(year), last ? 12 : 1, last ? 31 : 1);
    }
    return LocalDate.of(Integer.parseInt(year), last ? 12 : 1, last ? 31 : 1);
  }

  /** What is known from either. */
  Days or(Days other) {
    return new Days(earliest.or(other::earliest), latest.or(other::latest));
  }

  /** The days of either. */
  Days and(Days other) {
    if (equals(UNKNOWN)) {
      return other;
    }
    if (other.equals(UNKNOWN)) {
      return this;
    }
    return new Days(both(earliest, other.earliest, true), both(latest, other.latest, false));
  }

  private static Optional<LocalDate> both(
      Optional<LocalDate> one, Optional<LocalDate> other, boolean earlier) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return one.get().isBefore(other.get()) == earlier ? one : other;
  }

  /** Whether all of these days lie before all of the other. */
  boolean before(Days other) {
    return latest.isPresent()
        && other.earliest.isPresent()
        && latest.get().isBefore(other.earliest.get());
  }

  /**
   * As an editor would write it: {@code 1834-03-22}, {@code 1834}, {@code 1834-03-20/1834-03-22},
   * {@code ≤ 1834-03-22}.
   */
  @Override
  public String toString() {
    if (earliest.isEmpty() || latest.isEmpty()) {
      return earliest.map(day -> "≥ " + day).or(() -> latest.map(day -> "≤ " + day)).orElse("");
    }
    LocalDate first = earliest.get();
    LocalDate last = latest.get();
    if (first.equals(last)) {
      return first.toString();
    }
    YearMonth month = YearMonth.from(first);
    if (first.getDayOfYear() == 1 && last.equals(month.withMonth(12).atEndOfMonth())) {
      // Four digits, as TEI wants them (0190, -0044); the number alone would have fewer.
      return month.toString().replaceFirst("-01$", "");
    }
    return first.getDayOfMonth() == 1 && last.equals(month.atEndOfMonth())
        ? month.toString()
        : first + "/" + last;
  }
}
