<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the pages of the source begin: a number in the outer margin, a stroke in the line. -->
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
    The mark takes no room in the line and adds no word to it: the press draws it afterwards, as an
    artifact (fo.xsl). One that stands between blocks goes to the beginning of the next.
  -->
  <xsl:template match="pb" mode="mp:phrase" as="element(fo:wrapper)">
    <xsl:variable name="block" as="element()?" select="ancestor::*[fp:is-leaf(.)][1]"/>
    <xsl:variable name="before" as="text()?"
                  select="if ($block) then (preceding::text()[ancestor::* intersect $block][fp:is-read(., $block)])[last()] else ()"/>
    <xsl:variable name="after" as="text()?"
                  select="if ($block) then (following::text()[ancestor::* intersect $block][fp:is-read(., $block)])[1] else ()"/>
    <xsl:call-template name="tp:source-page">
      <xsl:with-param name="stroke" select="if (empty($before)) then 'none'
                                            else if (matches($before, '\s$')) then ('after'[fp:is-widened($before)], 'close-after')[1]
                                            else if (empty($after) or matches($after, '^\s')) then ('before'[fp:is-widened($after)], 'close-before')[1]
                                            else 'in'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Whether the space at a text's end, or else at its beginning, is made wide for the stroke in it. -->
  <xsl:function name="fp:is-widened" as="xs:boolean">
    <xsl:param name="text" as="text()?"/>
    <xsl:variable name="before" as="node()?" select="$text/preceding-sibling::node()[1]"/>
    <xsl:sequence select="exists($text[matches(., '\S')][
        matches(., '\s$') and following-sibling::node()[1]/self::pb
        or matches(., '^\s') and $before/self::pb/preceding-sibling::node()[1]/self::text()[matches(., '\S$')]])"/>
  </xsl:function>

  <!-- A text with the space at which a stroke stands set wide; at a line's end it is dropped like any other. -->
  <xsl:template name="tp:widened" as="node()*">
    <xsl:context-item as="text()"/>
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="end" as="xs:boolean" select="exists(following-sibling::node()[1]/self::pb) and matches($text, '[\s&#160;]$')"/>
    <xsl:variable name="start" as="xs:boolean"
                  select="matches($text, '^[\s&#160;]') and exists(preceding-sibling::node()[1]/self::pb/preceding-sibling::node()[1]/self::text()[matches(., '\S$')])"/>
    <xsl:if test="$start">
      <xsl:call-template name="tp:wide-space"/>
    </xsl:if>
    <xsl:call-template name="tp:text">
      <xsl:with-param name="text" select="substring($text, 1 + number($start), string-length($text) - number($start) - number($end))"/>
    </xsl:call-template>
    <xsl:if test="$end">
      <xsl:call-template name="tp:wide-space"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tp:wide-space" as="element(fo:inline)">
    <fo:inline word-spacing="0.24em">
      <xsl:text> </xsl:text>
    </fo:inline>
  </xsl:template>

  <!-- A text of the running words of a block, not of its notes. -->
  <xsl:function name="fp:is-read" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="empty($text/ancestor::note intersect $block/descendant::note)"/>
  </xsl:function>

  <xsl:template name="tp:source-page" as="element(fo:wrapper)">
    <xsl:context-item as="element(pb)"/>
    <xsl:param name="stroke" as="xs:string"/>
    <fo:wrapper lp:page="{(@n[normalize-space() ne ''], '·')[1]}" lp:stroke="{$stroke}">
      <xsl:attribute name="id" select="(@xml:id, 'pb-' || count(preceding::pb) + 1)[1]"/>
    </fo:wrapper>
  </xsl:template>

  <!-- Blocks that hold phrases, where a waiting page mark can be set. -->
  <xsl:function name="fp:is-leaf" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::p or self::ab or self::head or self::salute or self::signed or self::dateline
                                          or self::byline or self::ptr or self::addrLine or self::l or self::label or self::figure
                                          or (self::item | self::cell | self::note)[not(node()[fp:is-block(.)])]])"/>
  </xsl:function>

  <xsl:key name="fp:waiting" match="pb[not(ancestor::*[fp:is-leaf(.)])]"
           use="(following::*[fp:is-leaf(.)][1]/generate-id(), 'end')[1]"/>

  <xsl:template name="tp:pages-before" as="element(fo:wrapper)*">
    <xsl:context-item as="element()"/>
    <xsl:if test="fp:is-leaf(.)">
      <xsl:for-each select="key('fp:waiting', generate-id())">
        <xsl:call-template name="tp:source-page">
          <xsl:with-param name="stroke" select="'none'"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Pages after the last words of all. -->
  <xsl:template name="tp:last-pages" as="element(fo:block)?">
    <xsl:context-item as="element(lp:letter)"/>
    <xsl:where-populated>
      <fo:block role="Div">
        <xsl:for-each select="key('fp:waiting', 'end')">
          <xsl:call-template name="tp:source-page">
            <xsl:with-param name="stroke" select="'none'"/>
          </xsl:call-template>
        </xsl:for-each>
      </fo:block>
    </xsl:where-populated>
  </xsl:template>

</xsl:stylesheet>
