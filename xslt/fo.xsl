<?xml version="1.0" encoding="UTF-8"?>
<!--
  A normalised letter → one fo:root: a book's pages. Entries: mode m:letter for a print of its own;
  named template t:book for the frame of a book of all letters, and mode m:chapter for each in it.

  In the flow, the letter's text stands in role="Art", each note in role="Note", and every word that
  the program adds between the letter's has role="NonStruct" (docs/architecture.md, audit). Beside
  XSL-FO there are marks of our own, which the press reads and takes out:

    fo:wrapper/@lp:page, @lp:stroke   a page of the source begins: its number, for the outer margin,
                                     and where a stroke stands (SourcePage.Stroke)
    fo:root/@lp:lines                how many lines apart their numbers stand, in the inner margin;
                                     what counts is told by the roles (Line.java)
    fo:page-sequence/@lp:follows     its numbers go on from the pages before the front matter
    @role="Span LANG"                a phrase in another language, which fo:inline can't say
    lp:pages/lp:at[@id][@note]       in the index: the pages on which these ids came to stand
    @role="Art ID", "Reference ID"   the name of the letter, of the note, in the structure tree
    lp:letter[@id]                   in a book: here stand the pages of a letter; the ids in them
                                     are made its own ("ID.p1")
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="core/l10n.xsl"/>
  <xsl:import href="core/sides.xsl"/>
  <xsl:import href="core/reading.xsl"/>
  <xsl:import href="fo/measure.xsl"/>
  <xsl:import href="fo/model.xsl"/>
  <xsl:import href="fo/page.xsl"/>
  <xsl:import href="fo/blocks.xsl"/>
  <xsl:import href="fo/lists-tables.xsl"/>
  <xsl:import href="fo/phrases.xsl"/>
  <xsl:import href="fo/editorial.xsl"/>
  <xsl:import href="fo/notes.xsl"/>
  <xsl:import href="fo/source-pages.xsl"/>
  <xsl:import href="fo/index.xsl"/>
  <xsl:import href="fo/imprint.xsl"/>
  <xsl:import href="fo/book.xsl"/>
  <xsl:import href="fo/book-lists.xsl"/>

  <!-- The corpus document: the edition, its letters and registers. -->
  <xsl:param name="corpus" as="document-node(element(lp:corpus))" required="yes"/>

  <!-- The trimmed page: royal (6 × 9 inches), demy (138 × 216 mm), a5, or WIDTHxHEIGHT with mm or in. -->
  <xsl:param name="trim" as="xs:string" select="'royal'"/>

  <!-- The size of the text's letters, and from line to line, in points. -->
  <xsl:param name="font-size" as="xs:decimal" select="11"/>
  <xsl:param name="leading" as="xs:decimal" select="14"/>

  <!-- The families of the print, in the order in which a character is looked for, with commas between. -->
  <xsl:param name="font-family" as="xs:string" select="'Libertinus Serif'"/>

  <!-- Where notes stand: foot, or end, behind the letter. -->
  <xsl:param name="notes" as="xs:string" select="'foot'"/>

  <!-- How many lines of a letter apart their numbers stand in the inner margin; 0 for no numbers. -->
  <xsl:param name="line-numbers" as="xs:integer" select="0"/>

  <!-- A normalised letter → fo:root. -->
  <xsl:mode name="m:letter" on-no-match="fail"/>

  <!-- A normalised letter → its pages in the book of all. -->
  <xsl:mode name="m:chapter" on-no-match="fail"/>

  <!-- Elements where blocks stand → blocks of the flow. -->
  <xsl:mode name="mp:block" on-no-match="fail"/>

  <!-- Elements and text where phrases stand → inlines. -->
  <xsl:mode name="mp:phrase" on-no-match="fail"/>

</xsl:stylesheet>
