<?xml version="1.0" encoding="UTF-8"?>
<!-- The legend: what the signs and looks mean that occur in a letter. No more than those. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The signs in the order of the legend: key of the message, what calls for it, a specimen. -->
  <xsl:function name="fp:signs-in" as="xs:string*">
    <xsl:param name="text" as="element(lp:letter)"/>
    <xsl:sequence select="(
        'supplied'[$text//supplied], 'sic'[$text//sic], 'corr'[$text//corr],
        'unclear'[$text//unclear], 'gap'[$text//gap], 'del'[$text//del], 'add'[$text//add],
        'hint'[$text//choice[not(sic)]], 'hand'[$text//handShift], 'page'[$text//pb])"/>
  </xsl:function>

  <xsl:template name="t:signs" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="text" as="element(lp:letter)"/>
    <xsl:variable name="signs" as="xs:string*" select="fp:signs-in($text)"/>
    <xsl:if test="exists($signs)">
      <details class="signs">
        <summary>{f:l10n('signs.title', $fp:ui)}</summary>
        <dl>
          <xsl:for-each select="$signs">
            <dt><xsl:sequence select="fp:specimen(.)"/></dt>
            <dd>{f:l10n('signs.' || ., $fp:ui)}</dd>
          </xsl:for-each>
        </dl>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- A sign as it looks in the text. -->
  <xsl:function name="fp:specimen" as="node()+">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="f:l10n('signs.specimen', $fp:ui)"/>
    <xsl:choose>
      <xsl:when test="$sign eq 'supplied'">[{$word}]</xsl:when>
      <xsl:when test="$sign eq 'sic'">{$word} <span class="ed">[sic]</span></xsl:when>
      <xsl:when test="$sign eq 'corr'"><span class="corr">{$word}</span></xsl:when>
      <xsl:when test="$sign eq 'unclear'"><span class="unclear">{$word}</span><span class="ed">[?]</span></xsl:when>
      <xsl:when test="$sign eq 'gap'"><span class="ed">[…]</span></xsl:when>
      <xsl:when test="$sign eq 'del'"><del>{$word}</del></xsl:when>
      <xsl:when test="$sign eq 'add'"><ins>{$word}</ins></xsl:when>
      <xsl:when test="$sign eq 'hint'"><span class="hinted">{$word}</span></xsl:when>
      <xsl:when test="$sign eq 'hand'"><span class="ed">[✍]</span></xsl:when>
      <xsl:otherwise><span class="page-sign">12</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
