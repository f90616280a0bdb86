<?xml version="1.0" encoding="UTF-8"?>
<!-- A letter's page: title, text, what is known of the letter, the way to its neighbours. -->
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
    <xsl:variable name="record" as="element(lp:letter)?" select="f:record(@id)"/>
    <xsl:if test="empty($record)">
      <xsl:sequence select="error(xs:QName('f:no-record'),
                                  'The corpus document has no letter ' || @id)"/>
    </xsl:if>
    <xsl:variable name="main" as="node()*">
      <article class="letter">
        <xsl:call-template name="tp:title-block">
          <xsl:with-param name="record" select="$record"/>
        </xsl:call-template>
        <xsl:text>&#10;</xsl:text>
        <div class="text" data-audit="text">
          <xsl:sequence select="f:language-attributes(f:language-at(.), $fp:ui)"/>
          <xsl:apply-templates mode="m:content" select="text">
            <xsl:with-param name="root" select="'../'" tunnel="yes"/>
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
      <xsl:with-param name="scripts" select="'cite.js'"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The first words of the first paragraph, whole words to some 160 characters. -->
  <xsl:function name="fp:opening" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(
        ($letter/text/body//(p | ab))[1]//text()[not(ancestor::note)]))"/>
    <xsl:sequence select="if (string-length($words) le 160) then $words
                          else replace(substring($words, 1, 160), '\W+\w*$', '') || ' …'"/>
  </xsl:function>

  <!-- The formats beside the page, in a fixed order: label, address, media type of each. -->
  <xsl:function name="f:downloads" as="map(xs:string, xs:string)*">
    <xsl:param name="record" as="element(lp:letter)"/>
    <xsl:variable name="known" as="array(xs:string)*" select="
        ['pdf', '.pdf', 'application/pdf'], ['epub', '.epub', 'application/epub+zip'],
        ['text', '.txt', 'text/plain'], ['diplomatic', '.diplomatic.txt', 'text/plain'],
        ['markdown', '.md', 'text/markdown'],
        ['tei', '.xml', 'application/tei+xml'],
        ['standoff', '.standoff.xml', 'application/tei+xml']"/>
    <xsl:sequence select="$known[?1 = $formats] ! map {
        'label': f:l10n('format.' || ?1, $fp:ui),
        'href': encode-for-uri($record/@id) || ?2,
        'type': ?3 }"/>
  </xsl:function>

  <!-- Who wrote to whom, where and when, whence the text comes; and the other formats. -->
  <xsl:template name="tp:title-block" as="element(Q{}header)">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element(lp:letter)"/>
    <header class="title-block">
      <xsl:call-template name="tp:title-lines">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
      <ul class="tools">
        <xsl:for-each select="f:downloads($record)">
          <li><a href="{?href}" type="{?type}">{?label}</a></li>
        </xsl:for-each>
        <li><a href="#about-letter">{f:l10n('letter.about', $fp:ui)}</a></li>
      </ul>
    </header>
  </xsl:template>

  <xsl:template name="tp:title-lines" as="element()+">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element(lp:letter)"/>
    <xsl:variable name="sent" as="element(lp:action)?"
                  select="$record/lp:action[@type = 'sent'][1]"/>
    <h1>{f:correspondents($record)}</h1>
    <xsl:if test="$sent/(lp:place | lp:date)">
      <p class="where-when">
        <bdi>{f:enumeration($sent/lp:place/string())}</bdi>
        <xsl:text>{', '[$sent/lp:place and $sent/lp:date]}</xsl:text>
        <bdi><xsl:sequence select="$sent/lp:date[1] ! f:time(.)"/></bdi>
      </p>
    </xsl:if>
    <xsl:for-each select="$record/lp:source[1]">
      <p class="from-source">{.}</p>
    </xsl:for-each>
  </xsl:template>

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

  <!-- The letters before and after in the edition. -->
  <xsl:template name="tp:neighbours" as="element(Q{}nav)?">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element(lp:letter)"/>
    <xsl:variable name="previous" as="element(lp:letter)?"
                  select="$record/preceding-sibling::lp:letter[1]"/>
    <xsl:variable name="next" as="element(lp:letter)?"
                  select="$record/following-sibling::lp:letter[1]"/>
    <xsl:if test="$previous or $next">
      <nav class="neighbours" aria-label="{f:l10n('letter.neighbours', $fp:ui)}">
        <xsl:for-each select="$previous">
          <a rel="prev" href="{encode-for-uri(@id)}.html">
            <span class="label">{f:l10n('letter.previous', $fp:ui)}</span>
            <xsl:text> {f:short-title(.)}</xsl:text>
          </a>
        </xsl:for-each>
        <xsl:for-each select="$next">
          <a rel="next" href="{encode-for-uri(@id)}.html">
            <span class="label">{f:l10n('letter.next', $fp:ui)}</span>
            <xsl:text> {f:short-title(.)}</xsl:text>
          </a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
