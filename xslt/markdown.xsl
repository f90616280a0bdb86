<?xml version="1.0" encoding="UTF-8"?>
<!--
  A normalised letter → Markdown: CommonMark 0.31 with two extensions of GitHub's, pipe tables and
  footnotes ([^1], as in Pandoc). The title as heading, the header's lines, a rule, the text, the
  footnotes. A paragraph is one line; what has lines of its own (verse, addresses) ends them by "\".
  Entry: mode m:letter; template t:front begins the volume of all letters.

  The editorial signs are those of plain text; every character that Markdown takes as markup is
  escaped. The audit reads the file back with a parser (MarkdownReading).
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The corpus document; only this letter's entry and the edition's are read. -->
  <xsl:param name="corpus" as="document-node(element(lp:corpus))" required="yes"/>

  <!-- Whether marks say where a page of the source begins. -->
  <xsl:param name="pages" as="xs:boolean" select="true()"/>

  <!-- There is one reading: the diplomatic one has no markup. -->
  <xsl:variable name="diplomatic" as="xs:boolean" select="false()"/>

  <xsl:import href="core/l10n.xsl"/>
  <xsl:import href="core/sides.xsl"/>
  <xsl:import href="core/reading.xsl"/>
  <xsl:import href="text/lines.xsl"/>
  <xsl:import href="text/frame.xsl"/>
  <xsl:import href="text/grid.xsl"/>
  <xsl:import href="text/phrases.xsl"/>
  <xsl:import href="markdown/inline.xsl"/>
  <xsl:import href="markdown/blocks.xsl"/>
  <xsl:import href="markdown/lists-tables.xsl"/>

  <!-- A normalised letter → the file's text. -->
  <xsl:mode name="m:letter" on-no-match="fail"/>

  <!-- A block → blocks of Markdown: each its lines, joined by line feeds. -->
  <xsl:mode name="mp:blocks" on-no-match="fail"/>

  <!-- A phrase → text, with the signs of lines.xsl. -->
  <xsl:mode name="mp:phrases" on-no-match="fail"/>

  <xsl:template match="document-node()" mode="m:letter" as="xs:string">
    <xsl:apply-templates select="lp:letter" mode="m:letter"/>
  </xsl:template>

  <xsl:template match="lp:letter" mode="m:letter" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="text" mode="mp:blocks"/>
      <xsl:for-each select="fp:notes-in-order(.)">
        <xsl:call-template name="tp:footnote"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="fp:file((fp:header(fp:header-lines(.)), $blocks))"/>
  </xsl:template>

  <!-- The first part of a volume: what it is, and its letters; of all, or of one correspondence. -->
  <xsl:template name="t:front" as="xs:string">
    <xsl:param name="correspondence" as="xs:string?"/>
    <xsl:variable name="between" as="element(lp:correspondence)?"
                  select="$correspondence ! key('fp:correspondence', ., $corpus)"/>
    <xsl:variable name="contents" as="xs:string*" select="fp:contents($between)"/>
    <xsl:variable name="list" as="xs:string*"
                  select="for $n in 1 to count($contents) return $n || '. ' || fp:markdown($contents[$n], true())"/>
    <xsl:sequence select="fp:file((fp:header(fp:volume-lines($between)), '## ' || fp:markdown(f:l10n('text.contents', $fp:language), true()),
                                   string-join($list, '&#10;')))"/>
  </xsl:template>

  <!-- Heading, the other lines, a rule. -->
  <xsl:function name="fp:header" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="'# ' || fp:markdown(head($lines), true())"/>
    <xsl:sequence select="string-join(tail($lines) ! fp:markdown(., true()), '\&#10;')[. ne '']"/>
    <xsl:sequence select="'---'"/>
  </xsl:function>

  <xsl:function name="fp:file" as="xs:string">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:sequence select="normalize-unicode(string-join($blocks[. ne ''], '&#10;&#10;'), 'NFC') || '&#10;'"/>
  </xsl:function>

  <xsl:template name="tp:footnote" as="xs:string">
    <xsl:context-item as="element(note)" use="required"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="tp:blocks"/>
    </xsl:variable>
    <xsl:sequence select="'[^' || fp:label(.) || ']:' || fp:behind(' ', $blocks, 4)"/>
  </xsl:template>

</xsl:stylesheet>
