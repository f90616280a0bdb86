<?xml version="1.0" encoding="UTF-8"?>
<!-- Which side of a choice is read, and what stands in one line: the same for the normalised letter and every edition. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:import href="l10n.xsl"/>

  <!-- What the source has; where the encoding doesn't say which side that is, the first. -->
  <xsl:function name="f:source-side" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/(sic | orig | abbr | unclear, *)[1]"/>
  </xsl:function>

  <!-- Sides in a line, without their notes; of several, each. -->
  <xsl:function name="f:sides-in-line" as="xs:string">
    <xsl:param name="sides" as="element()*"/>
    <xsl:sequence select="string-join($sides ! normalize-space(f:run-on(.//(text() | lb) except .//note//(text() | lb))), ' / ')"/>
  </xsl:function>

  <!-- What texts, line breaks and references without words say on one line: a break parts words, but not within one. -->
  <xsl:function name="f:run-on" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="string-join($nodes ! (
        if (self::lb[not(@break = 'no')]) then ' '
        else if (self::ref) then (f:day-meant(., string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)), '…')[1]
        else string()))"/>
  </xsl:function>

  <!-- A text with one space for each stretch of white space, those at its edges too. -->
  <xsl:function name="f:spaced" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:sequence select="if ($words eq $text) then $text
                          else if ($words eq '') then ' '
                          else ' '[not(normalize-space(substring($text, 1, 1)))] || $words
                               || ' '[not(normalize-space(substring($text, string-length($text))))]"/>
  </xsl:function>

</xsl:stylesheet>
