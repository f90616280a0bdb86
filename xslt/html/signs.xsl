<?xml version="1.0" encoding="UTF-8"?>
<!-- The legend: what the signs and looks mean that occur in a letter. No more than those. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The signs in the order of the legend, by the keys of their messages. -->
  <xsl:variable name="fp:signs" as="xs:string+" select="
      'supplied', 'sic', 'corr', 'unclear', 'gap', 'del', 'add', 'hint', 'hand', 'page'"/>

  <!-- Those that occur in a letter. -->
  <xsl:function name="fp:signs-in" as="xs:string*">
    <xsl:param name="text" as="element(lp:letter)"/>
    <xsl:sequence select="(
        'supplied'[$text//supplied], 'sic'[$text//sic], 'corr'[$text//corr[not(parent::choice/sic)]],
        'unclear'[$text//unclear], 'gap'[$text//gap], 'del'[$text//del], 'add'[$text//add],
        'hint'[$text//choice[orig or abbr]], 'hand'[$text//handShift], 'page'[$text//pb])"/>
  </xsl:function>

  <xsl:template name="t:signs" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="text" as="element(lp:letter)"/>
    <xsl:variable name="signs" as="xs:string*" select="fp:signs-in($text)"/>
    <xsl:if test="exists($signs)">
      <details class="signs">
        <summary>{f:l10n('signs.title', $fp:ui)}</summary>
        <xsl:call-template name="tp:sign-list">
          <xsl:with-param name="signs" select="$signs"/>
        </xsl:call-template>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:sign-list" as="element(Q{}ul)">
    <xsl:context-item use="absent"/>
    <xsl:param name="signs" as="xs:string+"/>
    <ul>
      <xsl:for-each select="$signs">
        <li>
          <span class="specimen"><xsl:sequence select="fp:specimen(.)"/></span>
          <xsl:text> </xsl:text>
          <span>{f:l10n('signs.' || ., $fp:ui)}</span>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- A sign as it looks in the text. -->
  <xsl:function name="fp:specimen" as="node()+">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="f:l10n('signs.specimen', $fp:ui)"/>
    <xsl:choose>
      <xsl:when test="$sign eq 'supplied'">
        <xsl:text>[{$word}]</xsl:text>
      </xsl:when>
      <xsl:when test="$sign eq 'sic'">
        <xsl:text>{$word} [sic]</xsl:text>
      </xsl:when>
      <xsl:when test="$sign eq 'unclear'">
        <xsl:text>{$word}[?]</xsl:text>
      </xsl:when>
      <xsl:when test="$sign eq 'gap'">
        <xsl:text>[…]</xsl:text>
      </xsl:when>
      <xsl:when test="$sign eq 'hand'">
        <xsl:text>[{f:l10n('hand', $fp:ui)}]</xsl:text>
      </xsl:when>
      <xsl:when test="$sign eq 'del'">
        <del>{$word}</del>
      </xsl:when>
      <xsl:when test="$sign eq 'add'">
        <ins>{$word}</ins>
      </xsl:when>
      <xsl:when test="$sign eq 'page'">
        <span class="pb"><span class="n">12</span></span>
      </xsl:when>
      <xsl:otherwise>
        <span class="{if ($sign eq 'corr') then 'corr' else 'orig'}">{$word}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
