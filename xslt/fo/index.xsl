<?xml version="1.0" encoding="UTF-8"?>
<!-- The index: who and what is named in the letter, and on which pages of the print. -->
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

  <xsl:key name="fp:named" match="rs[@ref][@xml:id]" use="tokenize(@ref)"/>

  <!-- The entries that the letter names, in the order of the registers. -->
  <xsl:function name="fp:named" as="element(lp:entry)*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="$corpus/lp:corpus/lp:entry[exists(key('fp:named', string(@id), $letter))]"/>
  </xsl:function>

  <xsl:function name="fp:has-index" as="xs:boolean">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="exists(fp:named($letter))"/>
  </xsl:function>

  <xsl:template name="tp:index" as="element(fo:block)+">
    <xsl:context-item as="element(lp:letter)"/>
    <xsl:variable name="letter" as="element(lp:letter)" select="."/>
    <fo:block id="index" role="H1" span="all" font-size="15pt" line-height="{fp:lines(1.5)}" text-align="center"
              space-before="{fp:lines(1)}" space-before.conditionality="retain" padding-after="{fp:lines(1)}"
              hyphenate="false">{f:l10n('print.index', $fp:ui)}</fo:block>
    <xsl:for-each-group select="fp:named(.)" group-by="string(@kind)">
      <fo:block xsl:use-attribute-sets="fp:small-text" role="Sect">
        <xsl:if test="position() gt 1">
          <xsl:attribute name="space-before" select="'16pt'"/>
        </xsl:if>
        <fo:block role="H2" font-style="italic" font-size="10.5pt" space-after="4pt"
                  keep-with-next.within-column="always">{f:l10n('print.index.' || current-grouping-key(), $fp:ui)}</fo:block>
        <xsl:for-each select="current-group()">
          <xsl:call-template name="tp:index-entry">
            <xsl:with-param name="places" as="element(lp:at)*">
              <xsl:for-each select="key('fp:named', string(@id), $letter)">
                <lp:at id="{@xml:id}">
                  <xsl:for-each select="ancestor::note[1]">
                    <xsl:attribute name="note" select="@n"/>
                  </xsl:for-each>
                </lp:at>
              </xsl:for-each>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </fo:block>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A name, and the pages on which these places came to stand. -->
  <xsl:template name="tp:index-entry" as="element(fo:block)">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:param name="places" as="element(lp:at)*"/>
    <fo:block role="P" start-indent="10pt" text-indent="-10pt" widows="2" orphans="2"
              keep-together.within-column="always">
      <xsl:text>{fp:bound(fp:index-name(.))},&#160;</xsl:text>
      <lp:pages page="{f:l10n('print.index.page', $fp:ui)}" note="{f:l10n('print.index.note', $fp:ui)}">
        <xsl:sequence select="$places"/>
      </lp:pages>
    </fo:block>
  </xsl:template>

  <!-- A name as it is sorted, and for persons when they lived. -->
  <xsl:function name="fp:index-name" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="name" as="xs:string" select="string(($entry/@sort, $entry/@label, $entry/@id)[normalize-space() ne ''][1])"/>
    <xsl:variable name="dates" as="xs:string?" select="$entry[@kind = 'person']/@dates[. ne '']"/>
    <xsl:sequence select="$name || $dates ! (' (' || . || ')')"/>
  </xsl:function>

</xsl:stylesheet>
