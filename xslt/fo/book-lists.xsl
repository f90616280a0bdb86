<?xml version="1.0" encoding="UTF-8"?>
<!--  The lists behind the letters: who wrote to whom, sources, signs, the indexes.  -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
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

  <!-- The lists that this edition has, by the ends of their keys in the catalogue, in order. -->
  <xsl:variable name="fp:back-matter" as="xs:string*" select="
      'correspondences'[count($corpus/lp:corpus/lp:correspondence) gt 1],
      'sources'[exists($corpus/lp:corpus/lp:letter/lp:source)],
      'signs',
      'index'[exists($fp:indexed)]"/>

  <xsl:key name="fp:mention" match="lp:mention" use="string(@ref)"/>

  <!-- Names in the edition's own text. -->
  <xsl:key name="fp:front-mention" match="lp:section//rs[@ref]" use="tokenize(@ref)"/>

  <!-- The entries that the letters name, or the edition's own text. -->
  <xsl:variable name="fp:indexed" as="element(lp:entry)*"
                select="$corpus/lp:corpus/lp:entry[exists((key('fp:mention', string(@id), $corpus), key('fp:front-mention', string(@id), $corpus)))]"/>

  <!-- The id of such a name in the book. -->
  <xsl:function name="fp:front-id" as="xs:string">
    <xsl:param name="name" as="element(rs)"/>
    <xsl:variable name="section" as="element(lp:section)" select="$name/ancestor::lp:section"/>
    <xsl:sequence select="fp:section-id($section) || '.m' || count($section//rs[. &lt;&lt; $name]) + 1"/>
  </xsl:function>

  <xsl:template name="tp:back-matter" as="element(fo:page-sequence)*">
    <xsl:context-item use="absent"/>
    <xsl:param name="parts" as="xs:string*"/>
    <xsl:for-each select="$parts">
      <fo:page-sequence master-reference="{if (. eq 'index') then 'index' else 'letter'}">
        <xsl:choose>
          <xsl:when test=". eq 'index'">
            <xsl:attribute name="lp:follows" select="'yes'"/>
            <xsl:attribute name="force-page-count" select="'end-on-even'"/>
          </xsl:when>
          <xsl:when test="position() eq last() and $fp:back-matter = 'index'">
            <xsl:attribute name="force-page-count" select="'no-force'"/>
          </xsl:when>
        </xsl:choose>
        <xsl:call-template name="tp:running-heads">
          <xsl:with-param name="left" select="string($fp:edition/@title)"/>
          <xsl:with-param name="right" select="f:l10n('print.' || ., $fp:ui)"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block id="{.}" role="Sect">
            <xsl:if test=". eq 'index'">
              <!-- FOP drops space before columns, padding stays. -->
              <xsl:attribute name="span" select="'all'"/>
              <xsl:attribute name="padding-after" select="fp:lines(1)"/>
            </xsl:if>
            <xsl:call-template name="tp:opening">
              <xsl:with-param name="title" select="f:l10n('print.' || ., $fp:ui)"/>
            </xsl:call-template>
          </fo:block>
          <xsl:choose>
            <xsl:when test=". eq 'correspondences'">
              <xsl:call-template name="tp:correspondences"/>
            </xsl:when>
            <xsl:when test=". eq 'sources'">
              <xsl:call-template name="tp:sources"/>
            </xsl:when>
            <xsl:when test=". eq 'signs'">
              <xsl:call-template name="tp:all-signs"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="tp:book-index"/>
            </xsl:otherwise>
          </xsl:choose>
        </fo:flow>
      </fo:page-sequence>
    </xsl:for-each>
  </xsl:template>

  <!-- Each correspondence with its letters, by the name of the first of the two. -->
  <xsl:template name="tp:correspondences" as="element(fo:block)+">
    <xsl:context-item use="optional"/>
    <xsl:for-each select="$corpus/lp:corpus/lp:correspondence">
      <xsl:sort select="string-join(lp:party ! fp:sort-key(.), ' ')" lang="{$fp:ui}"/>
      <fo:block role="Sect" space-before="{fp:lines(if (position() eq 1) then 0 else 1)}">
        <fo:block role="H2" font-style="italic" text-align="start" hyphenate="false" space-after="{fp:lines(0.5)}"
                  keep-with-next.within-page="always">{f:enumeration(lp:party ! normalize-space(.), $fp:ui)}</fo:block>
        <fo:block role="TOC">
          <xsl:for-each select="tokenize(@letters) ! key('fp:record', ., $corpus)[1]">
            <xsl:sequence select="fp:contents-line((fp:place-and-date(.)[. ne ''], fp:title(.))[1], (), @id || '.top', 0)"/>
          </xsl:for-each>
        </fo:block>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="fp:sort-key" as="xs:string">
    <xsl:param name="party" as="element(lp:party)"/>
    <xsl:sequence select="string((key('fp:entry', string($party/@ref), $corpus)[1]/@sort, $party)[1])"/>
  </xsl:function>

  <!-- Whence the letters are: each source once, with the pages of what was taken from it. -->
  <xsl:template name="tp:sources" as="element(fo:block)+">
    <xsl:context-item use="optional"/>
    <xsl:for-each-group select="$corpus/lp:corpus/lp:letter/lp:source[normalize-space() ne '']"
                        group-by="normalize-space(.)">
      <xsl:sort select="current-grouping-key()" lang="{$fp:ui}"/>
      <fo:block role="P" text-align="start" hyphenate="false" start-indent="14pt" text-indent="-14pt" space-after="3pt">
        <xsl:text>{fp:breakable(fp:bound(replace(current-grouping-key(), '\.$', '')))}:&#160;</xsl:text>
        <lp:pages page="{f:l10n('print.index.page', $fp:ui)}" note="">
          <xsl:for-each select="distinct-values(current-group()/../@id)">
            <lp:at id="{.}.top"/>
          </xsl:for-each>
        </lp:pages>
      </fo:block>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="tp:all-signs" as="element(fo:block)+">
    <xsl:context-item use="optional"/>
    <xsl:for-each select="'page', 'supplied', 'sic', 'unclear', 'gap', 'del', 'add'">
      <fo:block role="P" text-align="start" hyphenate="false" start-indent="14pt" text-indent="-14pt"
                space-after="3pt">{f:l10n('print.sign.' || ., $fp:ui)}</fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- Every name that the letters have, and under another form of it the way to the first. -->
  <xsl:template name="tp:book-index" as="element(fo:block)*">
    <xsl:context-item use="optional"/>
    <xsl:for-each-group select="$fp:indexed" group-by="string(@kind)">
      <xsl:variable name="entries" as="element(lp:entry)+" select="current-group()"/>
      <xsl:variable name="see" as="element(lp:see)*" select="$entries ! fp:cross-references(.)"/>
      <fo:block xsl:use-attribute-sets="fp:small-text" role="Sect">
        <xsl:if test="position() gt 1">
          <xsl:attribute name="space-before" select="'16pt'"/>
        </xsl:if>
        <fo:block role="H2" font-style="italic" font-size="10.5pt" space-after="4pt"
                  keep-with-next.within-column="always">{f:l10n('print.index.' || current-grouping-key(), $fp:ui)}</fo:block>
        <xsl:for-each select="$entries, $see">
          <xsl:sort select="string(@sort)" lang="{$fp:ui}"/>
          <xsl:choose>
            <xsl:when test="self::lp:see">
              <fo:block role="P" start-indent="10pt" text-indent="-10pt">
                <xsl:text>{@sort}, </xsl:text>
                <fo:inline font-style="italic">{f:l10n('print.see', $fp:ui)}</fo:inline>
                <xsl:text> {@to}</xsl:text>
              </fo:block>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="tp:index-entry">
                <xsl:with-param name="places" as="element(lp:at)*">
                  <xsl:for-each select="key('fp:front-mention', string(@id), $corpus)">
                    <lp:at id="{fp:front-id(.)}">
                      <xsl:for-each select="ancestor::note[1]">
                        <xsl:attribute name="note" select="@n"/>
                      </xsl:for-each>
                    </lp:at>
                  </xsl:for-each>
                  <xsl:for-each select="key('fp:mention', string(@id), $corpus)">
                    <lp:at id="{../@id}.{@at}">
                      <xsl:sequence select="@note"/>
                    </lp:at>
                  </xsl:for-each>
                </xsl:with-param>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </fo:block>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Other names of an entry that a reader would look under: those that begin with another letter. -->
  <xsl:function name="fp:cross-references" as="element(lp:see)*">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="main" as="xs:string" select="string(($entry/@sort, $entry/@label)[1])"/>
    <xsl:for-each select="distinct-values($entry/lp:variant ! normalize-space(.))
                          [lower-case(substring(., 1, 1)) ne lower-case(substring($main, 1, 1))]
                          [not(. eq normalize-space($entry/@label))]">
      <lp:see sort="{.}" to="{$main}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
