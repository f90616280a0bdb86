<?xml version="1.0" encoding="UTF-8"?>
<!-- Authority files: what an entry is called there, and lists of the entries that each one knows. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Each authority file: how its addresses begin, and the ways in which people write them. -->
  <xsl:variable name="fp:authorities" as="map(xs:string, map(xs:string, xs:string))" select="map {
      'gnd': map { 'name': 'GND', 'prefix': 'https://d-nb.info/gnd/',
                   'pattern': '^https?://(?:www\.)?d-nb\.info/gnd/([0-9]+-?[0-9X]|[0-9]+)/?$' },
      'viaf': map { 'name': 'VIAF', 'prefix': 'https://viaf.org/viaf/',
                    'pattern': '^https?://(?:www\.)?viaf\.org/viaf/([0-9]+)/?$' },
      'wikidata': map { 'name': 'Wikidata', 'prefix': 'https://www.wikidata.org/entity/',
                        'pattern': '^https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q[0-9]+)$' },
      'geonames': map { 'name': 'GeoNames', 'prefix': 'https://www.geonames.org/',
                        'pattern': '^https?://(?:www\.|sws\.)?geonames\.org/([0-9]+)(?:/.*)?$' } }"/>

  <!-- Those that BEACON lists are made for: files of persons above all. -->
  <xsl:variable name="fp:beacons" as="xs:string+" select="'gnd', 'viaf', 'wikidata'"/>

  <!-- What addresses say of an entry: its number in each authority file that knows it. -->
  <xsl:function name="fp:numbers" as="map(xs:string, xs:string)">
    <xsl:param name="addresses" as="xs:string*"/>
    <xsl:sequence select="map:merge(for $name in map:keys($fp:authorities), $address in $addresses
        return fp:number-in($address, $fp:authorities($name)?pattern) ! map:entry($name, .),
        map { 'duplicates': 'use-first' })"/>
  </xsl:function>

  <xsl:function name="fp:number-in" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="normalize-space($address)[matches(., $pattern)] ! replace(., $pattern, '$1')"/>
  </xsl:function>

  <!-- The numbers of all entries by their ids, found once: patterns are dear. -->
  <xsl:variable name="fp:known" as="map(xs:string, map(xs:string, xs:string))"
                select="map:merge($corpus/lp:corpus/lp:entry
                                  ! map:entry(string(@id), fp:numbers(lp:idno/@href/string())))"/>

  <!-- An entry's number in an authority file; none if it isn't known there. -->
  <xsl:function name="f:authority-id" as="xs:string?">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="$fp:known(string($entry/@id))($name)"/>
  </xsl:function>

  <!-- The address in the authority file that an entry is best known in: places in GeoNames. -->
  <xsl:function name="f:authority-uri" as="xs:string?">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="fp:best($fp:known(string($entry/@id)), $entry/@kind = 'place')"/>
  </xsl:function>

  <xsl:function name="fp:best" as="xs:string?">
    <xsl:param name="numbers" as="map(xs:string, xs:string)"/>
    <xsl:param name="is-place" as="xs:boolean"/>
    <xsl:variable name="name" as="xs:string?" select="
        ('geonames'[$is-place], 'gnd', 'viaf', 'wikidata', 'geonames')[map:contains($numbers, .)][1]"/>
    <xsl:sequence select="$name ! ($fp:authorities(.)?prefix || $numbers(.))"/>
  </xsl:function>

  <!-- An address as the authority file itself writes it; another web address as it is. -->
  <xsl:function name="f:authority-address" as="xs:string?">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:string)" select="fp:numbers($address)"/>
    <xsl:sequence select="(map:keys($numbers) ! ($fp:authorities(.)?prefix || $numbers(.)), f:web-address($address))[1]"/>
  </xsl:function>

  <!-- The same for somebody or some place of a letter's metadata, by its entry or its own word. -->
  <xsl:function name="f:uri-of" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element(lp:entry)?" select="key('fp:entry', $name/@ref, $corpus)[1]"/>
    <xsl:sequence select="if ($entry) then f:authority-uri($entry)
                          else fp:best(fp:numbers($name/@ref), exists($name/self::lp:place))"/>
  </xsl:function>

  <!-- ============================================================== BEACON -->

  <!-- A list of links for each authority file that knows entries, by its path. -->
  <xsl:function name="f:beacons" as="map(xs:string, xs:string)*">
    <xsl:for-each select="$fp:beacons[$fp:edition/@url]">
      <xsl:variable name="name" as="xs:string" select="."/>
      <xsl:variable name="links" as="xs:string*">
        <xsl:for-each-group select="$corpus/lp:corpus/lp:entry[f:authority-id(., $name)]"
                            group-by="f:authority-id(., $name)">
          <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          <xsl:sequence select="current-grouping-key() || '|' || count(f:letters-with(.))
                                || '|' || f:absolute(f:entry-path(.))"/>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:if test="exists($links)">
        <xsl:variable name="path" as="xs:string" select="'data/beacon-' || $name || '.txt'"/>
        <xsl:map-entry key="$path">
          <xsl:sequence select="string-join((
              '#FORMAT: BEACON',
              '#PREFIX: ' || $fp:authorities($name)?prefix,
              '#TARGET: {+ID}',
              '#FEED: ' || f:absolute($path),
              f:day-of-edition() ! ('#TIMESTAMP: ' || .),
              '#NAME: ' || $fp:edition/@title,
              $fp:edition/@publisher ! ('#INSTITUTION: ' || .),
              $fp:edition/lp:editor[@email][1] ! ('#CONTACT: ' || . || ' &lt;' || @email || '&gt;'),
              '#MESSAGE: ' || f:l10n('data.beacon.message', $fp:ui, map { 'title': string($fp:edition/@title) }),
              '', $links, ''), '&#10;')"/>
        </xsl:map-entry>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The letters that an entry wrote, received or is named in, each once. -->
  <xsl:function name="f:letters-with" as="element(lp:letter)*">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="key('fp:correspondent', $entry/@id, $corpus)/../..
                          | key('fp:place', $entry/@id, $corpus)/../..
                          | key('fp:mention', $entry/@id, $corpus)/.."/>
  </xsl:function>

  <xsl:key name="fp:place" match="lp:place" use="@ref"/>

  <!-- ================================================= addresses and days -->

  <!-- A path from the site's root as an address on the web, where the edition says its own. -->
  <xsl:function name="f:absolute" as="xs:string?">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="$fp:edition/@url ! (. || $path[not(. eq 'index.html')])"/>
  </xsl:function>

  <!-- The same, or the path as it is. -->
  <xsl:function name="f:address-of" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="(f:absolute($path), $path)[1]"/>
  </xsl:function>

  <!-- A year, month or day of the calendar out of a date's attribute; none where it isn't one. -->
  <xsl:function name="f:plain-date" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="replace(normalize-space($value), '^(\d{4}(-\d\d){0,2})([TZ+-].*)?$', '$1')
                          [f:is-html-date(.)]"/>
  </xsl:function>

  <!-- The first day of a year, month or day. -->
  <xsl:function name="fp:first-day" as="xs:string?">
    <xsl:param name="date" as="xs:string?"/>
    <xsl:sequence select="f:plain-date($date) ! substring(. || '-01-01', 1, 10)"/>
  </xsl:function>

  <!-- The day of the edition: that of its last change, else its date; none if it says neither. -->
  <xsl:function name="f:day-of-edition" as="xs:string?">
    <xsl:sequence select="(($fp:edition/@changed, $fp:edition/@date) ! fp:first-day(.))[1]"/>
  </xsl:function>

</xsl:stylesheet>
