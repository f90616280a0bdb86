<?xml version="1.0" encoding="UTF-8"?>
<!-- Normalisation where a text has several readings: what stands so and its correction, choices, apparatus entries. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    The editors' sign for what stands so is no part of a word: where the word goes on, its sign stands
    behind it, as sic of part F, with the correction.
  -->
  <xsl:template match="text()[preceding-sibling::node()[1][fp:within-word(.)]]" mode="mp:phrase" as="node()+" priority="1">
    <xsl:variable name="rest" as="xs:string" select="replace(., $fp:word-rest || '.*$', '$1', 's')"/>
    <xsl:value-of select="$rest"/>
    <sic part="F">
      <xsl:where-populated>
        <xsl:attribute name="corr" select="fp:corrections(preceding-sibling::node()[1])"/>
      </xsl:where-populated>
    </sic>
    <xsl:value-of select="substring(., 1 + string-length($rest))"/>
  </xsl:template>

  <!-- What goes on from the word before. -->
  <xsl:variable name="fp:word-rest" as="xs:string"
                select="'^(\s*[\p{L}\p{M}\p{N}]+(?:[-‐’''][\p{L}\p{M}\p{N}]+)*)'"/>

  <!-- Whether a sic, alone or in a choice, is followed by letters of the same word. -->
  <xsl:function name="fp:within-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="matches($node/(self::sic | self::choice ! f:source-side(.)/self::sic), '[\p{L}\p{M}\p{N}-]$')
                          and matches($node/following-sibling::node()[1]/self::text(), '^[\p{L}\p{M}\p{N}]')"/>
  </xsl:function>

  <!-- What the editors put for a sic, in a line; of several corrections, each. -->
  <xsl:function name="fp:corrections" as="xs:string">
    <xsl:param name="sic" as="element()"/>
    <xsl:sequence select="f:sides-in-line($sic/self::choice/corr)"/>
  </xsl:function>

  <!-- A note on a side that is not shown in the text stands behind the choice. -->
  <xsl:template match="choice[fp:hidden-sides(.)//note]" mode="mp:phrase" as="node()+" priority="2">
    <xsl:next-match/>
    <xsl:apply-templates select="fp:hidden-sides(.)//note[not(ancestor::note intersect current()//note)]" mode="mp:phrase">
      <xsl:with-param name="beside" select="true()" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="choice//note" mode="mp:phrase" as="node()*" priority="2">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$beside or empty(ancestor::choice/fp:hidden-sides(.) intersect ancestor::*)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:hidden-sides" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice[sic | orig | abbr | corr | reg | expan]/(* except f:source-side($choice))"/>
  </xsl:function>

  <!--
    An apparatus entry: the text has the chosen reading, a note the others with their witnesses. What
    else stands in the entry follows. A choice of which no side is known as the source's or the editors'
    is read in the same way.
  -->
  <xsl:template match="app | choice[fp:is-open(.)]" mode="mp:phrase" as="node()*" priority="1">
    <xsl:param name="notes" as="map(xs:string, xs:integer)?" select="()" tunnel="yes"/>
    <xsl:variable name="chosen" as="element()?" select="fp:chosen-reading(.)"/>
    <xsl:variable name="others" as="element()*" select="fp:other-readings(.)"/>
    <xsl:apply-templates select="$chosen" mode="mp:phrase"/>
    <xsl:if test="exists($others)">
      <note xml:id="note-{($notes ! .(current() ! generate-id()), 0)[1]}" type="app"
            n="{format-integer(($notes ! .('mark ' || current() ! generate-id()), 1)[1], 'a')}">
        <xsl:value-of select="fp:witnesses($chosen) ! (. || '] ')"/>
        <xsl:for-each select="$others">
          <xsl:value-of select="if (position() gt 1) then '; ' else ()"/>
          <xsl:apply-templates select="." mode="mp:phrase"/>
          <xsl:value-of select="string-join(('om.'[not(current()/(* or normalize-space()))], fp:witnesses(.) ! (' ' || .)))"/>
        </xsl:for-each>
      </note>
    </xsl:if>
    <xsl:apply-templates select="* except (rdgGrp, fp:readings(.))" mode="mp:phrase"/>
  </xsl:template>

  <!-- Whether a choice has several sides, none of them known as the source's or the editors'. -->
  <xsl:function name="fp:is-open" as="xs:boolean">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="exists($choice[not(sic | orig | abbr | corr | reg | expan)]/*[2])"/>
  </xsl:function>

  <!-- Whether an element is a note, or may have one. -->
  <xsl:function name="fp:is-noted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(self::note | self::app | self::choice[fp:is-open(.)]))"/>
  </xsl:function>

  <xsl:function name="fp:readings" as="element()*">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="$app/(lem | rdg | rdgGrp/(lem | rdg) | self::choice/*)"/>
  </xsl:function>

  <xsl:function name="fp:chosen-reading" as="element()?">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="($app/self::choice ! f:source-side(.), fp:readings($app)/self::lem, fp:readings($app))[1]"/>
  </xsl:function>

  <xsl:function name="fp:other-readings" as="element()*">
    <xsl:param name="app" as="element()"/>
    <xsl:sequence select="fp:readings($app) except fp:chosen-reading($app)"/>
  </xsl:function>

  <!-- The witnesses that have a reading, by their ids; nothing where none is named. -->
  <xsl:function name="fp:witnesses" as="xs:string?">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="string-join(tokenize($reading/@wit) ! replace(., '^.*#', ''), ' ')[. ne '']"/>
  </xsl:function>

</xsl:stylesheet>
