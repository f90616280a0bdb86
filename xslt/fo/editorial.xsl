<?xml version="1.0" encoding="UTF-8"?>
<!-- What editors say of the text: errors, doubts, gaps, additions, deletions. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- True of readings that are not printed: the other side of a choice. -->
  <xsl:function name="fp:is-unread" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[parent::choice][not(. is f:source-side(..))]) or exists($element/self::figDesc)"/>
  </xsl:function>

  <xsl:template match="choice" mode="mp:phrase" as="node()*">
    <xsl:apply-templates select="f:source-side(.)" mode="mp:phrase"/>
  </xsl:template>

  <!-- As it stands in the source; the correction, if there is one, in the program's words. -->
  <xsl:template match="sic" mode="mp:phrase" as="node()*">
    <xsl:apply-templates mode="mp:phrase"/>
    <xsl:if test="not(@part = 'I')">
      <fo:inline role="NonStruct">
        <xsl:text> [</xsl:text>
        <fo:inline role="NonStruct" font-style="italic">sic</fo:inline>
        <xsl:text>{@corr ! (': ' || .)}]</xsl:text>
      </fo:inline>
    </xsl:if>
  </xsl:template>

  <!-- The brackets are the editors', the words in them stand as the letter's. -->
  <xsl:template match="supplied" mode="mp:phrase" as="node()*">
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'['"/>
    </xsl:call-template>
    <xsl:apply-templates mode="mp:phrase"/>
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="']'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="unclear" mode="mp:phrase" as="node()*">
    <xsl:apply-templates mode="mp:phrase"/>
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'[?]'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What a gap holds, if anything, is the editors' guess or description; so with room that was left. -->
  <xsl:template match="gap" mode="mp:phrase" as="node()*">
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'[' || string-join(('…', normalize-space()[. ne '']), ' ') || ']'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="space" mode="mp:phrase" as="node()*">
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'[' || normalize-space() || ']'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del" mode="mp:phrase" as="element(fo:inline)">
    <fo:inline text-decoration="line-through">
      <xsl:call-template name="tp:inline-attributes"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </fo:inline>
  </xsl:template>

  <xsl:template match="add" mode="mp:phrase" as="node()*">
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'‹'"/>
    </xsl:call-template>
    <xsl:apply-templates mode="mp:phrase"/>
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'›'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="handShift" mode="mp:phrase" as="element(fo:inline)">
    <xsl:variable name="what" as="xs:string?"
                  select="((@new, @scribe, @medium) ! normalize-space(.))[. ne '' and not(starts-with(., '#'))][1]"/>
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="'[' || (if ($what) then f:l10n('print.hand.what', $fp:ui, map { 'what': $what })
                                                  else f:l10n('print.hand', $fp:ui)) || '] '"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
