package org.letterpress.validate.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Location;
import org.letterpress.xml.SourceText;

/**
 * What the checks of an edition need to know of one file.
 *
 * @param file its path
 * @param broken whether it could not be read to its end
 * @param registers which registers it holds; of a broken one, may hold
 * @param prefix what the root's name begins with, such as {@code tei:}; empty without a prefix
 * @param saysFileNames whether it says for the edition that a letter's id is its file's name
 * @param rootId the root's {@code xml:id}
 * @param isLetter whether it holds the text of letters
 * @param ids every {@code xml:id}
 * @param repeated each {@code xml:id} that stands a second time
 * @param entries of its registers
 * @param references in their order
 * @param letters its letters: one for each TEI element with a text
 * @param text what stands outside names in the letters
 * @param notes the same of notes
 */
public record Facts(
    String file,
    boolean broken,
    Set<Kind> registers,
    String prefix,
    boolean saysFileNames,
    Optional<Token> rootId,
    boolean isLetter,
    Set<String> ids,
    List<Repeated> repeated,
    List<Entry> entries,
    List<Reference> references,
    List<Letter> letters,
    Running text,
    Running notes) {

  /**
   * The facts of a file that could not be read.
   *
   * @param file its path
   * @param characters what is known of its text, which is searched for registers
   */
  public static Facts broken(String file, String characters) {
    Set<Kind> registers = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (characters.contains(kind.list())) {
        registers.add(kind);
      }
    }
    Running none = new Running(new long[0], new int[0]);
    return new Facts(
        file,
        true,
        registers,
        "",
        false,
        Optional.empty(),
        false,
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        none,
        none);
  }

  /** Part of an attribute's value: its characters, its place, its offset in the file. */
  record Token(String text, Location location, int start) {

    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern PART = Pattern.compile("\\S+");

    static Token of(SourceText source, int start, int end) {
      return new Token(
          source.characters().substring(start, end), source.location(start, end), start);
    }

    /** The same with an equal string that is kept elsewhere too. */
    Token as(String same) {
      return new Token(same, location, start);
    }

    int end() {
      return start + text.length();
    }

    /** The id that it leads to, in whatever file; an address with a scheme (RFC 3986) as it is. */
    String named() {
      return ADDRESS.matcher(text).find() ? text : text.substring(text.indexOf('#') + 1);
    }

    private boolean isOne() {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isWhitespace(text.charAt(i))) {
          return false;
        }
      }
      return !text.isEmpty();
    }

    /** What white space parts. */
    List<Token> parts(SourceText source) {
      if (isOne()) {
        return List.of(this);
      }
      List<Token> parts = new ArrayList<>(1);
      for (Matcher part = PART.matcher(text); part.find(); ) {
        parts.add(
            part.end() - part.start() == text.length()
                ? this
                : of(source, start + part.start(), start + part.end()));
      }
      return parts;
    }
  }

  /** An id that is given again, and where it was given first. */
  record Repeated(Token id, Location first) {}

  /** An entry of a register: its element, names, and the days of birth and death. */
  record Entry(Kind kind, String element, Token id, List<String> names, Days birth, Days death) {}

  /** In what part of a file something stands. */
  enum Part {
    HEADER,
    REGISTER,
    TEXT,
    NOTE
  }

  /** The attribute of {@code graphic} that names a picture's file. */
  static final String PICTURE = "url";

  /**
   * An attribute that points somewhere.
   *
   * @param element the name of its element
   * @param type the element's type; empty where it has none
   * @param attribute its name
   * @param value the whole value
   * @param tokens its parts
   * @param words what the element says
   * @param part where it stands
   * @param isName whether it says who or what a name means
   * @param isImplied whether it says by {@code subtype="implied"} that its words are no name
   */
  record Reference(
      String element,
      String type,
      String attribute,
      Token value,
      List<Token> tokens,
      String words,
      Part part,
      boolean isName,
      boolean isImplied) {

    Set<Kind> meant() {
      return Kind.meant(element, type);
    }

    /** Whether it names a picture's file; then all of it is one name. */
    boolean isPicture() {
      return attribute.equals(PICTURE);
    }
  }

  /**
   * A letter.
   *
   * @param id the {@code xml:id} of its TEI element
   * @param actions its sending, its arrival and so on
   * @param links to letters before and after it
   * @param signed the persons named in signatures
   * @param greeted the persons named in salutations
   */
  record Letter(
      Optional<Token> id,
      List<Action> actions,
      List<Link> links,
      List<Reference> signed,
      List<Reference> greeted) {}

  /** A correspAction: its type, the persons and bodies in it, its days and their place. */
  record Action(String type, List<Party> parties, Days days, Optional<Token> date) {}

  /** Who sends or receives. */
  record Party(boolean isPerson, List<String> ids, String words) {}

  /**
   * A link to the letter before or after.
   *
   * @param isNext whether to the one after
   * @param shown the attribute that says so, as it is written
   * @param chain which series of letters it is about; empty where there is one alone
   */
  record Link(boolean isNext, String shown, String chain, Token target) {}

  /**
   * The words with a capital letter of a running text, and what stands between two of them where it
   * is at most two words. Each is made by {@link #word}; 0 stands for all else.
   *
   * @param lines the offsets at which the file's lines begin
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Running(long[] words, int[] lines) {

    private static final long PLACE = (1L << Words.PLACE_BITS) - 1;

    /**
     * A word and its place.
     *
     * @param number its {@link Words#number}
     * @param start the offset at which it begins
     * @param isLower whether it begins with a small letter; then the whole is negative
     */
    static long word(long number, int start, boolean isLower) {
      return (isLower ? Long.MIN_VALUE : 0) | number << Words.PLACE_BITS | start;
    }

    /** The number at an index, negative for a word in lower case; 0 where none stands. */
    long number(int at) {
      return words[at] >> Words.PLACE_BITS;
    }

    /** Whether a word with a capital letter stands at an index. */
    boolean isCapital(int at) {
      return words[at] > 0;
    }

    /** The offset at which a word begins. */
    int start(int at) {
      return (int) (words[at] & PLACE);
    }

    /** The place of so many characters from the word at an index on. */
    Location location(String file, int at, int length) {
      int found = Arrays.binarySearch(lines, start(at));
      int line = found >= 0 ? found : -found - 2;
      return new Location(file, line + 1, start(at) - lines[line] + 1, length);
    }
  }
}
