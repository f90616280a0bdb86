<?xml version="1.0" encoding="UTF-8"?>
<!-- Correspondences: who wrote to whom, and the letters of each two. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="fp:correspondence" match="lp:correspondence" use="string(@id)"/>
  <xsl:key name="fp:correspondence-of" match="lp:correspondence" use="lp:party/@ref/string()"/>
  <xsl:key name="fp:correspondence-with" match="lp:correspondence" use="tokenize(@letters)"/>

  <!-- Those that have pages: none where all letters belong to one. -->
  <xsl:variable name="fp:correspondences" as="element(lp:correspondence)*"
                select="$corpus/lp:corpus[@correspondences]/lp:correspondence"/>

  <!-- A correspondence's page, from the site's root. -->
  <xsl:function name="f:correspondence-path" as="xs:string">
    <xsl:param name="correspondence" as="element(lp:correspondence)"/>
    <xsl:sequence select="'correspondences/' || encode-for-uri($correspondence/@id) || '.html'"/>
  </xsl:function>

  <!-- "Arthur Schnitzler and Hugo von Hofmannsthal". -->
  <xsl:function name="f:parties" as="xs:string">
    <xsl:param name="correspondence" as="element(lp:correspondence)"/>
    <xsl:sequence select="f:enumeration($correspondence/lp:party/string())"/>
  </xsl:function>

  <xsl:template name="tp:all-correspondences" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('page.correspondences', $fp:ui)"/>
    <xsl:variable name="main" as="node()*">
      <h1>{$title}</h1>
      <ul class="ties">
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="$fp:correspondences">
          <xsl:sort select="lp:party ! fp:party-key(.) => string-join(' ')" lang="{$fp:ui}"/>
          <li>
            <a href="{encode-for-uri(@id)}.html">{f:parties(.)}</a>
            <xsl:text> </xsl:text>
            <span class="count">{fp:correspondence-facts(.)}</span>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'correspondences/index.html'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="fp:party-key" as="xs:string">
    <xsl:param name="party" as="element(lp:party)"/>
    <xsl:sequence select="string((key('fp:entry', $party/@ref, $corpus)[1]/@sort, $party)[1])"/>
  </xsl:function>

  <!-- "12 letters, 1891–1902". -->
  <xsl:function name="fp:correspondence-facts" as="xs:string">
    <xsl:param name="correspondence" as="element(lp:correspondence)"/>
    <xsl:variable name="letters" as="element(lp:letter)*"
                  select="tokenize($correspondence/@letters) ! f:record(.)"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values($letters ! fp:year(.)[.]) => sort()"/>
    <xsl:sequence select="string-join((
        f:counted('count.letter', count($letters), $fp:ui),
        string-join(distinct-values(($years[1], $years[last()])), '–')[.]), ', ')"/>
  </xsl:function>

  <!-- The letters of two, in order; an arrow says which way each went. -->
  <xsl:template name="tp:correspondence" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="correspondence" as="element(lp:correspondence)"/>
    <xsl:variable name="title" as="xs:string" select="f:parties($correspondence)"/>
    <xsl:variable name="main" as="node()*">
      <header class="title-block">
        <p class="kind"><a href="index.html">{f:l10n('page.correspondences', $fp:ui)}</a></p>
        <h1>
          <xsl:for-each select="$correspondence/lp:party">
            <xsl:if test="position() gt 1">&#160;– </xsl:if>
            <xsl:sequence select="f:link(string(.), key('fp:entry', @ref, $corpus)[1] ! ('../' || f:entry-path(.)), ())"/>
          </xsl:for-each>
        </h1>
        <p class="where-when">{fp:correspondence-facts($correspondence)}</p>
        <xsl:sequence select="fp:volumes(encode-for-uri($correspondence/@id))"/>
      </header>
      <ol class="letters">
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="tokenize($correspondence/@letters) ! f:record(.)">
          <xsl:sequence select="f:letter-line(., '../')"/>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ol>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="f:correspondence-path($correspondence)"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
