package org.letterpress.validate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.letterpress.xml.Cursor;
import org.letterpress.xml.SourceText;
import org.letterpress.xml.Xml;

class FactsReaderTest {

  @Test
  void aLongNameIsCutThoughTheParserGivesItInOnePiece() {
    Cursor cursor =
        new Cursor(
            SourceText.of(
                "letter.xml",
                "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><persName ref=\"#a\">"
                    + "word".repeat(500)
                    + "</persName></text></TEI>"));
    FactsReader reader = new FactsReader(cursor, new Words());
    new Xml().parse(cursor, List.of(reader));
    assertEquals("word".repeat(50), reader.facts().references().get(0).words());
  }
}
