package org.letterpress.audit;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes small faults, and small changes that are none, in the texts of a document. */
final class Mutator {

  /** A piece of text in a document. */
  interface Slot {
    String get();

    void set(String text);
  }

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N}]*");
  private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?()–—“”„‘’‚«»‹›]");
  private static final Pattern DASH = Pattern.compile("[-–—]");
  private static final Pattern QUOTE = Pattern.compile("[“”„‘’‚«»‹›\"']");
  private static final Pattern PAIR = Pattern.compile("(\\p{L}{2,}) (\\p{L}{2,})");

  private record Spot(int slot, int from, int to) {}

  private final List<Slot> slots;
  private final List<String> originals;
  private final Random random;

  /** What the last fault was made in: a word, whole or in part, or a mark. */
  private String touched = "";

  Mutator(List<Slot> slots, long seed) {
    this.slots = slots;
    this.originals = slots.stream().map(Slot::get).toList();
    this.random = new Random(seed);
  }

  /** Undoes what was done. */
  void restore() {
    for (int i = 0; i < slots.size(); i++) {
      slots.get(i).set(originals.get(i));
    }
  }

  /** Makes a fault of one of twelve kinds and says which. */
  String fault(int kind) {
    return switch (kind % 12) {
      case 0 -> at(WORD, "drop", "");
      case 1 -> at(WORD, "double", "$0 $0");
      case 2 -> swap();
      case 3 -> alter();
      case 4 -> changeCase();
      case 5 -> at(PUNCTUATION, "drop", "");
      case 6 -> otherPunctuation();
      case 7 -> at(WORD, "add a comma after", "$0,");
      case 8 -> at(PAIR, "join", "$1$2");
      case 9 -> at(Pattern.compile("(\\p{L}{2})(\\p{L}{2,})"), "split", "$1 $2");
      case 10 -> other(DASH, "-–—");
      case 11 -> other(QUOTE, "“”„‘’‚«»\"'");
      default -> throw new AssertionError(kind);
    };
  }

  /** Whether findings name what the last fault was made in. */
  boolean isNamedIn(List<String> messages) {
    return isNamed(touched, messages);
  }

  /**
   * Whether findings name a word, with or without hyphens of lines and loose accents, or a mark.
   */
  static boolean isNamed(String word, List<String> messages) {
    if (DASH.matcher(word).matches()) {
      return messages.stream().anyMatch(message -> DASH.matcher(message).find());
    }
    String bare = bare(word);
    return messages.stream().anyMatch(message -> bare(message).contains(bare));
  }

  private static String bare(String text) {
    return Normalizer.normalize(Fold.fold(text).replace("-", ""), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  /** Makes a change that is none, or two of them, in many places, and says which. */
  String benign(int number) {
    return number < 6 ? harmless(number) : harmless(number) + ", " + harmless(number / 6);
  }

  private String harmless(int kind) {
    return switch (kind % 6) {
      case 0 -> everywhere("more white space", " ", "  \n ");
      case 1 -> everywhere("no-break space", " ", "\u00A0");
      case 2 -> everywhere("hyphens that do not break", "(?<=\\p{L})-(?=\\p{L})", "\u2011");
      case 3 -> everywhere("soft hyphens", "(\\p{L}{3})(?=\\p{L}{3})", "$1\u00AD");
      case 4 -> everywhere("long s", "s", "ſ");
      case 5 -> decompose();
      default -> throw new AssertionError(kind);
    };
  }

  private String everywhere(String what, String pattern, String replacement) {
    int share = 1 + random.nextInt(4);
    for (Slot slot : slots) {
      if (random.nextInt(share) == 0) {
        slot.set(slot.get().replaceAll(pattern, replacement));
      }
    }
    return what;
  }

  private String decompose() {
    for (Slot slot : slots) {
      slot.set(Normalizer.normalize(slot.get(), Normalizer.Form.NFD));
    }
    return "decomposed letters";
  }

  private List<Spot> spots(Pattern pattern) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Matcher matcher = pattern.matcher(originals.get(i));
      while (matcher.find()) {
        spots.add(new Spot(i, matcher.start(), matcher.end()));
      }
    }
    return spots;
  }

  private Spot any(List<Spot> spots) {
    return spots.get(random.nextInt(spots.size()));
  }

  private String text(Spot spot) {
    return originals.get(spot.slot()).substring(spot.from(), spot.to());
  }

  private void replace(Spot spot, String with) {
    String whole = originals.get(spot.slot());
    touched = text(around(spot));
    slots.get(spot.slot()).set(whole.substring(0, spot.from()) + with + whole.substring(spot.to()));
  }

  /** The word that a spot stands in; a spot that is no part of a word is left as it is. */
  private Spot around(Spot spot) {
    Matcher word = WORD.matcher(originals.get(spot.slot()));
    while (word.find()) {
      if (word.start() <= spot.from() && spot.to() <= word.end()) {
        return new Spot(spot.slot(), word.start(), word.end());
      }
    }
    return spot;
  }

  private String at(Pattern pattern, String what, String replacement) {
    List<Spot> spots = spots(pattern);
    if (spots.isEmpty()) {
      return at(WORD, "drop", "");
    }
    Spot spot = any(spots);
    replace(spot, pattern.matcher(text(spot)).replaceFirst(replacement));
    return what + " " + text(spot);
  }

  private String alter() {
    Spot spot = any(spots(WORD));
    String word = text(spot);
    int at = random.nextInt(word.length());
    char other = word.charAt(at) == 'x' ? 'y' : 'x';
    replace(spot, word.substring(0, at) + other + word.substring(at + 1));
    return "alter " + word;
  }

  private String changeCase() {
    Spot spot = any(spots(Pattern.compile("[a-zA-Z]")));
    char c = text(spot).charAt(0);
    replace(
        spot,
        String.valueOf(
            Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)));
    return "case of " + c;
  }

  private String otherPunctuation() {
    List<Spot> spots = spots(Pattern.compile("[.,;:!?]"));
    if (spots.isEmpty()) {
      return alter();
    }
    Spot spot = any(spots);
    replace(spot, text(spot).equals(",") ? ";" : ",");
    return "change " + text(spot);
  }

  /** Puts another mark in the place of one. */
  private String other(Pattern pattern, String marks) {
    List<Spot> spots = spots(pattern);
    if (spots.isEmpty()) {
      return alter();
    }
    Spot spot = any(spots);
    String others = marks.replace(text(spot), "");
    char other = others.charAt(random.nextInt(others.length()));
    replace(spot, String.valueOf(other));
    return "change " + text(spot) + " to " + other;
  }

  /** Exchanges two neighbouring words that differ. */
  private String swap() {
    List<Spot> words = spots(WORD);
    for (int attempt = 0; attempt < 50; attempt++) {
      int i = random.nextInt(words.size() - 1);
      Spot first = words.get(i);
      Spot second = words.get(i + 1);
      if (first.slot() == second.slot() && !text(first).equals(text(second))) {
        String whole = originals.get(first.slot());
        touched = text(first);
        slots
            .get(first.slot())
            .set(
                whole.substring(0, first.from())
                    + text(second)
                    + whole.substring(first.to(), second.from())
                    + text(first)
                    + whole.substring(second.to()));
        return "swap " + text(first) + " " + text(second);
      }
    }
    return alter();
  }
}
