<?xml version="1.0" encoding="UTF-8"?>
<!-- What crawlers and feed readers ask for. All of it wants the edition's own address. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ============================================================ site map -->

  <!-- How many addresses a site map may hold. -->
  <xsl:variable name="fp:site-map-size" as="xs:integer" select="50000"/>

  <!-- Site map and robots.txt by their paths. $pages: every page but those of letters and parts. What
       a server gives for an address that leads nowhere is no page of the site. -->
  <xsl:function name="f:site-map" as="map(xs:string, xs:string)*">
    <xsl:param name="pages" as="xs:string*"/>
    <xsl:if test="$fp:edition/@url">
      <xsl:variable name="urls" as="element()*">
        <xsl:for-each select="sort($pages[. ne '404.html'], 'http://www.w3.org/2005/xpath-functions/collation/codepoint')">
          <xsl:sequence select="fp:site-map-url(., ())"/>
        </xsl:for-each>
        <xsl:for-each select="$corpus/lp:corpus/(lp:letter | lp:part)">
          <xsl:sequence select="fp:site-map-url(f:letter-path(@id), @changed)"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="maps" as="document-node()+">
        <xsl:for-each-group select="$urls" group-adjacent="(position() - 1) idiv $fp:site-map-size">
          <xsl:document>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <xsl:sequence select="current-group()"/>
            </urlset>
          </xsl:document>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:sequence select="
          if (count($maps) eq 1) then map:entry('sitemap.xml', f:xml($maps))
          else (map:entry('sitemap.xml', f:xml(fp:site-map-index(count($maps)))),
                for-each-pair($maps, 1 to count($maps), function($m, $n) {
                  map:entry('sitemap-' || $n || '.xml', f:xml($m)) }))"/>
      <xsl:map-entry key="'robots.txt'" select="
          'User-agent: *&#10;Allow: /&#10;&#10;Sitemap: ' || f:absolute('sitemap.xml') || '&#10;'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:site-map-url" as="element()">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="changed" as="xs:string?"/>
    <url xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <loc>{f:absolute($path)}</loc>
      <xsl:for-each select="$changed">
        <lastmod>{.}</lastmod>
      </xsl:for-each>
    </url>
  </xsl:function>

  <xsl:function name="fp:site-map-index" as="document-node()">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:document>
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <xsl:for-each select="1 to $count">
          <sitemap>
            <loc>{f:absolute('sitemap-' || . || '.xml')}</loc>
          </sitemap>
        </xsl:for-each>
      </sitemapindex>
    </xsl:document>
  </xsl:function>

  <!-- ================================================================ feed -->

  <!-- How many letters the feed holds: those changed last. -->
  <xsl:variable name="fp:feed-size" as="xs:integer" select="100"/>

  <!-- True if there is a feed: where the address is known, and a day of anything. -->
  <xsl:variable name="fp:has-feed" as="xs:boolean"
                select="exists($fp:edition/@url)
                        and (exists(f:day-of-edition()) or exists($corpus/lp:corpus/@changed))"/>

  <!-- The letters last added or changed, as an Atom feed (RFC 4287); none where no day is known. -->
  <xsl:function name="f:feed" as="xs:string?">
    <xsl:variable name="dated" as="map(xs:string, item())*" select="
        $corpus/lp:corpus/lp:letter ! (let $letter := .
            return (@changed, f:day-of-edition())[1] ! map { 'letter': $letter, 'day': string(.) })"/>
    <xsl:variable name="last" as="map(xs:string, item())*">
      <xsl:perform-sort select="$dated">
        <xsl:sort select="?day" order="descending"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:if test="$fp:has-feed">
      <xsl:variable name="feed" as="document-node()">
        <xsl:document>
          <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{$fp:ui}">
            <id>{$fp:edition/@url}</id>
            <title>{$fp:edition/@title}</title>
            <xsl:for-each select="$fp:edition/@subtitle">
              <subtitle>{.}</subtitle>
            </xsl:for-each>
            <updated>{fp:midnight($last[1]?day)}</updated>
            <xsl:for-each select="$fp:edition/lp:editor, $fp:edition[not(lp:editor)]/(@publisher, @title)[1]">
              <author>
                <name>{.}</name>
              </author>
            </xsl:for-each>
            <link rel="self" type="application/atom+xml" href="{f:absolute('feed.xml')}"/>
            <link rel="alternate" type="text/html" href="{f:absolute('index.html')}"/>
            <xsl:for-each select="$fp:edition/(@licence, @licence-target)[1]">
              <rights>{.}</rights>
            </xsl:for-each>
            <xsl:for-each select="subsequence($last, 1, $fp:feed-size)">
              <xsl:variable name="letter" as="element(lp:letter)" select="?letter"/>
              <xsl:variable name="address" as="xs:string" select="f:absolute(f:letter-path($letter/@id))"/>
              <entry>
                <id>{$address}</id>
                <title>{f:short-title($letter)}</title>
                <updated>{fp:midnight(?day)}</updated>
                <link rel="alternate" type="text/html" href="{$address}"/>
                <xsl:for-each select="$letter/lp:source[1]">
                  <summary>{normalize-space()}</summary>
                </xsl:for-each>
              </entry>
            </xsl:for-each>
          </feed>
        </xsl:document>
      </xsl:variable>
      <xsl:sequence select="f:xml($feed)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:midnight" as="xs:string">
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="$day || 'T00:00:00Z'"/>
  </xsl:function>

</xsl:stylesheet>
