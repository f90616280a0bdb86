<?xml version="1.0" encoding="UTF-8"?>
<!-- The package document: what the book is, what it holds, in which order it is read. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns="http://www.idpf.org/2007/opf"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="xs lp f fp t tp"
                expand-text="yes">

  <!--
    $files: each file's path, media type and what it is (properties, may be empty), in reading
    order; $told: whether each picture says what it shows; $identifier: a URI; $modified: an instant, ISO 8601.
  -->
  <xsl:template name="t:package" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="letters" as="map(xs:string, item()*)*"/>
    <xsl:param name="files" as="map(xs:string, xs:string)+"/>
    <xsl:param name="told" as="xs:boolean"/>
    <xsl:param name="identifier" as="xs:string"/>
    <xsl:param name="modified" as="xs:string"/>
    <xsl:document>
      <package version="3.0" unique-identifier="identifier" xml:lang="{$fp:ui}" dir="{f:direction($fp:ui)}">
        <metadata>
          <dc:identifier id="identifier">{$identifier}</dc:identifier>
          <xsl:call-template name="tp:descriptions"/>
          <meta property="dcterms:modified">{$modified}</meta>
          <xsl:call-template name="tp:people"/>
          <xsl:call-template name="tp:access">
            <xsl:with-param name="paged" select="exists($letters?breaks)"/>
            <xsl:with-param name="shown" select="exists($files[starts-with(?type, 'image/')][?properties = ''])"/>
            <xsl:with-param name="told" select="$told"/>
          </xsl:call-template>
          <meta name="cover" content="{$files[?properties = 'cover-image']!fp:item(.)}"/>
        </metadata>
        <manifest>
          <xsl:for-each select="$files">
            <item id="{fp:item(.)}" href="{string-join(tokenize(?path, '/') ! encode-for-uri(.), '/')}"
                  media-type="{?type}">
              <xsl:if test="?properties">
                <xsl:attribute name="properties" select="?properties"/>
              </xsl:if>
            </item>
          </xsl:for-each>
        </manifest>
        <spine>
          <xsl:if test="f:direction($fp:ui) eq 'rtl'">
            <xsl:attribute name="page-progression-direction" select="'rtl'"/>
          </xsl:if>
          <xsl:for-each select="$files[?type = 'application/xhtml+xml']">
            <itemref idref="{fp:item(.)}"/>
          </xsl:for-each>
        </spine>
      </package>
    </xsl:document>
  </xsl:template>

  <!-- An XML name for a file: each character that such a name can't have by its number. -->
  <xsl:function name="fp:item" as="xs:string">
    <xsl:param name="file" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="string-join(('f-', string-to-codepoints($file?path) ! (
        let $c := codepoints-to-string(.) return
        if (matches($c, '[A-Za-z0-9.-]')) then $c else '_' || . || '_')))"/>
  </xsl:function>

  <xsl:template name="tp:descriptions" as="element()+">
    <xsl:context-item use="absent"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="$corpus/lp:corpus/lp:letter"/>
    <dc:title id="title">{fp:book-title()}</dc:title>
    <meta refines="#title" property="title-type">main</meta>
    <xsl:choose>
      <xsl:when test="exists($only) or $fp:between">
        <meta property="belongs-to-collection" id="edition">{$fp:edition/@title}</meta>
        <meta refines="#edition" property="collection-type">set</meta>
      </xsl:when>
      <xsl:when test="$fp:edition/@subtitle[string()]">
        <dc:title id="subtitle">{$fp:edition/@subtitle}</dc:title>
        <meta refines="#subtitle" property="title-type">subtitle</meta>
      </xsl:when>
    </xsl:choose>
    <xsl:for-each select="distinct-values(($fp:ui, $corpus/lp:corpus/(lp:letter | lp:part)/@lang[string()]))">
      <dc:language>{.}</dc:language>
    </xsl:for-each>
    <xsl:for-each select="$fp:edition/@publisher[string()]">
      <dc:publisher>{.}</dc:publisher>
    </xsl:for-each>
    <xsl:for-each select="$fp:edition/@date[. castable as xs:date or . castable as xs:gYearMonth
                                            or . castable as xs:gYear]">
      <dc:date>{.}</dc:date>
    </xsl:for-each>
    <xsl:for-each select="string-join($fp:edition/(@licence, @licence-target)[string()], ', ')[.]">
      <dc:rights>{.}</dc:rights>
    </xsl:for-each>
    <xsl:for-each select="fp:sources(())[last() le 5]">
      <dc:source>{.}</dc:source>
    </xsl:for-each>
  </xsl:template>

  <!-- The sources of a kind, or of all, each once. -->
  <xsl:function name="fp:sources" as="xs:string*">
    <xsl:param name="type" as="xs:string?"/>
    <xsl:sequence select="distinct-values(
        $corpus/lp:corpus/lp:letter/lp:source[empty($type) or @type = $type] ! normalize-space(.))[.]"/>
  </xsl:function>

  <!--
    Those who wrote a tenth of the letters or more are the book's authors, in order of how many;
    the editors are its editors, and its makers where no author is known.
  -->
  <xsl:template name="tp:people" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:variable name="all" as="xs:integer" select="count($corpus/lp:corpus/lp:letter)"/>
    <xsl:variable name="authors" as="element(lp:agent)*">
      <xsl:for-each-group select="$corpus/lp:corpus/lp:letter/lp:action[@type = 'sent']/lp:agent"
                          group-by="string((@ref[string()], .)[1])">
        <xsl:sort select="-count(current-group())"/>
        <xsl:if test="count(current-group()) * 10 ge $all">
          <xsl:sequence select="."/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:for-each select="$authors[normalize-space()]">
      <xsl:variable name="id" as="xs:string" select="'author-' || position()"/>
      <dc:creator id="{$id}">{normalize-space()}</dc:creator>
      <meta refines="#{$id}" property="role" scheme="marc:relators">aut</meta>
      <xsl:for-each select="f:entries-for(@ref)[1]/@sort[string()]">
        <meta refines="#{$id}" property="file-as">{.}</meta>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="$fp:edition/lp:editor[normalize-space()]">
      <xsl:element name="dc:{if ($authors) then 'contributor' else 'creator'}">
        <xsl:attribute name="id" select="'editor-' || position()"/>
        <xsl:text>{normalize-space()}</xsl:text>
      </xsl:element>
      <meta refines="#editor-{position()}" property="role" scheme="marc:relators">edt</meta>
    </xsl:for-each>
  </xsl:template>

  <!-- What readers of every kind can count on: nothing is claimed that this book has not. -->
  <xsl:template name="tp:access" as="element()+">
    <xsl:context-item use="absent"/>
    <xsl:param name="paged" as="xs:boolean"/>
    <xsl:param name="shown" as="xs:boolean"/>
    <xsl:param name="told" as="xs:boolean"/>
    <xsl:for-each select="'textual', 'visual'[$shown]">
      <meta property="schema:accessMode">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessModeSufficient">{if ($told) then 'textual' else 'textual,visual'}</meta>
    <xsl:for-each select="'alternativeText'[$shown and $told], 'structuralNavigation', 'tableOfContents', 'readingOrder', 'ARIA',
                          'displayTransformability', 'index'[exists($fp:kinds-present)],
                          ('pageBreakMarkers', 'pageNavigation')[$paged]">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">{string-join(('epub.access',
        'epub.access.pages'[$paged], 'epub.access.registers'[exists($fp:kinds-present)]) ! f:l10n(., $fp:ui), ' ')}</meta>
    <xsl:if test="$paged">
      <xsl:variable name="printed" as="xs:string*" select="fp:sources('print')"/>
      <meta property="pageBreakSource">{if (count($printed) eq 1) then $printed
          else f:l10n('epub.pages.many', $fp:ui)}</meta>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
