package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.ERROR;
import static org.letterpress.finding.Severity.WARNING;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.letterpress.finding.Finding;

/** Are references written as references are: {@code #id}, or an address, without spaces in it? */
final class ReferenceForm {

  /** RFC 3986, section 3.1. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  /** What stands between two references, or behind the last, where somebody writes a list. */
  private static final Pattern SIGNS = Pattern.compile("[\\s,;|]*#+|[\\s,;|]+$");

  private final Edition edition;
  private final Practice practice;
  private final Linked linked;
  private final Nearest nearest;
  private final List<Finding> findings;

  /**
   * The check for an edition.
   *
   * @param findings to which what is wrong is added
   */
  ReferenceForm(
      Edition edition, Practice practice, Linked linked, Nearest nearest, List<Finding> findings) {
    this.edition = edition;
    this.practice = practice;
    this.linked = linked;
    this.nearest = nearest;
    this.findings = findings;
  }

  /** Whether it is a web address, or a private one. */
  static boolean isAddress(String text) {
    return text.indexOf(':') > 0 && ADDRESS.matcher(text).lookingAt();
  }

  /** Says what is wrong with a value as a whole; whether its parts are not to be looked at. */
  boolean isFaulty(Facts.Reference reference) {
    boolean isRef = reference.attribute().equals("ref");
    if (reference.isName() && hasSigns(reference)) {
      return true;
    }
    if (isRef && hasSpace(reference)) {
      space(reference);
      return true;
    }
    if (isRef && isBrokenAddress(reference)) {
      address(reference);
      return true;
    }
    if (reference.isName() && isProse(reference)) {
      return true;
    }
    boolean isList =
        isRef
            && reference.tokens().size() > 1
            && reference.tokens().stream()
                .allMatch(token -> edition.entry(token.text()).isPresent());
    if (isList) {
      withoutHash(reference, reference.value());
    }
    return isList;
  }

  /** {@code #ada;#mary} or {@code ##ada}: each id is known, but something else stands beside it. */
  private boolean hasSigns(Facts.Reference reference) {
    String value = reference.value().text().strip();
    if (!value.startsWith("#")) {
      return false;
    }
    List<String> ids =
        Arrays.stream(SIGNS.split(value.substring(1))).filter(id -> !id.isEmpty()).toList();
    String meant = '#' + String.join(" #", ids);
    if (meant.equals(value.replaceAll("\\s+", " "))
        || ids.isEmpty()
        || !ids.stream().allMatch(id -> edition.entry(id).isPresent())) {
      return false;
    }
    Map<String, String> arguments = new HashMap<>(arguments(reference, reference.value()));
    arguments.put("meant", meant);
    findings.add(
        Finding.of(
            "ref-with-signs",
            ERROR,
            reference.value().location(),
            arguments,
            List.of(Suggestions.replace(reference.attribute(), reference.value(), meant))));
    return true;
  }

  /** {@code #de gaulle}: one part is a reference, the other hangs behind it. */
  private boolean hasSpace(Facts.Reference reference) {
    String hash = reference.tokens().get(0).text();
    return reference.tokens().size() > 1
        && hash.startsWith("#")
        && reference.tokens().stream()
            .map(Facts.Token::text)
            .filter(text -> hash.equals("#") || edition.entry(text).isEmpty())
            .anyMatch(
                text -> text.indexOf('#') < 0 && text.indexOf(':') < 0 && text.indexOf('/') < 0);
  }

  private void space(Facts.Reference reference) {
    String value = reference.value().text().strip().substring(1).replaceAll("\\s+", " ");
    Optional<String> meant = Optional.empty();
    for (String join : List.of("-", "_", "", ".")) {
      meant =
          meant.or(
              () ->
                  Optional.of(value.replace(" ", join))
                      .filter(id -> edition.isEntry(id, reference.meant())));
    }
    meant =
        meant.or(() -> linked.only(reference)).or(() -> nearest.entry(value, reference.meant()));
    findings.add(
        Finding.of(
            "ref-with-space",
            ERROR,
            reference.value().location(),
            Map.of(
                "element",
                reference.element(),
                "text",
                Suggestions.shortened(reference.words()),
                "ref",
                reference.value().text()),
            meant
                .map(id -> Suggestions.replace(reference.attribute(), reference.value(), '#' + id))
                .stream()
                .toList()));
  }

  /** {@code https://d-nb.info/gnd/118 540 238}: an address that goes on behind a space. */
  private boolean isBrokenAddress(Facts.Reference reference) {
    return reference.tokens().size() > 1
        && reference.tokens().get(0).text().matches("https?://.+")
        && reference.tokens().stream()
            .skip(1)
            .map(Facts.Token::text)
            .allMatch(
                text ->
                    text.indexOf('#') < 0
                        && text.indexOf(':') < 0
                        && edition.entry(text).isEmpty());
  }

  private void address(Facts.Reference reference) {
    String whole =
        reference
            .value()
            .text()
            .strip()
            .replaceAll("(?<=\\d)\\s+(?=[\\dXx-])", "")
            .replaceAll("\\s+", "%20");
    findings.add(
        Finding.of(
            "ref-address-space",
            WARNING,
            reference.value().location(),
            arguments(reference, reference.value()),
            List.of(Suggestions.replace(reference.attribute(), reference.value(), whole))));
  }

  /** {@code Cambridge, MA} or {@code 1 Tim 6,12}: not meant as a reference at all. */
  private boolean isProse(Facts.Reference reference) {
    String value = reference.value().text().strip();
    boolean prose =
        reference.tokens().size() > 1
            && value.indexOf('#') < 0
            && value.indexOf(':') < 0
            && reference.tokens().stream()
                .noneMatch(token -> edition.entry(token.text()).isPresent());
    if (prose && reference.attribute().equals("ref")) {
      malformed(reference, reference.value());
    }
    return prose;
  }

  private void malformed(Facts.Reference reference, Facts.Token token) {
    boolean isOther =
        Kind.isOpen(reference.element())
            && !reference.type().isEmpty()
            && reference.meant().isEmpty();
    if (isOther || practice.isBare(reference)) {
      return;
    }
    findings.add(
        Finding.of(
            "ref-malformed",
            WARNING,
            token.location(),
            arguments(reference, token),
            linked
                .only(reference)
                .map(id -> Suggestions.replace(reference.attribute(), token, '#' + id))
                .stream()
                .toList()));
  }

  /** A reference without its sign, or no reference at all. */
  void bare(Facts.Reference reference, Facts.Token token) {
    boolean known = edition.entry(token.text()).isPresent();
    if (!known) {
      malformed(reference, token);
    } else {
      withoutHash(reference, token);
    }
  }

  /** One id, or several, none of which has its sign. */
  private void withoutHash(Facts.Reference reference, Facts.Token ids) {
    if (practice.isBare(reference)) {
      return;
    }
    String meant = '#' + ids.text().strip().replaceAll("\\s+", " #");
    Map<String, String> arguments = new HashMap<>(arguments(reference, ids));
    arguments.put("meant", meant);
    findings.add(
        Finding.of(
            "ref-without-hash",
            ERROR,
            ids.location(),
            arguments,
            List.of(Suggestions.replace(reference.attribute(), ids, meant))));
  }

  /** What there is to say of a reference. */
  static Map<String, String> arguments(Facts.Reference reference, Facts.Token token) {
    return Map.of(
        "element",
        reference.element(),
        "text",
        Suggestions.shortened(reference.words()),
        "ref",
        token.text(),
        "attribute",
        reference.attribute());
  }
}
