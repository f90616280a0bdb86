package org.letterpress.validate.grammar;

import com.thaiopensource.relaxng.match.Matcher;
import com.thaiopensource.xml.util.Name;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.letterpress.finding.Finding;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SourceText;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Goes through a document with the grammar, as fast as may be, until something is wrong; only then
 * is the document looked at closely, when all of it has been read.
 */
final class Walk extends DefaultHandler {

  private final Supplier<Matcher> matchers;
  private final Function<SourceText, List<Finding>> diagnosis;
  private final Cursor cursor;
  private final List<Finding> findings;
  private final StringBuilder value = new StringBuilder();
  private Matcher matcher;
  private Scope scope = Scope.NONE;
  private boolean wrong;
  private boolean reading;

  Walk(
      Supplier<Matcher> matchers,
      Function<SourceText, List<Finding>> diagnosis,
      Cursor cursor,
      List<Finding> findings) {
    this.matchers = matchers;
    this.diagnosis = diagnosis;
    this.cursor = cursor;
    this.findings = findings;
  }

  @Override
  public void startDocument() {
    matcher = matchers.get();
    wrong = !matcher.matchStartDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) {
    scope = new Scope(prefix, uri, scope);
  }

  @Override
  public void endPrefixMapping(String prefix) {
    scope = scope.outer();
  }

  @Override
  public void startElement(String uri, String local, String qName, Attributes attributes) {
    if (wrong) {
      return;
    }
    if (reading) {
      reading = false;
      wrong = !matcher.matchTextBeforeStartTag(value.toString(), scope);
    }
    Name name = new Name(uri, local);
    wrong = wrong || !matcher.matchStartTagOpen(name, qName, scope);
    for (int i = 0; i < attributes.getLength() && !wrong; i++) {
      Name attribute = new Name(attributes.getURI(i), attributes.getLocalName(i));
      String attributeName = attributes.getQName(i);
      wrong =
          !matcher.matchAttributeName(attribute, attributeName, scope)
              || !matcher.matchAttributeValue(
                  attributes.getValue(i), attribute, attributeName, scope);
    }
    wrong = wrong || !matcher.matchStartTagClose(name, qName, scope);
    if (!wrong && matcher.isTextTyped()) {
      reading = true;
      value.setLength(0);
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (wrong) {
      return;
    }
    Name name = new Name(uri, local);
    if (reading) {
      reading = false;
      wrong =
          !value.isEmpty() && !matcher.matchTextBeforeEndTag(value.toString(), name, qName, scope);
    }
    wrong = wrong || !matcher.matchEndTag(name, qName, scope);
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (reading) {
      value.append(text, start, length);
    } else if (!wrong) {
      for (int i = start; i < start + length; i++) {
        char c = text[i];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
          wrong = !matcher.matchUntypedText(scope);
          return;
        }
      }
    }
  }

  @Override
  public void endDocument() {
    wrong = wrong || !matcher.matchEndDocument();
    if (wrong) {
      findings.addAll(diagnosis.apply(cursor.text()));
    }
  }
}
