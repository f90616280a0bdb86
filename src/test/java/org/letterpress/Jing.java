package org.letterpress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Jing as it comes, with one grammar: the judge of what we make and of how we judge. */
public final class Jing implements ErrorHandler {

  private final List<String> found = new ArrayList<>();
  private final ValidationDriver driver;

  /**
   * Loads a grammar.
   *
   * @param grammar in RELAX NG, of either syntax by its name
   */
  public Jing(Path grammar) throws IOException, SAXException {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, this);
    driver =
        grammar.toString().endsWith(".rnc")
            ? new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance())
            : new ValidationDriver(properties.toPropertyMap());
    assertTrue(
        driver.loadSchema(ValidationDriver.fileInputSource(grammar.toFile())),
        () -> grammar + " does not load: " + found);
  }

  /** What it has against a document, which must be well-formed: each with its line. */
  public List<String> faults(String document) throws IOException, SAXException {
    found.clear();
    boolean valid = driver.validate(new InputSource(new StringReader(document)));
    assertTrue(valid || !found.isEmpty(), "refused without a word");
    return List.copyOf(found);
  }

  /** Whether it has nothing against a document, which must be well-formed. */
  public boolean accepts(String document) throws IOException, SAXException {
    found.clear();
    return driver.validate(new InputSource(new StringReader(document)));
  }

  @Override
  public void warning(SAXParseException exception) {
    error(exception);
  }

  @Override
  public void error(SAXParseException exception) {
    found.add(exception.getLineNumber() + ": " + exception.getMessage());
  }

  @Override
  public void fatalError(SAXParseException exception) throws SAXException {
    throw exception;
  }
}
