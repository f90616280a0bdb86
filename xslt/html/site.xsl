<?xml version="1.0" encoding="UTF-8"?>
<!-- The plan of the site: every page but the letters' own, and how each is made. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    Every page but the letters' own: its "path" from the site's root, "what" it is, the "id" of what it
    is about, if it is about one thing; and, unless it is a list, the ids of the register "entries" that it
    tells of. What a page shows is what t:shown says; the pages are made one by one with t:site-page.
  -->
  <xsl:template name="t:site" as="map(xs:string, xs:string*)+">
    <xsl:context-item use="optional"/>
    <xsl:sequence select="
        fp:list-page('index.html', 'front', ''),
        fp:list-page('about.html', 'about', ''),
        fp:list-page('search.html', 'search', ''),
        fp:list-page('404.html', 'missing', '')[$fp:edition/@url[string()]],
        fp:list-page('letters/index.html', 'letters', '')[$fp:is-large],
        $fp:years ! fp:list-page(f:calendar-path(.), 'calendar', .),
        ($fp:correspondences
           ! fp:own-page('correspondences/' || @id || '.html', 'correspondence', @id, ()),
         fp:own-page('correspondences/index.html', 'correspondences', '', ()))[exists($fp:correspondences)],
        fp:own-page('map.html', 'map', '', f:entries-for(string-join($maps?points?id, ' ')))[exists($maps)],
        fp:own-page('network.html', 'network', '', f:entries-for(string-join($network?parties?ref, ' ')))[exists($network)],
        $fp:registers ! fp:own-page($fp:register(.), 'register', ., key('fp:kind', ., $corpus)),
        $corpus/lp:corpus/lp:entry ! fp:own-page(fp:entry-folder(.) || @id || '.html', 'entry', @id, .)"/>
  </xsl:template>

  <xsl:function name="fp:list-page" as="map(xs:string, xs:string*)">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="map { 'path': $path, 'what': $what, 'id': $id }"/>
  </xsl:function>

  <xsl:function name="fp:own-page" as="map(xs:string, xs:string*)">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="entries" as="element(lp:entry)*"/>
    <xsl:sequence select="map:put(fp:list-page($path, $what, $id), 'entries', $entries/@id/string())"/>
  </xsl:function>

  <!-- One of the pages that t:site has named. -->
  <xsl:template name="t:site-page" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:param name="page" as="map(xs:string, xs:string*)" required="yes"/>
    <xsl:choose>
      <xsl:when test="$page?what eq 'front'">
        <xsl:call-template name="tp:contents"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'about'">
        <xsl:call-template name="tp:about"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'missing'">
        <xsl:call-template name="tp:missing"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'search'">
        <xsl:call-template name="tp:search"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'letters'">
        <xsl:call-template name="tp:all-letters"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'correspondences'">
        <xsl:call-template name="tp:all-correspondences"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'correspondence'">
        <xsl:call-template name="tp:correspondence">
          <xsl:with-param name="correspondence" select="key('fp:correspondence', $page?id, $corpus)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$page?what eq 'calendar'">
        <xsl:call-template name="tp:calendar">
          <xsl:with-param name="year" select="$page?id"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$page?what eq 'map'">
        <xsl:call-template name="t:map"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'network'">
        <xsl:call-template name="t:network"/>
      </xsl:when>
      <xsl:when test="$page?what eq 'register'">
        <xsl:call-template name="tp:register-list">
          <xsl:with-param name="kind" select="$page?id"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:entry-page">
          <xsl:with-param name="entry" select="key('fp:entry', $page?id, $corpus)[1]"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
