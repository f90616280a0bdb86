package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.MatchContext;
import com.thaiopensource.relaxng.match.Matcher;
import com.thaiopensource.xml.util.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A state of the grammar on the way through a document, which remembers the states after it as far
 * as somebody has been there. Letters resemble each other: after some of them Jing is hardly asked
 * any more. Each step gives the state after it, or null where the grammar forbids the step. Of one
 * thread.
 */
final class Step {

  /** So many states are remembered; letters have some hundreds, volumes thousands. */
  private static final int MOST = 20_000;

  /** Of so many values a state remembers what comes of them. */
  private static final int VALUES = 100;

  /** Longer values are not remembered. */
  private static final int LONGEST = 40;

  private final Matcher matcher;
  private final Map<Matcher, Step> known;
  private final Map<String, Map<String, Step>> elements = new HashMap<>(2);
  private final Map<String, Map<String, Step>> attributes = new HashMap<>(2);
  private final Map<String, Step> values = new HashMap<>(2);
  private Step closed;
  private Step ended;
  private Step text;

  private Step(Matcher matcher, Map<Matcher, Step> known) {
    this.matcher = matcher;
    this.known = known;
  }

  /** The state before a document. */
  static Step first(Matcher matcher) {
    return new Step(matcher, new HashMap<>());
  }

  /** Whether no more can be remembered, so that it is better to begin anew. */
  boolean isFull() {
    return known.size() >= MOST;
  }

  /** Jing's state before the document; the caller's own. */
  Matcher start() {
    return matcher.start();
  }

  private Step after(Predicate<Matcher> event) {
    Matcher next = matcher.copy();
    if (!event.test(next)) {
      return null;
    }
    Step there = known.get(next);
    if (there == null) {
      there = new Step(next, known);
      if (!isFull()) {
        known.put(next, there);
      }
    }
    return there;
  }

  /** A state that is not among those remembered must not hang on to one that is. */
  private boolean isRemembered(Step next) {
    return next != null && (!isFull() || known.get(next.matcher) == next);
  }

  private Step named(
      Map<String, Map<String, Step>> all, String uri, String local, Predicate<Matcher> event) {
    Map<String, Step> ofNamespace = all.get(uri);
    Step next = ofNamespace == null ? null : ofNamespace.get(local);
    if (next == null) {
      next = after(event);
      if (isRemembered(next)) {
        all.computeIfAbsent(uri, key -> new HashMap<>(4)).put(local, next);
      }
    }
    return next;
  }

  Step open(String uri, String local, String qName, Scope scope) {
    return named(
        elements, uri, local, next -> next.matchStartTagOpen(new Name(uri, local), qName, scope));
  }

  Step attribute(String uri, String local, String qName, String value, Scope scope) {
    Step named =
        named(
            attributes,
            uri,
            local,
            next -> next.matchAttributeName(new Name(uri, local), qName, scope));
    return named == null
        ? null
        : named.valued(
            value,
            scope,
            (next, context) ->
                next.matchAttributeValue(value, new Name(uri, local), qName, context));
  }

  Step close(String uri, String local, String qName, Scope scope) {
    Step next = closed;
    if (next == null) {
      next = after(open -> open.matchStartTagClose(new Name(uri, local), qName, scope));
      closed = isRemembered(next) ? next : null;
    }
    return next;
  }

  /** Whether the content of the element that was opened last is a value. */
  boolean isTyped() {
    return matcher.isTextTyped();
  }

  /** Over text that is not white space only. */
  Step text(Scope scope) {
    Step next = text;
    if (next == null) {
      next = after(before -> before.matchUntypedText(scope));
      text = isRemembered(next) ? next : null;
    }
    return next;
  }

  /** Over the text before a start tag where a value was expected. */
  Step textBefore(String characters, Scope scope) {
    return after(next -> next.matchTextBeforeStartTag(characters, scope));
  }

  Step end(String uri, String local, String qName, Scope scope) {
    Step next = ended;
    if (next == null) {
      next = after(open -> open.matchEndTag(new Name(uri, local), qName, scope));
      ended = isRemembered(next) ? next : null;
    }
    return next;
  }

  /** Over the value and the end of an element whose content is a value. */
  Step end(String uri, String local, String qName, String value, Scope scope) {
    Name name = new Name(uri, local);
    return valued(
        value,
        scope,
        (next, context) ->
            (value.isEmpty() || next.matchTextBeforeEndTag(value, name, qName, context))
                && next.matchEndTag(name, qName, context));
  }

  /** A step that depends on a value. */
  private interface Taking {
    boolean take(Matcher next, MatchContext context);
  }

  private Step valued(String value, Scope scope, Taking taking) {
    Step next = values.get(value);
    if (next == null) {
      Asked asked = new Asked(scope);
      next = after(before -> taking.take(before, asked));
      if (!asked.asked
          && value.length() <= LONGEST
          && values.size() < VALUES
          && isRemembered(next)) {
        values.put(value, next);
      }
    }
    return next;
  }

  /** Knows whether a value's meaning hangs on the prefixes that are declared where it stands. */
  private static final class Asked implements MatchContext {
    private final Scope scope;
    private boolean asked;

    private Asked(Scope scope) {
      this.scope = scope;
    }

    @Override
    public String resolveNamespacePrefix(String prefix) {
      asked = true;
      return scope.resolveNamespacePrefix(prefix);
    }

    @Override
    public String getPrefix(String namespace) {
      asked = true;
      return scope.getPrefix(namespace);
    }

    @Override
    public String getBaseUri() {
      return scope.getBaseUri();
    }

    @Override
    public boolean isUnparsedEntity(String name) {
      return scope.isUnparsedEntity(name);
    }

    @Override
    public boolean isNotation(String name) {
      return scope.isNotation(name);
    }
  }
}
