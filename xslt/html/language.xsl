<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages and directions, and the words that the program adds to what the letter says. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The language of the program's own words: that of the edition. -->
  <xsl:variable name="fp:ui" as="xs:string" select="($fp:edition/@lang[string()], 'en')[1]"/>

  <!-- The language in force at a node. -->
  <xsl:function name="f:language-at" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="($node/ancestor-or-self::*[@xml:lang[string()]][1]/string(@xml:lang),
                           $fp:ui)[1]"/>
  </xsl:function>

  <!-- The lang and dir that say the language $inner within $outer; nothing where they are one. -->
  <xsl:function name="f:language-attributes" as="attribute()*">
    <xsl:param name="inner" as="xs:string"/>
    <xsl:param name="outer" as="xs:string"/>
    <xsl:if test="$inner ne $outer">
      <xsl:attribute name="lang" select="$inner"/>
      <xsl:if test="f:direction($inner) ne f:direction($outer)">
        <xsl:attribute name="dir" select="f:direction($inner)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:template mode="mp:attributes" match="@xml:lang" as="attribute()*">
    <xsl:sequence select="f:language-attributes(string(.), f:language-at(../..))"/>
  </xsl:template>

  <!-- Ids keep their names in a letter; elsewhere a prefix keeps two texts on a page apart. -->
  <xsl:template mode="mp:attributes" match="@xml:id" as="attribute(id)">
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:attribute name="id" select="$prefix || ."/>
  </xsl:template>

  <!-- The program's words within a letter: marked, so that they are never taken for the letter's. -->
  <xsl:template name="t:words" as="element()?">
    <xsl:context-item as="node()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="class" as="xs:string" select="'ed'"/>
    <xsl:if test="$text">
      <span class="{$class}" data-audit="skip">
        <!-- Brackets and other signs have no language. -->
        <xsl:if test="matches($text, '\p{L}')">
          <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
        </xsl:if>
        <xsl:text>{$text}</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
