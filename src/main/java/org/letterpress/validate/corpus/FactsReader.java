package org.letterpress.validate.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.finding.Location;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Tag;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes down the facts of one file while it is parsed. What was read of a file that breaks off
 * serves as well.
 */
public final class FactsReader extends DefaultHandler {

  /** Attributes that point somewhere; others are judged by the rules, within the file. */
  private static final Set<String> POINTERS =
      Set.of(
          "ref", "key", "corresp", "target", "sameAs", "copyOf", "who", "resp", "scribe", "active",
          "passive", "mutual");

  /** Within these nothing is expected to be tagged. */
  private static final Set<String> UNTAGGED =
      Set.of(
          "teiHeader",
          "standOff",
          "title",
          "bibl",
          "biblStruct",
          "listBibl",
          "q",
          "quote",
          "cit",
          "ref",
          "figure",
          "figDesc",
          "fw",
          "foreign",
          "titlePage",
          "address",
          "addrLine",
          "abbr",
          "date",
          "time",
          "term",
          "gloss",
          "orig",
          "sic",
          "del",
          "label",
          "desc",
          "docTitle",
          "stamp",
          "measure",
          "num",
          "formula",
          "floatingText",
          "facsimile");

  /** These don't end a name that goes on behind them. */
  private static final Set<String> WITHIN_NAMES =
      Set.of("hi", "lb", "pb", "cb", "c", "seg", "supplied", "unclear", "space", "w", "anchor");

  private static final Set<String> PROSE = Set.of("p", "ab", "opener", "closer", "l", "table");

  /** In these somebody else may speak. */
  private static final Set<String> OTHERS =
      Set.of("note", "floatingText", "quote", "q", "attachment", "cit");

  private static final Set<String> WRITERS = Set.of("persName", "orgName", "rs", "name");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern TOKEN = Pattern.compile("\\S+");

  /** Longer names are cut. */
  private static final int LONGEST = 200;

  /** An element that is open. */
  private static final class Open {
    private final String name;
    private final int notes;
    private final List<Pending> pending = new ArrayList<>();
    private StringBuilder words;
    private EntryDraft entry;
    private boolean hides;
    private boolean isRegister;

    private Open(String name, int notes) {
      this.name = name;
      this.notes = notes;
    }
  }

  /** A reference whose element has not ended yet. */
  private record Pending(String type, String attribute, Facts.Token value, boolean isImplied) {}

  private static final class EntryDraft {
    private final Kind kind;
    private final Facts.Token id;
    private final List<String> names = new ArrayList<>();
    private Days birth = Days.UNKNOWN;
    private Days death = Days.UNKNOWN;

    private EntryDraft(Kind kind, Facts.Token id) {
      this.kind = kind;
      this.id = id;
    }
  }

  private static final class LetterDraft {
    private final Optional<Facts.Token> id;
    private final List<Facts.Action> actions = new ArrayList<>();
    private final List<Facts.Link> links = new ArrayList<>();
    private final List<Facts.Reference> signed = new ArrayList<>();
    private final List<Facts.Reference> greeted = new ArrayList<>();

    private LetterDraft(Optional<Facts.Token> id) {
      this.id = id;
    }

    private Facts.Letter letter() {
      return new Facts.Letter(id, actions, links, signed, greeted);
    }
  }

  private static final class ActionDraft {
    private final String type;
    private final List<Facts.Party> parties = new ArrayList<>();
    private Days days = Days.UNKNOWN;
    private Facts.Token date;

    private ActionDraft(String type) {
      this.type = type;
    }
  }

  private final Cursor cursor;
  private final RunningReader text;
  private final RunningReader notes;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<Open> spoken = new ArrayDeque<>();
  private final Map<String, Integer> depth = new HashMap<>();
  private final Map<String, Location> ids = new HashMap<>();
  private final List<Facts.Repeated> repeated = new ArrayList<>();
  private final List<Facts.Entry> entries = new ArrayList<>();
  private final List<Facts.Reference> references = new ArrayList<>();
  private final Set<Kind> registers = EnumSet.noneOf(Kind.class);
  private final Deque<LetterDraft> letters = new ArrayDeque<>();
  private final List<Facts.Letter> done = new ArrayList<>();
  private Optional<Facts.Token> rootId = Optional.empty();
  private ActionDraft action;
  private int lists;
  private int hidden;
  private int others;
  private int lastEnd;
  private boolean prose;
  private boolean ended;

  /**
   * Begins.
   *
   * @param cursor where the parser is
   * @param words the words of the run
   */
  public FactsReader(Cursor cursor, Words words) {
    this.cursor = cursor;
    this.text = new RunningReader(words, cursor.text());
    this.notes = new RunningReader(words, cursor.text());
  }

  private int depth(String name) {
    return depth.getOrDefault(name, 0);
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    readText(name);
    Open element = new Open(name, depth("note"));
    String type = Optional.ofNullable(attributes.getValue("type")).orElse("");
    Optional<Tag> tag = isWanted(name, attributes) ? Optional.of(cursor.tag()) : Optional.empty();
    Optional<Facts.Token> id = tag.flatMap(found -> token(found, "xml:id"));
    id.ifPresent(this::id);
    if (open.isEmpty()) {
      rootId = id;
    }
    tag.ifPresent(found -> pointers(found, attributes, type, element));
    Open parent = open.peek();
    entry(name, id, parent, element);
    correspondence(name, type, attributes, tag, id);
    dates(name, attributes, parent);
    if (Kind.isName(name) && lists == 0) {
      element.hides = true;
    }
    if (Kind.isName(name) || !element.pending.isEmpty()) {
      element.words = new StringBuilder();
      spoken.push(element);
    }
    if (breaksWord(name, attributes)) {
      append(" ");
    }
    open.push(element);
    depth.merge(name, 1, Integer::sum);
    Optional<Kind> list = Kind.ofList(name).filter(kind -> !isInHeader() || kind != Kind.WORK);
    list.ifPresent(registers::add);
    boolean isRegister = list.isPresent();
    lists += isRegister ? 1 : 0;
    element.isRegister = isRegister;
    element.hides |= UNTAGGED.contains(name) || isRegister;
    hidden += element.hides ? 1 : 0;
    others += OTHERS.contains(name) ? 1 : 0;
    prose |= lists == 0 && depth("text") > 0 && PROSE.contains(name);
  }

  private static boolean breaksWord(String name, Attributes attributes) {
    return (name.equals("lb") || name.equals("pb") || name.equals("space"))
        && !"no".equals(attributes.getValue("break"));
  }

  /** Whether an element's tag has to be read for the places of its attributes. */
  private static boolean isWanted(String name, Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      String attribute = attributes.getQName(i);
      if (attribute.equals("xml:id") || POINTERS.contains(attribute)) {
        return true;
      }
    }
    return name.equals("date");
  }

  private boolean isInHeader() {
    return depth("teiHeader") > 0;
  }

  private Facts.Part part() {
    return lists > 0
        ? Facts.Part.REGISTER
        : isInHeader() ? Facts.Part.HEADER : depth("note") > 0 ? Facts.Part.NOTE : Facts.Part.TEXT;
  }

  private Optional<Facts.Token> token(Tag tag, String attribute) {
    return tag.attribute(attribute).map(this::token);
  }

  private Facts.Token token(Tag.Attribute attribute) {
    return token(attribute.valueStart(), attribute.valueEnd());
  }

  private Facts.Token token(int start, int end) {
    SourceText source = cursor.text();
    return new Facts.Token(
        source.characters().substring(start, end), source.location(start, end), start);
  }

  private void id(Facts.Token id) {
    Location first = ids.putIfAbsent(id.text(), id.location());
    if (first != null) {
      repeated.add(new Facts.Repeated(id, first));
    }
  }

  private void pointers(Tag tag, Attributes attributes, String type, Open element) {
    boolean isImplied = "implied".equals(attributes.getValue("subtype"));
    boolean isLink = depth("correspContext") > 0 && element.name.equals("ref");
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.getQName(i);
      if (!POINTERS.contains(name) || (isLink && name.equals("target"))) {
        continue;
      }
      // An anchor of a note is the rules' affair, a bibl's corresp a word of the edition's own.
      boolean isOwn =
          element.name.equals("note") && (name.equals("target") || name.equals("corresp"));
      if (!isOwn && !(element.name.equals("g") && name.equals("ref"))) {
        token(tag, name)
            .filter(value -> !value.text().isBlank())
            .ifPresent(value -> element.pending.add(new Pending(type, name, value, isImplied)));
      }
    }
  }

  private void entry(String name, Optional<Facts.Token> id, Open parent, Open element) {
    if (id.isEmpty() || parent == null) {
      return;
    }
    Optional<Kind> kind = Kind.ofEntry(name);
    if (kind.isPresent()
        && (kind.get() != Kind.WORK || (parent.name.startsWith("list") && !isInHeader()))) {
      element.entry = new EntryDraft(kind.get(), id.get());
    } else if (parent.name.equals("item") && Kind.isName(name)) {
      // A list in the front matter serves as a register too.
      Kind.meant(name, "").stream()
          .findFirst()
          .ifPresent(
              found -> {
                element.entry = new EntryDraft(found, id.get());
                registers.add(found);
              });
    }
  }

  private void correspondence(
      String name,
      String type,
      Attributes attributes,
      Optional<Tag> tag,
      Optional<Facts.Token> id) {
    if (name.equals("TEI")) {
      letters.push(new LetterDraft(id));
    } else if (name.equals("correspAction")) {
      action = new ActionDraft(type);
    } else if (name.equals("ref") && depth("correspContext") > 0 && !letters.isEmpty()) {
      tag.flatMap(found -> token(found, "target"))
          .ifPresent(target -> link(type, attributes, target));
    }
  }

  /** {@code type="prev"}, or {@code subtype="previous_letter"} with the chain in the type. */
  private void link(String type, Attributes attributes, Facts.Token target) {
    String subtype = Optional.ofNullable(attributes.getValue("subtype")).orElse("");
    String source = Optional.ofNullable(attributes.getValue("source")).orElse("");
    boolean inType = direction(type).isPresent();
    String word = inType ? type : subtype;
    direction(word)
        .ifPresent(
            next ->
                letters
                    .peek()
                    .links
                    .add(
                        new Facts.Link(
                            next,
                            (inType ? "type=\"" : "subtype=\"") + word + '"',
                            (inType ? subtype : type) + ' ' + source,
                            target)));
  }

  private static Optional<Boolean> direction(String word) {
    return word.startsWith("next") || word.equals("following")
        ? Optional.of(true)
        : word.startsWith("prev") || word.equals("preceding")
            ? Optional.of(false)
            : Optional.empty();
  }

  private void dates(String name, Attributes attributes, Open parent) {
    boolean isBirth = name.equals("birth") || (parent != null && parent.name.equals("birth"));
    boolean isDeath = name.equals("death") || (parent != null && parent.name.equals("death"));
    if (isBirth || isDeath) {
      open.stream()
          .map(one -> one.entry)
          .filter(one -> one != null)
          .findFirst()
          .ifPresent(
              entry -> {
                Days days = Days.of(attributes::getValue);
                entry.birth = isBirth ? entry.birth.or(days) : entry.birth;
                entry.death = isDeath ? entry.death.or(days) : entry.death;
              });
    } else if (action != null && name.equals("date")) {
      Days days = Days.of(attributes::getValue);
      action.days = action.days.and(days);
      if (action.date == null) {
        action.date = token(cursor.start(), Tag.at(cursor.text(), cursor.start()).end());
      }
    }
  }

  /** What stands between the last tag and this one. */
  private void readText(String name) {
    int from = lastEnd;
    lastEnd = cursor.end();
    if (depth("text") == 0 || hidden > 0) {
      return;
    }
    RunningReader running = depth("note") > 0 ? notes : text;
    running.read(from, Math.max(from, cursor.start()));
    if (!WITHIN_NAMES.contains(name)) {
      text.cut();
      notes.cut();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (!spoken.isEmpty()) {
      append(new String(characters, start, length));
    }
  }

  private void append(String characters) {
    int notesHere = depth("note");
    for (Open element : spoken) {
      if (element.notes + (element.name.equals("note") ? 1 : 0) == notesHere
          && element.words.length() < LONGEST) {
        element.words.append(characters);
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    readText(name);
    Open element = open.pop();
    depth.merge(name, -1, Integer::sum);
    lists -= element.isRegister ? 1 : 0;
    hidden -= element.hides ? 1 : 0;
    others -= OTHERS.contains(name) ? 1 : 0;
    String words = "";
    if (element.words != null) {
      spoken.pop();
      words = SPACE.matcher(element.words).replaceAll(" ").strip();
    }
    Open parent = open.peek();
    if (parent != null && parent.entry != null && !words.isEmpty() && names(name, parent.entry)) {
      parent.entry.names.add(words);
    }
    references(element, words);
    if (element.entry != null) {
      EntryDraft entry = element.entry;
      if (Kind.isName(name)) {
        entry.names.add(words);
      }
      entries.add(
          new Facts.Entry(
              entry.kind, name, entry.id, List.copyOf(entry.names), entry.birth, entry.death));
    }
    if (name.equals("correspAction") && action != null) {
      if (!letters.isEmpty()) {
        letters
            .peek()
            .actions
            .add(
                new Facts.Action(
                    action.type, action.parties, action.days, Optional.ofNullable(action.date)));
      }
      action = null;
    } else if (name.equals("TEI")) {
      done.add(letters.pop().letter());
    }
    ended = open.isEmpty();
  }

  private static boolean names(String element, EntryDraft entry) {
    return element.equals("name") || Kind.meant(element, "").contains(entry.kind);
  }

  private void references(Open element, String words) {
    List<Facts.Token> named = new ArrayList<>();
    for (Pending pending : element.pending) {
      Facts.Reference reference =
          new Facts.Reference(
              element.name,
              pending.type(),
              pending.attribute(),
              pending.value(),
              tokens(pending.value()),
              words,
              part(),
              pending.isImplied());
      references.add(reference);
      if (reference.isName()) {
        named.addAll(reference.tokens());
        signature(reference);
      }
    }
    if (action != null && WRITERS.contains(element.name) && !words.isEmpty()) {
      String type = element.pending.isEmpty() ? "" : element.pending.get(0).type();
      action.parties.add(
          new Facts.Party(
              Kind.meant(element.name, type).contains(Kind.PERSON),
              named.stream()
                  .map(token -> token.text().substring(token.text().indexOf('#') + 1))
                  .toList(),
              words));
    }
  }

  private void signature(Facts.Reference reference) {
    if (letters.isEmpty() || others > 0 || !reference.meant().contains(Kind.PERSON)) {
      return;
    }
    if (depth("signed") > 0) {
      letters.peek().signed.add(reference);
    } else if (depth("salute") > 0 && depth("closer") == 0) {
      letters.peek().greeted.add(reference);
    }
  }

  private List<Facts.Token> tokens(Facts.Token value) {
    List<Facts.Token> tokens = new ArrayList<>();
    for (Matcher token = TOKEN.matcher(value.text()); token.find(); ) {
      tokens.add(token(value.start() + token.start(), value.start() + token.end()));
    }
    return tokens;
  }

  /** What was read, as far as the parser came. */
  public Facts facts() {
    String file = cursor.text().file();
    if (!ended) {
      return broken(file, cursor.text().characters());
    }
    return new Facts(
        file,
        false,
        registers,
        rootId,
        prose && !file.matches("(.*/)?edition\\.xml"),
        Set.copyOf(ids.keySet()),
        repeated,
        entries,
        references,
        done,
        text.running(),
        notes.running());
  }

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
    Facts.Running none = new Facts.Running(new int[0], new int[0], new int[0], new int[0]);
    return new Facts(
        file,
        true,
        registers,
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
}
