package org.letterpress.validate.grammar;

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

  private final Supplier<Step> beginning;
  private final Function<SourceText, List<Finding>> diagnosis;
  private final Cursor cursor;
  private final List<Finding> findings;
  private final StringBuilder value = new StringBuilder();

  /** Where the way has led; null where it ended at a fault. */
  private Step step;

  private Scope scope = Scope.NONE;
  private boolean reading;

  Walk(
      Supplier<Step> beginning,
      Function<SourceText, List<Finding>> diagnosis,
      Cursor cursor,
      List<Finding> findings) {
    this.beginning = beginning;
    this.diagnosis = diagnosis;
    this.cursor = cursor;
    this.findings = findings;
  }

  @Override
  public void startDocument() {
    step = beginning.get();
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
    if (reading) {
      reading = false;
      step = step.textBefore(value.toString(), scope);
    }
    if (step != null) {
      step = step.open(uri, local, qName, scope);
    }
    int count = attributes.getLength();
    for (int i = 0; i < count && step != null; i++) {
      step =
          step.attribute(
              attributes.getURI(i),
              attributes.getLocalName(i),
              attributes.getQName(i),
              attributes.getValue(i),
              scope);
    }
    if (step != null) {
      step = step.close(uri, local, qName, scope);
    }
    if (step != null && step.isTyped()) {
      reading = true;
      value.setLength(0);
    }
  }

  @Override
  public void endElement(String uri, String local, String qName) {
    if (reading) {
      reading = false;
      step = step.end(uri, local, qName, value.toString(), scope);
    } else if (step != null) {
      step = step.end(uri, local, qName, scope);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) {
    if (reading) {
      value.append(text, start, length);
    } else if (step != null) {
      for (int i = start; i < start + length; i++) {
        char c = text[i];
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
          step = step.text(scope);
          return;
        }
      }
    }
  }

  @Override
  public void endDocument() {
    if (step == null || !step.start().matchStartDocument()) {
      findings.addAll(diagnosis.apply(cursor.text()));
    }
  }
}
