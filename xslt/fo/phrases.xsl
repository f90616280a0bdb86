<?xml version="1.0" encoding="UTF-8"?>
<!-- Names, looks, other languages, quotations, links, line breaks. -->
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

  <!--
    Words. The last space of a block is bound where a short word comes after it. Letters with loose
    accents become whole ones (NFC), which the fonts have drawn with more care; ligatures that are
    characters of their own, which the fonts lack, become their letters. Where words may break is known
    by language, and soft hyphens would stand in the way of it.
  -->
  <xsl:template match="text()" mode="mp:phrase" as="node()*">
    <xsl:param name="tied" as="text()?" select="()" tunnel="yes"/>
    <xsl:variable name="text" as="xs:string"
                  select="if ($tied and . is $tied) then replace(fp:hung(fp:composed(.)), '\s(\S*)$', '&#160;$1')
                          else fp:hung(fp:composed(.))"/>
    <xsl:choose>
      <xsl:when test="fp:is-widened(.)">
        <xsl:call-template name="tp:widened">
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:text">
          <xsl:with-param name="text" select="$text"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:text" as="node()*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:choose>
      <!--
        FOP takes bound words for one word and would hyphenate them at the space. An address of the web
        with a hyphen in it would be another.
      -->
      <xsl:when test="contains($text, '&#160;') or matches($text, $fp:address)">
        <xsl:analyze-string select="$text" regex="\S*&#160;\S*|{$fp:address}">
          <xsl:matching-substring>
            <fo:inline hyphenate="false">{if (matches(., $fp:address)) then fp:breakable(.) else .}</fo:inline>
          </xsl:matching-substring>
          <xsl:non-matching-substring>
            <xsl:value-of select="."/>
          </xsl:non-matching-substring>
        </xsl:analyze-string>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:composed" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="letters" as="xs:string"
                  select="if (matches($text, '[&#xFB00;-&#xFB06;]'))
                          then string-join(analyze-string($text, '[&#xFB00;-&#xFB06;]')/*
                                           ! (if (local-name() eq 'match') then normalize-unicode(., 'NFKC') else .))
                          else $text"/>
    <xsl:sequence select="translate(if (matches($letters, '\p{M}')) then normalize-unicode($letters, 'NFC') else $letters, '&#xAD;', '')"/>
  </xsl:function>

  <xsl:template match="comment() | processing-instruction()" mode="mp:phrase mp:block" as="empty-sequence()"/>

  <!-- The program's own words within the letter's. -->
  <xsl:template name="tp:sign" as="element(fo:inline)">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="style" as="xs:string" select="'normal'"/>
    <!-- FOP drops a space at the end of a text, be it a narrow one: « mot ». -->
    <fo:inline role="NonStruct" font-style="{$style}">
      <xsl:if test="ends-with($text, '&#x202F;')">
        <xsl:attribute name="padding-end" select="'0.2em'"/>
      </xsl:if>
      <xsl:if test="matches($text, $fp:address)">
        <xsl:attribute name="hyphenate" select="'false'"/>
      </xsl:if>
      <xsl:text>{replace($text, '&#x202F;$', '')}</xsl:text>
    </fo:inline>
  </xsl:template>

  <!-- A phrase that looks like those about it; an inline only where it has an id or a language. -->
  <xsl:template match="rs | date | seg | ref | term | formula | foreign | title | orig | reg | abbr | expan | corr | anchor"
                mode="mp:phrase" as="node()*">
    <xsl:choose>
      <xsl:when test="@xml:id or @xml:lang or self::rs[@ref][ancestor::lp:section]">
        <fo:inline>
          <xsl:call-template name="tp:inline-attributes"/>
          <xsl:apply-templates mode="mp:phrase"/>
        </fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="mp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:inline-attributes" as="attribute()*">
    <xsl:context-item as="element()"/>
    <xsl:if test="@xml:id">
      <xsl:attribute name="id" select="@xml:id"/>
    </xsl:if>
    <xsl:if test="self::rs[@ref][ancestor::lp:section]">
      <xsl:attribute name="id" select="fp:front-id(.)"/>
    </xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:variable name="lang" as="xs:string" select="fp:written-as(., @xml:lang)"/>
      <xsl:attribute name="role" select="'Span ' || $lang"/>
      <xsl:if test="f:direction($lang) ne f:direction(fp:lang(..))">
        <xsl:attribute name="direction" select="f:direction($lang)"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- A reference without words of its own: where it leads. -->
  <xsl:template match="ref[not(normalize-space()) and not(*)]" mode="mp:phrase" as="element(fo:inline)" priority="1">
    <xsl:variable name="id" as="xs:string" select="replace(@target, '^.*[#/]|\.(xml|html)$', '')"/>
    <xsl:variable name="name" as="xs:string" select="
        string((key('fp:record', $id, $corpus)[1] ! fp:title-and-date(.), key('fp:entry', $id, $corpus)[1]/@label,
                ancestor::lp:letter//note[@xml:id = $id]/@n,
                @target[not(starts-with(., '#'))] ! fp:breakable(normalize-space(.)))[1])"/>
    <xsl:call-template name="tp:sign">
      <xsl:with-param name="text" select="(f:day-meant(., $fp:ui)[not(key('fp:record', $id, $corpus))], string-join(('→', $name[. ne '']), '&#160;'))[1]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Titles of works are italic, unless the source has set them off itself. -->
  <xsl:template match="title[not(parent::hi)]" mode="mp:phrase" as="element(fo:inline)" priority="1">
    <fo:inline font-style="{if (@level = ('a', 'u')) then 'normal' else 'italic'}">
      <xsl:call-template name="tp:inline-attributes"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </fo:inline>
  </xsl:template>

  <!-- ================================================================= looks -->

  <xsl:template match="hi" mode="mp:phrase" as="element(fo:inline)">
    <xsl:variable name="looks" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:variable name="lines" as="xs:string*" select="'underline'[$looks = 'underline'], 'line-through'[$looks = 'strikethrough']"/>
    <fo:inline>
      <xsl:call-template name="tp:inline-attributes"/>
      <!-- Spaced letters are set in italics, as presses do: FOP leaves no room for spaces between letters. -->
      <xsl:if test="$looks = ('italic', 'spaced')">
        <xsl:attribute name="font-style"
                       select="if (ancestor::hi/tokenize(@rend) = ('italic', 'spaced')) then 'normal' else 'italic'"/>
      </xsl:if>
      <xsl:if test="$looks = 'bold'">
        <xsl:attribute name="font-weight" select="'bold'"/>
      </xsl:if>
      <xsl:where-populated>
        <xsl:attribute name="text-decoration" select="$lines"/>
      </xsl:where-populated>
      <xsl:choose>
        <xsl:when test="$looks = 'superscript'">
          <xsl:call-template name="tp:raised"/>
        </xsl:when>
        <xsl:when test="$looks = 'subscript'">
          <xsl:attribute name="font-size" select="'68%'"/>
          <xsl:attribute name="baseline-shift" select="'-0.22em'"/>
          <xsl:attribute name="line-height" select="'0'"/>
        </xsl:when>
      </xsl:choose>
      <!-- Small capitals and capitals stay as they are: the page's own letters are what the audit proves. -->
      <xsl:apply-templates mode="mp:phrase"/>
    </fo:inline>
  </xsl:template>

  <!-- Raised figures and letters that don't push the lines apart. -->
  <xsl:template name="tp:raised" as="attribute()+">
    <xsl:attribute name="font-size" select="'68%'"/>
    <xsl:attribute name="baseline-shift" select="'0.42em'"/>
    <xsl:attribute name="line-height" select="'0'"/>
  </xsl:template>

  <!-- ============================================================ quotations -->

  <!-- The source may have its quotation marks or leave them to the printer; they are never doubled. -->
  <xsl:template match="q | quote" mode="mp:phrase" as="node()*">
    <xsl:variable name="marked" as="xs:boolean" select="f:is-marked(.)"/>
    <xsl:variable name="inner" as="xs:boolean" select="exists(ancestor::q | ancestor::quote[not(@rend = 'block')])"/>
    <xsl:if test="not($marked)">
      <xsl:call-template name="tp:sign">
        <xsl:with-param name="text" select="f:l10n(if ($inner) then 'print.quote.inner.open' else 'print.quote.open', fp:lang(.))"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <fo:inline>
          <xsl:call-template name="tp:inline-attributes"/>
          <xsl:apply-templates mode="mp:phrase"/>
        </fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="mp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not($marked)">
      <xsl:call-template name="tp:sign">
        <xsl:with-param name="text" select="f:l10n(if ($inner) then 'print.quote.inner.close' else 'print.quote.close', fp:lang(.))"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The language that a place in the letter is in. -->
  <xsl:function name="fp:lang" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string(($element/ancestor-or-self::*/@xml:lang)[last()])"/>
  </xsl:function>

  <!-- ========================================================= points, space -->

  <!-- The space keeps the words apart for those who read the file by its structure. -->
  <xsl:template name="tp:new-line" as="node()+">
    <xsl:text> </xsl:text>
    <fo:block role="Span"/>
  </xsl:template>

  <xsl:template match="lb" mode="mp:phrase" as="node()*">
    <xsl:if test="preceding-sibling::node()[fp:prints(.)] or not(fp:is-block(..))">
      <xsl:call-template name="tp:new-line"/>
    </xsl:if>
  </xsl:template>

  <!-- A word goes on: the line of the source is no line here. -->
  <xsl:template match="lb[@break = 'no']" mode="mp:phrase" as="empty-sequence()" priority="1"/>

  <xsl:template match="cb | figDesc | graphic" mode="mp:phrase" as="empty-sequence()"/>

  <!-- =============================================================== unknown -->

  <xsl:template match="*" mode="mp:phrase" as="node()*" priority="-1">
    <xsl:message>The print knows no phrase of the name {name()}.</xsl:message>
    <xsl:apply-templates mode="mp:phrase"/>
  </xsl:template>

</xsl:stylesheet>
