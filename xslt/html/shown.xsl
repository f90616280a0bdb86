<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a page of the site shows of the corpus document: a corpus document of its own. Since the page is
  made of that alone, it need not be made again while that stays the same.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- A page that t:site has named; without one, what the lists have in common. -->
  <xsl:template name="t:shown" as="document-node(element(lp:corpus))">
    <xsl:context-item use="optional"/>
    <xsl:param name="page" as="map(xs:string, xs:string*)?" select="()"/>
    <xsl:document>
      <lp:corpus>
        <xsl:copy-of select="$corpus/lp:corpus/@*"/>
        <xsl:choose>
          <xsl:when test="empty($page)">
            <xsl:call-template name="tp:lists"/>
          </xsl:when>
          <xsl:otherwise>
            <lp:edition>
              <xsl:copy-of select="$fp:edition/(@*, * except lp:section)"/>
            </lp:edition>
            <xsl:call-template name="tp:own">
              <xsl:with-param name="what" select="$page?what"/>
              <xsl:with-param name="correspondences" select="
                  if ($page?what eq 'correspondences') then $fp:correspondences
                  else if ($page?what eq 'entry') then key('fp:correspondence-of', $page?id, $corpus)
                  else key('fp:correspondence', $page?id, $corpus)"/>
              <xsl:with-param name="entries" select="$page?entries ! key('fp:entry', ., $corpus)[1]"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </lp:corpus>
    </xsl:document>
  </xsl:template>

  <!-- Letters without whom they mention, and the entries that prose about the edition leads to. -->
  <xsl:template name="tp:lists" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:variable name="prose" as="element()*"
                  select="$fp:edition, $corpus/lp:corpus/lp:letter/lp:policy"/>
    <xsl:sequence select="$fp:edition"/>
    <xsl:for-each select="$corpus/lp:corpus/(lp:letter | lp:part)">
      <xsl:copy>
        <xsl:copy-of select="@*, node() except lp:mention"/>
      </xsl:copy>
    </xsl:for-each>
    <xsl:sequence select="$corpus/lp:corpus/lp:correspondence,
                          key('fp:entry', distinct-values($prose//@* ! f:meant(.)), $corpus)"/>
  </xsl:template>

  <!--
    Of one page: letters in lists or as mentions, and of entries what the page tells, or what a link needs.
    $entries: those that it tells of.
  -->
  <xsl:template name="tp:own" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="correspondences" as="element(lp:correspondence)*"/>
    <xsl:param name="entries" as="element(lp:entry)*"/>
    <xsl:variable name="ids" as="xs:string*" select="$entries/@id/string()"/>
    <xsl:choose>
      <xsl:when test="$what = ('map', 'network')">
        <!-- Nobody reads it: it is here so that another drawing is another part. -->
        <lp:drawn>{serialize(if ($what eq 'map') then $maps else $network, map { 'method': 'adaptive' })}</lp:drawn>
        <xsl:sequence select="$entries ! fp:link-end(.)"/>
      </xsl:when>
      <xsl:when test="$what eq 'register'">
        <xsl:for-each select="key('fp:mention', $ids, $corpus)">
          <lp:mention ref="{@ref}"/>
        </xsl:for-each>
        <xsl:for-each select="$entries">
          <xsl:copy>
            <xsl:copy-of select="@id, @kind, @label, @sort, @dates, lp:date, lp:note[string()][1], lp:fact[@what = 'author']"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:when test="$what eq 'entry'">
        <xsl:for-each select="(key('fp:mention', $ids, $corpus)
                               | (key('fp:correspondent', $ids, $corpus)
                                  | key('fp:stage', $ids, $corpus))/parent::lp:action)/..">
          <xsl:copy>
            <xsl:copy-of select="@*, lp:action, lp:mention[@ref = $ids]"/>
          </xsl:copy>
        </xsl:for-each>
        <xsl:variable name="others" as="element(lp:entry)*" select="
            key('fp:told-of', $ids, $corpus)[@what = ('author', 'place')]/parent::lp:entry except $entries"/>
        <xsl:sequence select="$correspondences, $entries,
                              (f:entries-for(string-join($entries//@ref, ' ')) except ($entries, $others)) ! fp:link-end(.)"/>
        <xsl:for-each select="$others">
          <xsl:copy>
            <xsl:copy-of select="@id, @kind, @label, @dates, lp:date, lp:fact[@ref = $ids]"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="key('fp:letter', $correspondences/tokenize(@letters), $corpus)">
          <xsl:copy>
            <xsl:copy-of select="@*, lp:action"/>
          </xsl:copy>
        </xsl:for-each>
        <xsl:sequence select="$correspondences"/>
        <xsl:for-each select="f:entries-for(string-join($correspondences/lp:party/@ref, ' '))">
          <xsl:copy>
            <xsl:copy-of select="@id, @kind, @sort[$what eq 'correspondences']"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a link to an entry needs. -->
  <xsl:function name="fp:link-end" as="element(lp:entry)">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <lp:entry id="{$entry/@id}" kind="{$entry/@kind}"/>
  </xsl:function>

</xsl:stylesheet>
