<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the heads of pages tell machines: whose page it is and where (Open Graph), what it is about
  (Dublin Core, schema.org as JSON-LD), how it is cited (citation_ tags, read by scholarly indexes).
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ============================================================ every page -->

  <!-- What every page's head says, but for its description. $path, $title: as t:page has them. -->
  <xsl:function name="f:page-head" as="element()*">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:for-each select="f:absolute($path)">
      <link rel="canonical" href="{.}"/>
      <xsl:if test="$fp:has-feed">
        <link rel="alternate" type="application/atom+xml" href="{f:root($path)}feed.xml"
              title="{$fp:edition/@title}"/>
      </xsl:if>
      <meta property="og:url" content="{.}"/>
    </xsl:for-each>
    <meta property="og:title" content="{$title}"/>
    <meta property="og:type" content="{if (starts-with($path, 'letters/')) then 'article' else 'website'}"/>
    <meta property="og:site_name" content="{$fp:edition/@title}"/>
  </xsl:function>

  <!-- A block of data for machines; browsers run nothing of it. -->
  <xsl:function name="f:json-ld" as="element()">
    <xsl:param name="thing" as="map(xs:string, item()*)"/>
    <xsl:variable name="json" as="xs:string"
                  select="f:json(map:merge((map:entry('@context', 'https://schema.org'), $thing)))"/>
    <!-- No text can end the element before its time. -->
    <script type="application/ld+json">{replace(replace($json, '&lt;', '\\u003c'), '&gt;', '\\u003e')}</script>
  </xsl:function>

  <!-- ============================================================ a letter -->

  <!-- What machines are told: who, when, on what terms, in what other formats, what comes next. -->
  <xsl:template name="tp:letter-head" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="written" as="xs:string?"
                  select="f:written($record)/(@when, @from, @notBefore)[string()][1]"/>
    <xsl:variable name="authors" as="element(lp:agent)*" select="$record/lp:action[@type = 'sent']/lp:agent"/>
    <xsl:variable name="licence" as="xs:string?"
                  select="($record/lp:licence/@target, $fp:edition/@licence-target)[1] ! f:web-address(.)"/>
    <xsl:variable name="title" as="xs:string" select="f:short-title($record)"/>
    <xsl:for-each select="$authors">
      <meta name="author" content="{.}"/>
    </xsl:for-each>
    <xsl:sequence select="
        fp:meta('dcterms.title', $title),
        $authors ! fp:meta('dcterms.creator', .),
        fp:meta('dcterms.created', $written),
        $record/lp:source ! fp:meta('dcterms.source', .),
        fp:meta('dcterms.language', $record/@lang),
        fp:meta('dcterms.isPartOf', $fp:book-title),
        fp:meta('dcterms.publisher', $fp:edition/@publisher),
        fp:meta('dcterms.license', $licence),
        fp:meta('citation_title', $title),
        $authors ! fp:meta('citation_author', .),
        fp:meta('citation_inbook_title', $fp:book-title),
        fp:editors($record) ! fp:meta('citation_editor', .),
        fp:meta('citation_publisher', $fp:edition/@publisher),
        fp:meta('citation_publication_date', f:plain-date($fp:edition/@date) ! translate(., '-', '/')),
        fp:meta('citation_isbn', $fp:edition/@identifier[starts-with(., 'urn:isbn:')] ! substring(., 10)),
        fp:meta('citation_language', $record/@lang),
        fp:meta('citation_fulltext_html_url', f:absolute(f:letter-path($record/@id))),
        fp:meta('citation_pdf_url', f:absolute('letters/' || encode-for-uri($record/@id) || '.pdf')
                                    ['pdf' = $formats])"/>
    <xsl:for-each select="$licence">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="f:downloads($record)">
      <link rel="alternate" type="{?type}" href="{?href}" title="{?label}"/>
    </xsl:for-each>
    <xsl:for-each select="fp:neighbour($record, -1)">
      <link rel="prev" href="../{f:letter-path(@id)}"/>
    </xsl:for-each>
    <xsl:for-each select="fp:neighbour($record, 1)">
      <link rel="next" href="../{f:letter-path(@id)}"/>
    </xsl:for-each>
    <xsl:sequence select="f:json-ld(fp:letter-thing($record))"/>
  </xsl:template>

  <xsl:function name="fp:meta" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="item()?"/>
    <xsl:for-each select="normalize-space(string($content))[.]">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:letter-thing" as="map(xs:string, item()*)">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="sent" as="element(lp:action)*" select="$record/lp:action[@type = 'sent']"/>
    <xsl:variable name="received" as="element(lp:action)*" select="$record/lp:action[@type = 'received']"/>
    <xsl:sequence select="map:merge((
        map:entry('@type', if ($record/self::lp:part) then 'Chapter' else ['Message', 'Manuscript']),
        fp:property('@id', f:absolute(f:letter-path($record/@id))),
        fp:property('name', f:short-title($record)),
        fp:property('inLanguage', $record/@lang),
        fp:property('dateCreated', f:written($record)/@when ! f:plain-date(.)),
        fp:property('dateSent', f:written($record)/@when ! f:plain-date(.)),
        fp:property('dateReceived', $received/lp:date[1]/@when ! f:plain-date(.)),
        fp:property('sender', $sent/lp:agent ! fp:named(.)),
        fp:property('author', $sent/lp:agent ! fp:named(.)),
        fp:property('recipient', $received/lp:agent ! fp:named(.)),
        fp:property('locationCreated', $sent/lp:place ! fp:named(.)),
        fp:property('mentions', f:entries-for(string-join($record/lp:mention/@ref, ' ')) ! fp:identity(.)),
        fp:property('isBasedOn', $record/lp:source ! map:merge((
            map:entry('@type', 'CreativeWork'),
            fp:property('name', .),
            fp:property('url', f:web-address(@target))))),
        fp:property('license', ($record/lp:licence/@target, $fp:edition/@licence-target)[1] ! f:web-address(.)),
        map:entry('isPartOf', fp:edition-identity())))"/>
  </xsl:function>

  <!-- A property with its value, or an array of several; nothing without one. -->
  <xsl:function name="fp:property" as="map(xs:string, item()*)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:variable name="said" as="item()*"
                  select="$values ! (if (. instance of map(*)) then . else normalize-space(string(.))[.])"/>
    <xsl:sequence select="if (empty($said)) then ()
        else map:entry($name, if (count($said) eq 1) then $said else array { $said })"/>
  </xsl:function>

  <!-- ============================================ the edition and its entries -->

  <!-- What the first page's head says of the edition. -->
  <xsl:function name="f:edition-head" as="element()+">
    <xsl:for-each select="$fp:edition/lp:editor">
      <meta name="author" content="{.}"/>
    </xsl:for-each>
    <xsl:sequence select="
        fp:meta('dcterms.title', $fp:book-title),
        $fp:edition/lp:editor ! fp:meta('dcterms.contributor', .),
        fp:meta('dcterms.publisher', $fp:edition/@publisher),
        fp:meta('dcterms.issued', f:plain-date($fp:edition/@date)),
        fp:meta('dcterms.language', $fp:edition/@lang),
        fp:meta('dcterms.identifier', $fp:edition/@identifier)"/>
    <xsl:for-each select="$fp:edition/@licence-target ! f:web-address(.)">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:sequence select="f:json-ld(map:put(fp:edition-thing(), 'collectionSize',
                                            count($corpus/lp:corpus/lp:letter)))"/>
  </xsl:function>

  <!-- The edition in short, for what belongs to it. -->
  <xsl:function name="fp:edition-identity" as="map(xs:string, item()*)">
    <xsl:sequence select="map:merge((
        map:entry('@type', ['Book', 'Collection']),
        fp:property('@id', $fp:edition/@url),
        fp:property('name', $fp:edition/@title)))"/>
  </xsl:function>

  <xsl:function name="fp:edition-thing" as="map(xs:string, item()*)">
    <xsl:sequence select="map:merge((
        fp:edition-identity(),
        fp:property('alternativeHeadline', $fp:edition/@subtitle),
        fp:property('inLanguage', $fp:edition/@lang),
        fp:property('editor', $fp:edition/lp:editor ! map { '@type': 'Person', 'name': string(.) }),
        fp:property('publisher', $fp:edition/@publisher ! map { '@type': 'Organization', 'name': string(.) }),
        fp:property('datePublished', f:plain-date($fp:edition/@date)),
        fp:property('isbn', $fp:edition/@identifier[starts-with(., 'urn:isbn:')] ! substring(., 10)),
        fp:property('license', f:web-address($fp:edition/@licence-target))))"/>
  </xsl:function>

  <!-- What a page about an entry says of it. -->
  <xsl:function name="f:entry-head" as="element()">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="years" as="xs:string*" select="tokenize($entry[@kind = 'person']/@dates, '–')"/>
    <xsl:sequence select="f:json-ld(map:merge((
        fp:thing($entry),
        fp:property('alternateName', $entry/lp:variant),
        fp:property('description', $entry/lp:note[1]),
        fp:property('birthDate', f:plain-date(($entry/lp:life[@what = 'birth']/@when, $years[1])[1])),
        fp:property('deathDate', f:plain-date(($entry/lp:life[@what = 'death']/@when, $years[2])[1])),
        fp:property('birthPlace', $entry/lp:life[@what = 'birth'][string()] ! map { '@type': 'Place', 'name': string() }),
        fp:property('deathPlace', $entry/lp:life[@what = 'death'][string()] ! map { '@type': 'Place', 'name': string() }),
        fp:property('author', $entry/lp:fact[@what = 'author'] ! map { '@type': 'Person', 'name': string(.) }),
        fp:property('datePublished', $entry[@kind = 'work']/lp:date/@when ! f:plain-date(.)),
        fp:property('startDate', $entry[@kind = 'event']/lp:date/(@when, @from)[1] ! f:plain-date(.)),
        fp:property('endDate', $entry[@kind = 'event']/lp:date/(@when, @to)[1] ! f:plain-date(.)),
        fp:property('location', $entry[@kind = 'event']/lp:fact[@what = 'place'] ! map { '@type': 'Place', 'name': string(.) }),
        fp:property('geo', $entry/lp:geo ! map {
            '@type': 'GeoCoordinates', 'latitude': string(@lat), 'longitude': string(@lon) }))))"/>
  </xsl:function>

  <!-- An entry in short, for its own page and for the metadata of letters. -->
  <xsl:function name="fp:thing" as="map(xs:string, item()*)">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="map:merge((
        map:entry('@type', $fp:schema-types($entry/@kind)),
        fp:identity($entry),
        fp:property('name', $entry/@label),
        fp:property('sameAs', distinct-values($entry/lp:idno/f:authority-address(@href)))))"/>
  </xsl:function>

  <!-- An entry's identity, which its own page tells more of: the address of that page. -->
  <xsl:function name="fp:identity" as="map(xs:string, item()*)">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="path" as="xs:string" select="f:entry-path($entry)"/>
    <xsl:sequence select="map { '@id': (f:absolute($path), '../' || $path)[1] }"/>
  </xsl:function>

  <xsl:variable name="fp:schema-types" as="map(xs:string, xs:string)" select="map {
      'person': 'Person', 'place': 'Place', 'org': 'Organization', 'event': 'Event',
      'work': 'CreativeWork' }"/>

  <!-- Somebody or some place of a letter's metadata: by its entry, or by its name alone. -->
  <xsl:function name="fp:named" as="map(xs:string, item()*)">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element(lp:entry)?" select="f:entries-for($name/@ref)[1]"/>
    <xsl:sequence select="if ($entry) then map:put(fp:thing($entry), 'name', normalize-space($name))
        else map { '@type': if ($name/self::lp:place) then 'Place'
                            else if ($name/@kind = 'org') then 'Organization' else 'Person',
                   'name': normalize-space($name) }"/>
  </xsl:function>

</xsl:stylesheet>
