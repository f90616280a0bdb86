<?xml version="1.0" encoding="UTF-8"?>
<!--
  A normalised letter → plain text: a header, a line of "=", the text, and its notes with their own
  marks. Entry: mode m:letter; template t:front begins the volume of all letters.

  Two readings. The reading text is wrapped at $width. The diplomatic one breaks its lines and pages
  where the source does, and shows by signs what was added, and which hand writes.

  The signs (the header names those that occur): [Page 46] a page of the source begins, [1] a note's
  mark, [word] supplied by the editors, word[?] hard to read, word [sic; recte word] stands so, […] a
  gap, ⟦word⟧ deleted; diplomatic: \word/ added, word [= word] the editors' side of a choice, ‖ a
  column begins, ¬ the word goes on in the next line, [Hand: name] a hand begins.
  The audit reads them back (PlainSigns, TextReading): change both.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The corpus document; only this letter's entry and the edition's are read. -->
  <xsl:param name="corpus" as="document-node(element(lp:corpus))" required="yes"/>

  <!-- The longest line, in characters. -->
  <xsl:param name="width" as="xs:integer" select="72"/>

  <!-- Whether italics are set as _word_. -->
  <xsl:param name="italics" as="xs:boolean" select="false()"/>

  <!-- Whether marks say where a page of the source begins. -->
  <xsl:param name="pages" as="xs:boolean" select="true()"/>

  <!-- Whether this is the diplomatic reading. -->
  <xsl:param name="diplomatic" as="xs:boolean" select="false()"/>

  <xsl:import href="core/l10n.xsl"/>
  <xsl:import href="core/sides.xsl"/>
  <xsl:import href="core/reading.xsl"/>
  <xsl:import href="text/lines.xsl"/>
  <xsl:import href="text/frame.xsl"/>
  <xsl:import href="text/letter.xsl"/>
  <xsl:import href="text/blocks.xsl"/>
  <xsl:import href="text/grid.xsl"/>
  <xsl:import href="text/tables.xsl"/>
  <xsl:import href="text/phrases.xsl"/>

  <!-- A normalised letter → the file's text. -->
  <xsl:mode name="m:letter" on-no-match="fail"/>

  <!-- A block → blocks of text: each its lines, joined by line feeds, no longer than $measure. -->
  <xsl:mode name="mp:blocks" on-no-match="fail"/>

  <!-- A phrase → text on one line; line feeds stand where a line must break. -->
  <xsl:mode name="mp:phrases" on-no-match="fail"/>

</xsl:stylesheet>
