<?xml version="1.0" encoding="UTF-8"?>
<!-- The navigation document: contents, parts of the book, pages of the source. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="tp:navigation" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="letters" as="map(xs:string, item()*)*"/>
    <xsl:param name="about" as="xs:boolean"/>
    <xsl:variable name="main" as="element()+">
      <nav role="doc-toc" id="toc" aria-labelledby="contents">
        <h1 id="contents">{f:l10n('epub.contents', $fp:ui)}</h1>
        <ol>
          <xsl:if test="$about">
            <li><a href="about.xhtml">{f:l10n('page.about', $fp:ui)}</a></li>
          </xsl:if>
          <xsl:call-template name="tp:toc-letters">
            <xsl:with-param name="letters" select="$letters"/>
          </xsl:call-template>
          <xsl:for-each select="$fp:kinds-present">
            <li><a href="{$fp:register(.)}">{f:l10n('register.' || ., $fp:ui)}</a></li>
          </xsl:for-each>
          <li><a href="imprint.xhtml">{f:l10n('epub.imprint', $fp:ui)}</a></li>
        </ol>
      </nav>
      <nav epub:type="landmarks" aria-label="{f:l10n('epub.landmarks', $fp:ui)}" hidden="hidden">
        <ol>
          <li><a epub:type="cover" href="cover.xhtml">{f:l10n('epub.cover', $fp:ui)}</a></li>
          <li>
            <a epub:type="titlepage" href="title.xhtml">{f:l10n('epub.title-page', $fp:ui)}</a>
          </li>
          <li><a epub:type="toc" href="nav.xhtml">{f:l10n('epub.contents', $fp:ui)}</a></li>
          <li>
            <a epub:type="bodymatter" href="{f:letter-path(($letters[not(f:record(?id)/@kind = 'front')], $letters)[1]?id)}"
               >{f:l10n('epub.start', $fp:ui)}</a>
          </li>
          <xsl:for-each select="$fp:kinds-present">
            <li>
              <a epub:type="index" href="{$fp:register(.)}">{f:l10n('register.' || ., $fp:ui)}</a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
      <xsl:if test="exists($letters?breaks)">
        <nav role="doc-pagelist" aria-label="{f:l10n('epub.pages', $fp:ui)}" hidden="hidden">
          <ol>
            <xsl:call-template name="tp:page-list">
              <xsl:with-param name="letters" select="$letters"/>
            </xsl:call-template>
          </ol>
        </nav>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'nav.xhtml'"/>
      <xsl:with-param name="title" select="f:l10n('epub.contents', $fp:ui)"/>
      <xsl:with-param name="main" select="$main"/>
      <xsl:with-param name="matter" select="'frontmatter'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The letters under their years, if there is more than one; those of volumes under its parts. -->
  <xsl:template name="tp:toc-letters" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="letters" as="map(xs:string, item()*)*"/>
    <xsl:variable name="inner" as="map(xs:string, array(map(xs:string, item()*))+)">
      <xsl:map>
        <xsl:for-each-group select="$letters[f:record(?id)/@part = $letters?id]" group-by="string(f:record(?id)/@part)">
          <xsl:map-entry key="current-grouping-key()" select="current-group() ! [.]"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:variable name="outermost" as="map(xs:string, item()*)*"
                  select="$letters[not(f:record(?id)/@part = $letters?id)]"/>
    <xsl:variable name="years" as="xs:string*"
                  select="distinct-values($letters ! f:record(?id)/self::lp:letter/fp:year(.))"/>
    <xsl:choose>
      <xsl:when test="count($years) gt 1 and map:size($inner) eq 0">
        <xsl:for-each-group select="$outermost" group-by="f:record(?id) ! (if (self::lp:letter) then fp:year(.) else '')">
          <li>
            <a href="{f:letter-path(?id)}">{fp:year-label(current-grouping-key())}</a>
            <ol>
              <xsl:sequence select="current-group() ! fp:toc-letter(., $inner)"/>
            </ol>
          </li>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$outermost ! fp:toc-letter(., $inner)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- $inner: what stands in each part, by its id. -->
  <xsl:function name="fp:toc-letter" as="element()">
    <xsl:param name="letter" as="map(xs:string, item()*)"/>
    <xsl:param name="inner" as="map(xs:string, array(map(xs:string, item()*))+)"/>
    <li>
      <a href="{f:letter-path($letter?id)}">{f:short-title(f:record($letter?id))}</a>
      <xsl:where-populated>
        <ol>
          <xsl:for-each select="$letter?parts">
            <li><a href="{?href}">{?label}</a></li>
          </xsl:for-each>
          <xsl:sequence select="$inner($letter?id) ! fp:toc-letter(?1, $inner)"/>
        </ol>
      </xsl:where-populated>
    </li>
  </xsl:function>

  <!-- A number that stands in several letters goes with the letter's name. -->
  <xsl:template name="tp:page-list" as="element()+">
    <xsl:context-item use="absent"/>
    <xsl:param name="letters" as="map(xs:string, item()*)+"/>
    <xsl:variable name="labels" as="xs:string+" select="$letters?breaks?label"/>
    <xsl:variable name="unique" as="xs:boolean"
                  select="count(distinct-values($labels)) eq count($labels)"/>
    <xsl:for-each select="$letters">
      <xsl:variable name="title" as="xs:string" select="f:short-title(f:record(?id))"/>
      <xsl:for-each select="?breaks">
        <li>
          <a href="{?href}">{if ($unique or count($letters) eq 1) then ?label
              else f:l10n('epub.page-of', $fp:ui, map { 'page': ?label, 'letter': $title })}</a>
        </li>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
