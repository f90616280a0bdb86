<?xml version="1.0" encoding="UTF-8"?>
<!--
  Any habit of encoding → the normalised letter (docs/architecture.md). Entry: mode m:normalise on a
  TEI document, with the letter's id as tunnel parameter. Two steps: form (one vocabulary, blocks
  parted from phrases: core/normalise/blocks.xsl, lists-tables.xsl, phrases.xsl), then finish (white
  space, new ids: finish.xsl).

  Nothing is dropped: what no rule knows becomes seg or ab of type "unknown", with its text.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:f="urn:letterpress:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="core/functions.xsl"/>
  <xsl:import href="core/normalise/blocks.xsl"/>
  <xsl:import href="core/normalise/lists-tables.xsl"/>
  <xsl:import href="core/normalise/phrases.xsl"/>
  <xsl:import href="core/normalise/finish.xsl"/>

  <!-- A TEI element → lp:letter. -->
  <xsl:mode name="m:normalise" on-no-match="fail" use-accumulators="mp:note-number"/>

  <!-- Any elements → normalised blocks, for prose in headers and registers. -->
  <xsl:mode name="m:prose" on-no-match="fail" use-accumulators="mp:note-number"/>

  <!-- In a context where blocks stand; where phrases stand. -->
  <xsl:mode name="mp:block" on-no-match="fail" use-accumulators="mp:note-number"/>
  <xsl:mode name="mp:phrase" on-no-match="fail" use-accumulators="mp:note-number"/>

  <!-- White space and ids, over the formed tree. -->
  <xsl:mode name="mp:finish" on-no-match="shallow-copy"
            use-accumulators="mp:paragraph-number mp:block-number mp:division-number mp:mention-number"/>

  <xsl:template match="document-node()" mode="m:normalise" as="document-node(element(lp:letter))">
    <xsl:param name="id" as="xs:string" tunnel="yes" select="string(*/@xml:id)"/>
    <xsl:variable name="formed" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="*" mode="m:normalise"/>
      </xsl:document>
    </xsl:variable>
    <xsl:document>
      <lp:letter id="{$id}" xml:lang="{f:text-lang(*)}">
        <xsl:apply-templates select="$formed" mode="mp:finish"/>
      </lp:letter>
    </xsl:document>
  </xsl:template>

  <xsl:template match="TEI" mode="m:normalise" as="element(text)*">
    <xsl:apply-templates select="text" mode="mp:block"/>
  </xsl:template>

  <!-- A volume: each of its texts in turn. -->
  <xsl:template match="teiCorpus" mode="m:normalise" as="element()">
    <text xmlns="http://www.tei-c.org/ns/1.0">
      <body>
        <xsl:for-each select=".//TEI/text">
          <div type="letter">
            <xsl:apply-templates select="*" mode="mp:block"/>
          </div>
        </xsl:for-each>
      </body>
    </text>
  </xsl:template>

  <xsl:template match="*" mode="m:prose" as="element()*">
    <xsl:variable name="formed" as="document-node()">
      <xsl:document>
        <div xmlns="http://www.tei-c.org/ns/1.0">
          <xsl:apply-templates select="." mode="mp:block"/>
        </div>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="finished" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$formed" mode="mp:finish"/>
      </xsl:document>
    </xsl:variable>
    <!-- Ids belong to letters; prose is quoted on many pages. -->
    <xsl:apply-templates select="$finished/div/*" mode="mp:without-ids"/>
  </xsl:template>

  <xsl:mode name="mp:without-ids" on-no-match="shallow-copy"/>

  <xsl:template match="@xml:id" mode="mp:without-ids" as="empty-sequence()"/>

</xsl:stylesheet>
