<?xml version="1.0" encoding="UTF-8"?>
<!--
  The EPUB 3 edition: the web edition's rules for the text, and rules of its own for everything round
  it. A letter's pages are made once; the book of the whole edition and the letter's own book hold
  the same.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="html.xsl"/>

  <!-- ============================================================ parameters -->

  <!-- $corpus: see html.xsl; in a letter's own book it holds that letter alone (m:letter, 'corpus'),
       in that of a correspondence its letters (t:between). -->

  <!-- The letter that the book is all about, if it is about one. -->
  <xsl:param name="only" as="xs:string?" select="()"/>

  <!-- The correspondence that it holds; none of both where it holds the whole edition. -->
  <xsl:param name="between" as="xs:string?" select="()"/>

  <!-- ================================================================= modes -->

  <!-- A register entry to its place in the register. -->
  <xsl:mode name="m:entry" on-no-match="fail"/>

  <!-- A page in the elements of HTML to the same in XHTML, as reading systems want it. -->
  <xsl:mode name="mp:xhtml" on-no-match="shallow-copy"/>

  <!-- ================================================================= parts -->

  <xsl:include href="epub/letter.xsl"/>
  <xsl:include href="epub/parts.xsl"/>
  <xsl:include href="epub/page.xsl"/>
  <xsl:include href="epub/book.xsl"/>
  <xsl:include href="epub/registers.xsl"/>
  <xsl:include href="epub/navigation.xsl"/>
  <xsl:include href="epub/package.xsl"/>

</xsl:stylesheet>
