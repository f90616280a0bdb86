<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the web edition offers to machines: tables, references, lists for correspSearch and for
  authority files, feed and site map; and the page that says what each file is.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:include href="data/authorities.xsl"/>
  <xsl:include href="data/tables.xsl"/>
  <xsl:include href="data/cmif.xsl"/>
  <xsl:include href="data/web.xsl"/>
  <xsl:include href="data/standoff.xsl"/>
  <xsl:include href="data/page.xsl"/>

  <!-- The kinds of files for machines: each is made by itself, so that threads can share them. -->
  <xsl:template name="t:file-kinds" as="xs:string+">
    <xsl:context-item use="optional"/>
    <xsl:sequence select="f:tables() ! ('csv ' || ?name, 'json ' || ?name), 'package', 'bibtex', 'ris', 'csl', 'web'"/>
  </xsl:template>

  <!--
    The files of one kind, by their paths from the site's root. $pages holds the paths of the site's
    pages but the letters' own, $uuid the edition's number in lists that want one.
  -->
  <xsl:template name="t:files" as="map(xs:string, xs:string)">
    <xsl:context-item use="optional"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="pages" as="xs:string*" select="()"/>
    <xsl:param name="uuid" as="xs:string" select="''"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="$corpus/lp:corpus/lp:letter"/>
    <xsl:variable name="table" as="map(xs:string, item()*)?" select="f:tables()[?name eq substring-after($kind, ' ')]"/>
    <xsl:choose>
      <xsl:when test="starts-with($kind, 'csv ')">
        <xsl:sequence select="map { 'data/' || $table?name || '.csv': f:csv($table) }"/>
      </xsl:when>
      <xsl:when test="starts-with($kind, 'json ')">
        <xsl:sequence select="map { 'data/' || $table?name || '.json': f:json-table($table) }"/>
      </xsl:when>
      <xsl:when test="$kind eq 'package'">
        <xsl:sequence select="map { 'data/datapackage.json': f:data-package() }"/>
      </xsl:when>
      <xsl:when test="$kind eq 'bibtex'">
        <xsl:sequence select="map { 'data/letters.bib': string-join($letters ! f:bibtex(.), '&#10;') }"/>
      </xsl:when>
      <xsl:when test="$kind eq 'ris'">
        <xsl:sequence select="map { 'data/letters.ris': string-join($letters ! f:ris(.), '&#13;&#10;') }"/>
      </xsl:when>
      <xsl:when test="$kind eq 'csl'">
        <xsl:sequence select="map { 'data/letters.csl.json': f:json-lines($letters ! f:csl(.)) }"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="map:merge((
            f:beacons(),
            if (f:has-cmif()) then map:entry('data/cmif.xml', f:cmif($uuid)) else (),
            f:feed() ! map:entry('feed.xml', .),
            f:site-map(($pages, 'data/index.html'))))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A value as JSON, on one line. -->
  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="value" as="item()?"/>
    <!-- The serialiser escapes every slash, which JSON allows and nobody reads with pleasure. -->
    <xsl:sequence select="replace(serialize($value, map { 'method': 'json' }), '\/', '/', 'q')"/>
  </xsl:function>

  <!-- An array as JSON, one member a line. -->
  <xsl:function name="f:json-lines" as="xs:string">
    <xsl:param name="members" as="item()*"/>
    <xsl:sequence select="'[&#10;' || string-join($members ! f:json(.), ',&#10;') || '&#10;]&#10;'"/>
  </xsl:function>

  <!-- A document as indented XML. -->
  <xsl:function name="f:xml" as="xs:string">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="serialize($document, map {
        'method': 'xml', 'indent': true(), 'omit-xml-declaration': false() }) || '&#10;'"/>
  </xsl:function>

</xsl:stylesheet>
