<?xml version="1.0" encoding="UTF-8"?>
<!--
  The two readings of a letter: the text as the editors read it, and as it was written, line for line.
  The page holds both; the style sheet shows the one that the reader chose.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    What of a letter the two readings show in different ways: choices, changes, lines. Nothing where
    they would be the same. Notes have one reading.
  -->
  <xsl:function name="fp:switched" as="xs:string*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="text" as="element(text)" select="$letter/text"/>
    <xsl:sequence select="
        'choices'[$text//choice[fp:edited-sides(.)][not(ancestor::note)]],
        'changes'[$text//(del | add)[not(ancestor::note)]],
        'lines'[fp:is-line-for-line($text)]"/>
  </xsl:function>

  <!--
    True of a text that was written down line for line: each paragraph of some length has a break
    about every line. In other texts a break means something, and both readings have it.
  -->
  <xsl:function name="fp:is-line-for-line" as="xs:boolean">
    <xsl:param name="text" as="element(text)"/>
    <xsl:variable name="long" as="element()*" select="
        $text//(p | ab)[not(ancestor::note)][fp:length(.) gt 160]"/>
    <xsl:sequence select="exists($long) and
                          (every $p in $long satisfies count($p//lb) * 120 ge fp:length($p))"/>
  </xsl:function>

  <xsl:function name="fp:length" as="xs:integer">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="string-length(string-join($block//text()[not(ancestor::note)]))"/>
  </xsl:function>

  <!-- What the editors put for what the source has; none if they put nothing. Several are all shown. -->
  <xsl:function name="fp:edited-sides" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/(corr | reg | expan) except f:source-side($choice)"/>
  </xsl:function>

  <!-- The words of the source are the letter's, those of the editors the program's. -->
  <xsl:template mode="m:content" match="choice" as="node()*">
    <xsl:param name="switched" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:variable name="edited" as="element()*" select="fp:edited-sides(.)"/>
    <xsl:choose>
      <xsl:when test="exists($edited) and $switched = 'choices' and not(ancestor::note)">
        <span class="as-written">
          <xsl:apply-templates mode="m:content" select="f:source-side(.)"/>
        </span>
        <span class="as-edited" data-audit="skip">
          <xsl:for-each select="$edited">
            <xsl:if test="position() gt 1"> / </xsl:if>
            <xsl:apply-templates mode="m:content" select="."/>
          </xsl:for-each>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:content" select="f:source-side(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The end of a line of the paper, which only the diplomatic reading shows. -->
  <xsl:template mode="m:content" match="lb[fp:is-of-paper(.)]" priority="1" as="node()+">
    <xsl:param name="switched" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="not($switched = 'lines')">
        <xsl:next-match/>
      </xsl:when>
      <!-- Within a word it is the program's break, or the audit would see two words. -->
      <xsl:when test="@break = 'no'">
        <span class="line" data-audit="skip">{@hyphen}<br/></span>
      </xsl:when>
      <xsl:otherwise>
        <!-- A space keeps words apart where the break is not shown; beside another it is none. -->
        <xsl:text> </xsl:text>
        <br class="line"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- True in running prose: a break beside a letterhead, a salute or a signature is always one. -->
  <xsl:function name="fp:is-of-paper" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:variable name="beside" as="node()*"
                  select="$lb/(preceding-sibling::node()[not(self::text()[not(normalize-space())])][1],
                               following-sibling::node()[not(self::text()[not(normalize-space())])][1])"/>
    <xsl:sequence select="exists($lb/(ancestor::p | ancestor::ab))
                          and not($lb/ancestor::note) and not($lb/ancestor::seg)
                          and not($beside[self::seg])"/>
  </xsl:function>

  <!-- The reader's choice. Radio buttons, so that the style sheet can see it without a script. -->
  <xsl:template name="tp:readings" as="element()?">
    <xsl:context-item use="absent"/>
    <xsl:param name="switched" as="xs:string*"/>
    <xsl:if test="exists($switched)">
      <fieldset class="readings">
        <legend class="vh">{f:l10n('reading', $fp:ui)}</legend>
        <label>
          <input type="radio" name="reading" value="edited" checked="checked"/>
          <xsl:text> {f:l10n('reading.edited', $fp:ui)}</xsl:text>
        </label>
        <label>
          <input type="radio" name="reading" value="diplomatic"/>
          <xsl:text> {f:l10n('reading.diplomatic', $fp:ui)}</xsl:text>
        </label>
      </fieldset>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
