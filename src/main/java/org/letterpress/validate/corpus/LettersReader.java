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

    private Draft(Optional<Facts.Token> id) {
      this.id = id;
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
    open.push(new Draft(id));
  }

  void end() {
    Draft draft = open.pop();
    letters.add(
        new Facts.Letter(draft.id, draft.actions, draft.links, draft.signed, draft.greeted));
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
          .add(new Facts.Action(action.type, action.parties, action.days, action.date));
    }
    action = null;
  }

  /** A date of the present action, and its tag. */
  void date(Days days, Facts.Token tag) {
    action.days = action.days.and(days);
    action.date = action.date.or(() -> Optional.of(tag));
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
    return letters;
  }
}
