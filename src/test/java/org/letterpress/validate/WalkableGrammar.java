package org.letterpress.validate;

import com.thaiopensource.relaxng.match.IncorrectSchemaException;
import com.thaiopensource.relaxng.match.MatchContext;
import com.thaiopensource.relaxng.match.MatchablePattern;
import com.thaiopensource.relaxng.match.MatchablePatternLoader;
import com.thaiopensource.relaxng.match.Matcher;
import com.thaiopensource.resolver.Input;
import com.thaiopensource.resolver.xml.sax.SAXResolver;
import com.thaiopensource.xml.util.Name;
import java.io.IOException;
import java.nio.file.Path;
import org.relaxng.datatype.helpers.DatatypeLibraryLoader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A RELAX NG grammar that can be driven by hand, one tag or attribute at a time. */
final class WalkableGrammar {

  private final MatchablePattern pattern;

  private WalkableGrammar(MatchablePattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Loads a grammar.
   *
   * @param file its file: compact syntax if the name ends in {@code .rnc}, else XML
   */
  static WalkableGrammar load(Path file)
      throws IOException, SAXException, IncorrectSchemaException {
    Input input = new Input();
    input.setUri(file.toUri().toString());
    int flags = file.toString().endsWith(".rnc") ? MatchablePatternLoader.COMPACT_SYNTAX_FLAG : 0;
    return new WalkableGrammar(
        new MatchablePatternLoader()
            .load(input, new SAXResolver(), new Strict(), new DatatypeLibraryLoader(), flags));
  }

  /** The state before the root element. */
  State start() {
    return new State(pattern.createMatcher());
  }

  /**
   * A state within a document. Steps return the state after them, or null where the grammar forbids
   * the step; the state itself never changes.
   */
  record State(Matcher matcher) {

    State open(Name element) {
      Matcher next = matcher.copy();
      return next.matchStartTagOpen(element, element.getLocalName(), Context.NONE)
          ? new State(next)
          : null;
    }

    State attribute(Name name, String value) {
      State named = attribute(name);
      return named == null ? null : named.value(name, value);
    }

    /** The name of an attribute; its value must follow. */
    State attribute(Name name) {
      Matcher next = matcher.copy();
      return next.matchAttributeName(name, name.getLocalName(), Context.NONE)
          ? new State(next)
          : null;
    }

    /** The value of the attribute whose name has just been given. */
    State value(Name name, String value) {
      Matcher next = matcher.copy();
      return next.matchAttributeValue(value, name, name.getLocalName(), Context.NONE)
          ? new State(next)
          : null;
    }

    State closeStartTag(Name element) {
      Matcher next = matcher.copy();
      return next.matchStartTagClose(element, element.getLocalName(), Context.NONE)
          ? new State(next)
          : null;
    }

    /** Text where any text may stand. */
    State text() {
      Matcher next = matcher.copy();
      return next.matchUntypedText(Context.NONE) ? new State(next) : null;
    }

    /** Text that is the whole content of an element and has a datatype. */
    State data(Name element, String value) {
      Matcher next = matcher.copy();
      return next.matchTextBeforeEndTag(value, element, element.getLocalName(), Context.NONE)
          ? new State(next)
          : null;
    }

    State end(Name element) {
      Matcher next = matcher.copy();
      return next.matchEndTag(element, element.getLocalName(), Context.NONE)
          ? new State(next)
          : null;
    }
  }

  private enum Context implements MatchContext {
    NONE;

    @Override
    public String getPrefix(String namespace) {
      return null;
    }

    @Override
    public String resolveNamespacePrefix(String prefix) {
      return null;
    }

    @Override
    public String getBaseUri() {
      return null;
    }

    @Override
    public boolean isUnparsedEntity(String name) {
      return false;
    }

    @Override
    public boolean isNotation(String name) {
      return false;
    }
  }

  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
