package org.letterpress.validate.corpus;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.letterpress.finding.Location;
import org.letterpress.xml.Cursor;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes down the facts of one file while it is parsed. What was read of a file that breaks off
 * serves as well. Of a file that is not TEI there are none.
 */
public final class FactsReader extends DefaultHandler {

  /** Attributes that point somewhere; others are judged by the rules, within the file. */
  private static final Set<String> POINTERS =
      Set.of(
          "ref", "key", "corresp", "target", "sameAs", "copyOf", "who", "resp", "scribe", "active",
          "passive", "mutual");

  private static final Set<String> WRITERS = Set.of("persName", "orgName", "rs", "name");

  private static final String TEI = "http://www.tei-c.org/ns/1.0";

  /** The name of the declaration that a letter's id is the name of its file. */
  private static final String FILE_NAMES = "id-is-file-name";

  /** Longer names are cut. */
  private static final int LONGEST = 200;

  /** An element that is open. */
  private static final class Open {
    private final String name;
    private final Traits traits;
    private final int notes;
    private List<Pending> pending = List.of();
    private StringBuilder words;
    private EntryDraft entry;
    private boolean hides;
    private boolean isRegister;
    private boolean isDocument;

    private Open(String name, Traits traits, int notes) {
      this.name = name;
      this.traits = traits;
      this.notes = notes;
    }
  }

  /** A reference whose element has not ended yet. */
  private record Pending(String type, String attribute, Facts.Token value, boolean isImplied) {}

  private final Cursor cursor;
  private final Words strings;
  private final RunningReader text;
  private final RunningReader notes;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Deque<Open> spoken = new ArrayDeque<>();
  private final Depths depths = new Depths();
  private final Map<String, Location> ids = new HashMap<>();
  private final List<Facts.Repeated> repeated = new ArrayList<>();
  private final List<Facts.Entry> entries = new ArrayList<>();
  private final List<Facts.Reference> references = new ArrayList<>();
  private final Set<Kind> registers = EnumSet.noneOf(Kind.class);
  private final LettersReader letters = new LettersReader();
  private Optional<Facts.Token> rootId = Optional.empty();
  private String prefix = "";
  private boolean saysFileNames;
  private int lists;
  private int hidden;
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
    this.strings = words;
    this.text = new RunningReader(cursor.text());
    this.notes = new RunningReader(cursor.text());
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    // Another vocabulary may hold TEI, and TEI another.
    if (open.isEmpty() && !uri.equals(TEI) && !name.equals("TEI")) {
      return;
    }
    Traits traits = Traits.of(name);
    readText(traits);
    Open element = new Open(name, traits, depths.notes());
    String type = Optional.ofNullable(attributes.getValue("type")).orElse("");
    Optional<Facts.Token> id = id(name, attributes);
    id.ifPresent(this::id);
    if (open.isEmpty()) {
      rootId = id;
      prefix = qName.substring(0, qName.indexOf(':') + 1);
    }
    saysFileNames |=
        name.equals("refsDecl") && FILE_NAMES.equals(attributes.getValue("n")) && isEdition();
    pointers(attributes, type, element);
    Open parent = open.peek();
    entry(name, id, parent, element);
    correspondence(name, type, attributes, id, element);
    dates(name, attributes, parent);
    element.hides = traits.isName() && lists == 0;
    if (traits.isName() || !element.pending.isEmpty()) {
      element.words = new StringBuilder();
      spoken.push(element);
    }
    if (breaksWord(name, attributes)) {
      append(" ");
    }
    open.push(element);
    depths.move(name, 1);
    Optional<Kind> list = traits.list().filter(kind -> !depths.inHeader() || kind != Kind.WORK);
    list.ifPresent(registers::add);
    element.isRegister = list.isPresent();
    lists += element.isRegister ? 1 : 0;
    element.hides |= traits.isUntagged() || element.isRegister;
    hidden += element.hides ? 1 : 0;
    prose |= lists == 0 && depths.inText() && traits.isProse();
  }

  /** An entry whose id lacks its {@code xml:} has one fault; references to it have none. */
  private Optional<Facts.Token> id(String name, Attributes attributes) {
    if (attributes.getValue("xml:id") != null) {
      return token("xml:id");
    }
    return attributes.getValue("id") != null && Kind.ofEntry(name).isPresent()
        ? token("id")
        : Optional.empty();
  }

  private static boolean breaksWord(String name, Attributes attributes) {
    return (name.equals("lb") || name.equals("pb") || name.equals("space"))
        && !"no".equals(attributes.getValue("break"));
  }

  private Facts.Part part() {
    return lists > 0
        ? Facts.Part.REGISTER
        : depths.inHeader()
            ? Facts.Part.HEADER
            : depths.notes() > 0 ? Facts.Part.NOTE : Facts.Part.TEXT;
  }

  private Optional<Facts.Token> token(String attribute) {
    return cursor
        .attribute(attribute)
        .map(found -> Facts.Token.of(cursor.text(), found.valueStart(), found.valueEnd()));
  }

  private void id(Facts.Token id) {
    Location first = ids.putIfAbsent(id.text(), id.location());
    if (first != null) {
      repeated.add(new Facts.Repeated(id, first));
    }
  }

  private void pointers(Attributes attributes, String type, Open element) {
    int count = attributes.getLength();
    boolean isImplied = count > 0 && "implied".equals(attributes.getValue("subtype"));
    boolean isLink = depths.inContext() && element.name.equals("ref");
    for (int i = 0; i < count; i++) {
      String name = attributes.getQName(i);
      boolean isPicture = name.equals(Facts.PICTURE) && element.name.equals("graphic");
      if (!(isPicture || POINTERS.contains(name)) || (isLink && name.equals("target"))) {
        continue;
      }
      // An anchor of a note is the rules' affair, a bibl's corresp a word of the edition's own.
      boolean isOwn =
          element.name.equals("note") && (name.equals("target") || name.equals("corresp"));
      if (!isOwn && !(element.name.equals("g") && name.equals("ref"))) {
        element.pending = element.pending.isEmpty() ? new ArrayList<>(2) : element.pending;
        token(name)
            .filter(value -> !value.text().isBlank())
            .map(value -> value.as(strings.first(value.text())))
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
        && (kind.get() != Kind.WORK || (parent.name.startsWith("list") && !depths.inHeader()))) {
      element.entry = new EntryDraft(kind.get(), name, id.get());
    } else if (parent.name.equals("item") && Kind.isName(name)) {
      // A list in the front matter serves as a register too.
      Kind.meant(name, "").stream()
          .findFirst()
          .ifPresent(
              found -> {
                element.entry = new EntryDraft(found, name, id.get());
                registers.add(found);
              });
    }
  }

  private void correspondence(
      String name, String type, Attributes attributes, Optional<Facts.Token> id, Open element) {
    switch (name) {
      case "TEI" -> letters.begin(id);
      case "div" -> element.isDocument = type.equals("document") && letters.beginDocument(id);
      case "correspAction" -> letters.beginAction(type);
      case "date" -> {
        if (letters.isInAction() || depths.inDateline()) {
          letters.date(
              Days.of(attributes::getValue),
              Facts.Token.of(cursor.text(), cursor.start(), cursor.end()));
        }
      }
      case "ref" -> {
        if (depths.inContext()) {
          token("target").ifPresent(target -> letters.link(type, attributes, target));
        }
      }
      default -> {
        // nothing about the correspondence
      }
    }
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
                if (isBirth) {
                  entry.born(attributes);
                } else {
                  entry.died(attributes);
                }
              });
    }
  }

  /** What stands between the last tag and this one. */
  private void readText(Traits traits) {
    int from = lastEnd;
    lastEnd = cursor.end();
    if (!depths.inText() || hidden > 0) {
      return;
    }
    RunningReader running = depths.notes() > 0 ? notes : text;
    running.read(from, Math.max(from, cursor.start()));
    if (!traits.isWithinNames()) {
      text.cut();
      notes.cut();
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (!spoken.isEmpty()) {
      append(CharBuffer.wrap(characters, start, length));
    }
  }

  private void append(CharSequence characters) {
    int notesHere = depths.notes();
    for (Open element : spoken) {
      if (element.notes + (element.name.equals("note") ? 1 : 0) == notesHere) {
        int room = LONGEST - element.words.length();
        element.words.append(characters, 0, Math.min(room, characters.length()));
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    if (open.isEmpty()) {
      return;
    }
    readText(open.element().traits);
    Open element = open.pop();
    depths.move(name, -1);
    lists -= element.isRegister ? 1 : 0;
    hidden -= element.hides ? 1 : 0;
    String words = "";
    if (element.words != null) {
      spoken.pop();
      words = Words.spaced(element.words);
    }
    Open parent = open.peek();
    if (parent != null && parent.entry != null) {
      parent.entry.child(name, words);
    }
    references(element, words);
    if (element.entry != null) {
      element.entry.child(name, words); // an item's name is the entry itself
      entries.add(element.entry.entry());
    }
    if (name.equals("correspAction")) {
      letters.endAction();
    } else if (name.equals("TEI") || element.isDocument) {
      letters.end();
    }
    ended = open.isEmpty();
  }

  private void references(Open element, String words) {
    if (element.pending.isEmpty() && !letters.isInAction()) {
      return;
    }
    List<Facts.Token> named = new ArrayList<>();
    for (Pending pending : element.pending) {
      Facts.Reference reference =
          new Facts.Reference(
              element.name,
              strings.first(pending.type()),
              pending.attribute(),
              pending.value(),
              pending.value().parts(cursor.text()),
              strings.first(words),
              part(),
              pending.attribute().equals("ref") || element.traits.isName(),
              pending.isImplied());
      references.add(reference);
      if (reference.isName()) {
        named.addAll(reference.tokens());
        signature(reference);
      }
    }
    if (letters.isInAction() && WRITERS.contains(element.name) && !words.isEmpty()) {
      String type = element.pending.isEmpty() ? "" : element.pending.get(0).type();
      letters.party(
          new Facts.Party(
              Kind.meant(element.name, type).contains(Kind.PERSON),
              named.stream().map(Facts.Token::named).toList(),
              words));
    }
  }

  private void signature(Facts.Reference reference) {
    if (!reference.meant().contains(Kind.PERSON)) {
      return;
    }
    if (depths.inSignature()) {
      letters.signed(reference);
    } else if (depths.inSalutation()) {
      letters.greeted(reference);
    }
  }

  /** Whether the file speaks for the edition. */
  private boolean isEdition() {
    return Edition.stem(cursor.text().file()).equals("edition");
  }

  /** What was read, as far as the parser came. */
  public Facts facts() {
    String file = cursor.text().file();
    if (!ended) {
      return Facts.broken(file, cursor.text().characters());
    }
    int[] lines = cursor.text().lineStarts();
    return new Facts(
        file,
        false,
        registers,
        prefix,
        saysFileNames,
        rootId,
        prose && !isEdition(),
        Set.copyOf(ids.keySet()),
        List.copyOf(repeated),
        List.copyOf(entries),
        List.copyOf(references),
        letters.letters(),
        text.running(lines),
        notes.running(lines));
  }
}
