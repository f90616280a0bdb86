<?xml version="1.0" encoding="UTF-8"?>
<!-- A letter's page: title, text, what is known of the letter, the way to its neighbours. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
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

  <xsl:template mode="m:letter" match="/" as="document-node()">
    <xsl:apply-templates mode="m:letter" select="lp:letter"/>
  </xsl:template>

  <!-- Keys need a document to look in. -->
  <xsl:template mode="m:letter" match="lp:letter[not(parent::document-node())]" priority="2"
                as="document-node()">
    <xsl:variable name="document" as="document-node()">
      <xsl:document>
        <xsl:sequence select="."/>
      </xsl:document>
    </xsl:variable>
    <xsl:apply-templates mode="m:letter" select="$document"/>
  </xsl:template>

  <xsl:template mode="m:letter" match="lp:letter" as="document-node()">
    <xsl:variable name="record" as="element()?" select="f:record(@id)"/>
    <xsl:if test="empty($record)">
      <xsl:sequence select="error(xs:QName('f:no-record'),
                                  'The corpus document has no letter ' || @id)"/>
    </xsl:if>
    <xsl:variable name="switched" as="xs:string*" select="fp:switched(.)"/>
    <xsl:variable name="titled" as="element(head)?" select="fp:head-as-title(., $record)[empty($switched)]"/>
    <xsl:variable name="main" as="node()*">
      <article class="letter">
        <xsl:if test="empty($titled)">
          <header class="title-block">
            <h1>{f:correspondents($record)}</h1>
            <xsl:call-template name="tp:title-lines">
              <xsl:with-param name="record" select="$record"/>
            </xsl:call-template>
          </header>
        </xsl:if>
        <xsl:call-template name="tp:readings">
          <xsl:with-param name="switched" select="$switched"/>
        </xsl:call-template>
        <xsl:text>&#10;</xsl:text>
        <div class="text" data-audit="text">
          <xsl:sequence select="f:language-attributes(f:language-at(.), $fp:ui)"/>
          <xsl:apply-templates mode="m:content" select="text">
            <xsl:with-param name="root" select="'../'" tunnel="yes"/>
            <xsl:with-param name="switched" select="$switched" tunnel="yes"/>
            <xsl:with-param name="titled" select="$titled" tunnel="yes"/>
            <xsl:with-param name="highest" select="if ($titled) then 1 else 2" tunnel="yes"/>
          </xsl:apply-templates>
        </div>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="t:colophon">
          <xsl:with-param name="record" select="$record"/>
          <xsl:with-param name="text" select="."/>
        </xsl:call-template>
      </article>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="tp:neighbours">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="head" as="element()*">
      <xsl:call-template name="tp:letter-head">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="f:letter-path(@id)"/>
      <xsl:with-param name="title" select="f:short-title($record)"/>
      <xsl:with-param name="description" select="fp:opening(.)"/>
      <xsl:with-param name="head" select="$head"/>
      <xsl:with-param name="styles" select="()"/>
      <xsl:with-param name="scripts" select="'letter.js', 'cite.js'"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The first words of the first paragraph, whole words to some 160 characters; of a paragraph that is
       more than a remark in brackets ("[Translation.]"), if there is one. -->
  <xsl:function name="fp:opening" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="paragraphs" as="element()*" select="$letter/text/body//(p | ab)[not(ancestor::note)]"/>
    <xsl:variable name="telling" as="element()?"
                  select="$paragraphs[not(matches(., '^\s*([\[(][^\[\]()]*[\])]\.?)?\s*$'))][1]"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(f:run-on(
        ($telling, $paragraphs)[1]//(text() | lb | ref[not(node())])[not(ancestor::note)]))"/>
    <xsl:sequence select="fp:cut($words, 160)"/>
  </xsl:function>

  <!-- Words as they are, or whole ones of them to some number of characters. -->
  <xsl:function name="fp:cut" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:sequence select="if (string-length($words) le $most) then $words
                          else replace(substring($words, 1, $most), '\W+\w*$', '') || ' …'"/>
  </xsl:function>

  <!-- The formats beside the page, in a fixed order: label, address, media type of each. -->
  <xsl:function name="f:downloads" as="map(xs:string, xs:string)*">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="known" as="array(xs:string)*" select="
        ['pdf', '.pdf', 'application/pdf'], ['epub', '.epub', 'application/epub+zip'],
        ['text', '.txt', 'text/plain'], ['diplomatic', '.diplomatic.txt', 'text/plain'],
        ['markdown', '.md', 'text/markdown'],
        ['tei', '.xml', 'application/tei+xml'],
        ['standoff', '.standoff.xml', 'application/tei+xml']"/>
    <!-- A part of a volume refers to no register by itself. -->
    <xsl:sequence select="$known[?1 = $formats][not($record/self::lp:part and ?1 eq 'standoff')] ! map {
        'label': f:l10n('format.' || ?1, $fp:ui),
        'href': encode-for-uri($record/@id) || ?2,
        'type': ?3 }"/>
  </xsl:function>

  <!-- A heading at the very beginning of the text that says what the page is called: it need not be said twice. -->
  <xsl:function name="fp:head-as-title" as="element(head)?">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="first" as="element(head)?" select="($letter/text//head)[1][not(.//note)]"/>
    <xsl:sequence select="$first[lower-case(normalize-space(f:run-on(.//(text() | lb))))
                                 eq lower-case(f:correspondents($record))]
                                [empty($letter/text//text()[normalize-space()][. &lt;&lt; $first])]"/>
  </xsl:function>

  <!-- The text's own heading as that of the page, and below it what else belongs there. -->
  <xsl:template name="tp:own-title" as="element(Q{}header)">
    <xsl:context-item as="element(head)"/>
    <header class="title-block">
      <h1>
        <xsl:apply-templates mode="mp:attributes" select="@*"/>
        <xsl:apply-templates mode="m:content"/>
      </h1>
      <div data-audit="skip">
        <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
        <xsl:call-template name="tp:title-lines">
          <xsl:with-param name="record" select="f:record(ancestor::lp:letter/@id)"/>
        </xsl:call-template>
      </div>
    </header>
  </xsl:template>

  <!-- Where and when, what it stands in, whence the text comes; and the other formats. -->
  <xsl:template name="tp:title-lines" as="element()+">
    <xsl:context-item use="optional"/>
    <xsl:param name="record" as="element()"/>
    <xsl:call-template name="tp:title-facts">
      <xsl:with-param name="record" select="$record"/>
    </xsl:call-template>
    <ul class="tools">
      <xsl:for-each select="f:downloads($record)">
        <li><a href="{?href}" type="{?type}">{?label}</a></li>
      </xsl:for-each>
      <li><a href="#about-letter">{f:l10n(fp:about($record), $fp:ui)}</a></li>
      <xsl:for-each select="fp:neighbour($record, -1)">
        <li><a rel="prev" href="{encode-for-uri(@id)}.html">{f:l10n(fp:kind($record) || '.previous', $fp:ui)}</a></li>
      </xsl:for-each>
      <xsl:for-each select="fp:neighbour($record, 1)">
        <li><a rel="next" href="{encode-for-uri(@id)}.html">{f:l10n(fp:kind($record) || '.next', $fp:ui)}</a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="tp:title-facts" as="element()*">
    <xsl:context-item use="optional"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="sent" as="element(lp:action)?"
                  select="$record/lp:action[@type = 'sent'][1]"/>
    <xsl:if test="$sent/(lp:place | lp:date)">
      <p class="where-when">
        <bdi>{f:enumeration($sent/lp:place/string())}</bdi>
        <xsl:text>{', '[$sent/lp:place and $sent/lp:date]}</xsl:text>
        <bdi><xsl:sequence select="$sent/lp:date[1] ! f:time(.)"/></bdi>
      </p>
    </xsl:if>
    <xsl:variable name="chapter" as="element(lp:part)?" select="f:parts-around($record)[@kind = 'chapter'][last()]"/>
    <xsl:where-populated>
      <p class="within">
        <xsl:text>{f:number($record)}</xsl:text>
        <xsl:for-each select="$chapter">
          <xsl:text>{if (exists(f:number($record))) then ' · ' else ''}{f:l10n('part.of', $fp:ui)} </xsl:text>
          <a href="../{f:letter-path(@id)}">{@title}</a>
        </xsl:for-each>
      </p>
    </xsl:where-populated>
    <xsl:for-each select="$record/lp:source[1]">
      <p class="from-source">{.}</p>
    </xsl:for-each>
  </xsl:template>

  <!-- The key of what is told about a letter, or a part. -->
  <xsl:function name="fp:about" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="if ($record/self::lp:part) then 'part.about' else 'letter.about'"/>
  </xsl:function>

  <!-- A date of the metadata, with its machine's form where it is exact. -->
  <xsl:function name="f:time" as="element()">
    <xsl:param name="date" as="element(lp:date)"/>
    <xsl:choose>
      <xsl:when test="f:is-html-date($date/@when)">
        <time datetime="{$date/@when}">{$date}</time>
      </xsl:when>
      <xsl:otherwise>
        <span>{$date}</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- True of what HTML's time element takes: a real day, a month or a year. -->
  <xsl:function name="f:is-html-date" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="$when castable as xs:date and matches($when, '^\d{4}-\d\d-\d\d$')
                          or $when castable as xs:gYearMonth and matches($when, '^\d{4}-\d\d$')
                          or matches($when, '^\d{4}$') and $when ne '0000'"/>
  </xsl:function>

</xsl:stylesheet>
