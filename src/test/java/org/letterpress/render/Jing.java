package org.letterpress.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Jing as it comes, with one grammar. */
final class Jing implements ErrorHandler {

  private final List<String> found = new ArrayList<>();
  private final ValidationDriver driver;

  Jing(Path grammar) throws IOException, SAXException {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, this);
    driver = new ValidationDriver(properties.toPropertyMap());
    assertTrue(driver.loadSchema(ValidationDriver.fileInputSource(grammar.toFile())));
  }

  /** What it has against a document. */
  List<String> faults(String document) throws IOException, SAXException {
    found.clear();
    driver.validate(new InputSource(new StringReader(document)));
    return List.copyOf(found);
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
  public void fatalError(SAXParseException exception) {
    error(exception);
  }
}
