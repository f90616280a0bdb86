package org.letterpress.validate.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.xml.sax.Attributes;

/** Takes down who sent the letters of a file to whom and when, and what their neighbours are. */
final class LettersReader {

  private static final class Draft {
    private final Optional<Facts.Token> id;
    private final List<Facts.Action> actions = new ArrayList<>();
    private final List<Facts.Link> links = new ArrayList<>();
    private final List<Facts.Reference> signed = new ArrayList<>();
    private final List<Facts.Reference> greeted = new ArrayList<>();

    /** A document of a volume says itself when and by whom it was sent. */
    private final boolean isDocument;

    private Days days = Days.UNKNOWN;
    private Optional<Facts.Token> date = Optional.empty();

    private Draft(Optional<Facts.Token> id, boolean isDocument) {
      this.id = id;
      this.isDocument = isDocument;
    }

    private Facts.Action sending() {
      return new Facts.Action(
          "sent",
          signed.stream()
              .map(
                  one ->
                      new Facts.Party(
                          true,
                          one.tokens().stream().map(Facts.Token::named).toList(),
                          one.words()))
              .toList(),
          days,
          date);
    }
  }

  private static final class ActionDraft {
    private final String type;
    private final List<Facts.Party> parties = new ArrayList<>();
    private Days days = Days.UNKNOWN;
    private Optional<Facts.Token> date = Optional.empty();

    private ActionDraft(String type) {
      this.type = type;
    }
  }

  private final Deque<Draft> open = new ArrayDeque<>();
  private final List<Facts.Letter> letters = new ArrayList<>();
  private ActionDraft action;

  void begin(Optional<Facts.Token> id) {
    open.push(new Draft(id, false));
  }

  /** A document of a volume begins; where the header tells of the letter it is none of its own. */
  boolean beginDocument(Optional<Facts.Token> id) {
    boolean begins = !open.isEmpty() && !open.peek().isDocument && open.peek().actions.isEmpty();
    if (begins) {
      open.push(new Draft(id, true));
    }
    return begins;
  }

  void end() {
    Draft draft = open.pop();
    if (draft.isDocument) {
      draft.actions.add(draft.sending());
    }
    letters.add(
        new Facts.Letter(
            draft.id,
            List.copyOf(draft.actions),
            List.copyOf(draft.links),
            List.copyOf(draft.signed),
            List.copyOf(draft.greeted)));
  }

  void beginAction(String type) {
    action = new ActionDraft(type);
  }

  boolean isInAction() {
    return action != null;
  }

  void endAction() {
    if (action != null && !open.isEmpty()) {
      open.peek()
          .actions
          .add(
              new Facts.Action(action.type, List.copyOf(action.parties), action.days, action.date));
    }
    action = null;
  }

  /** A date of the present action, or else of a dateline, and its tag. */
  void date(Days days, Facts.Token tag) {
    if (action == null) {
      dated(days, tag);
      return;
    }
    action.days = action.days.and(days);
    action.date = action.date.or(() -> Optional.of(tag));
  }

  /** The date of a dateline, which counts for a document of a volume. */
  private void dated(Days days, Facts.Token tag) {
    if (!open.isEmpty() && open.peek().isDocument && open.peek().date.isEmpty()) {
      open.peek().days = days;
      open.peek().date = Optional.of(tag);
    }
  }

  void party(Facts.Party party) {
    action.parties.add(party);
  }

  void signed(Facts.Reference reference) {
    if (!open.isEmpty()) {
      open.peek().signed.add(reference);
    }
  }

  void greeted(Facts.Reference reference) {
    if (!open.isEmpty()) {
      open.peek().greeted.add(reference);
    }
  }

  /** {@code type="prev"}, or {@code subtype="previous_letter"} with the chain in the type. */
  void link(String type, Attributes attributes, Facts.Token target) {
    String subtype = Optional.ofNullable(attributes.getValue("subtype")).orElse("");
    String source = Optional.ofNullable(attributes.getValue("source")).orElse("");
    boolean inType = direction(type).isPresent();
    String word = inType ? type : subtype;
    Optional<Boolean> isNext = direction(word);
    if (isNext.isPresent() && !open.isEmpty()) {
      open.peek()
          .links
          .add(
              new Facts.Link(
                  isNext.get(),
                  (inType ? "type=\"" : "subtype=\"") + word + '"',
                  (inType ? subtype : type) + ' ' + source,
                  target));
    }
  }

  private static Optional<Boolean> direction(String word) {
    return word.startsWith("next") || word.equals("following")
        ? Optional.of(true)
        : word.startsWith("prev") || word.equals("preceding")
            ? Optional.of(false)
            : Optional.empty();
  }

  List<Facts.Letter> letters() {
    return List.copyOf(letters);
  }
}
