<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages ask of the corpus document. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="fp:record" match="lp:letter | lp:part" use="string(@id)"/>
  <xsl:key name="fp:entry" match="lp:entry" use="string(@id)"/>

  <xsl:variable name="fp:edition" as="element(lp:edition)?" select="$corpus/lp:corpus/lp:edition"/>

  <!-- The language of the words that the edition adds. -->
  <xsl:variable name="fp:ui" as="xs:string" select="string(($fp:edition/@lang[. ne ''], 'en')[1])"/>

  <!-- The corpus document's record of a letter. -->
  <xsl:function name="fp:record" as="element()?">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="key('fp:record', string($letter/@id), $corpus)[1]"/>
  </xsl:function>

  <!-- Those who took part in an action. -->
  <xsl:function name="fp:agents" as="xs:string?">
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*"
                  select="$record/lp:action[@type = $type]/lp:agent/normalize-space()[. ne '']"/>
    <xsl:sequence select="f:enumeration($names, $fp:ui)[exists($names)]"/>
  </xsl:function>

  <!-- "Nikita S. Khrushchev to John F. Kennedy, 9 November 1961". -->
  <xsl:function name="fp:title-and-date" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="title" as="xs:string" select="fp:title($record)"/>
    <xsl:sequence select="string-join(($title, fp:written($record)[. ne ''][not(contains($title, .))]), ', ')"/>
  </xsl:function>

  <!-- Writer to addressee; the letter's own title where one of them isn't known. -->
  <xsl:function name="fp:title" as="xs:string">
    <xsl:param name="record" as="element()?"/>
    <xsl:variable name="from" as="xs:string?" select="fp:agents($record, 'sent')"/>
    <xsl:variable name="to" as="xs:string?" select="fp:agents($record, 'received')"/>
    <xsl:sequence select="if ($from and $to) then f:l10n('letter.to', $fp:ui, map { 'from': $from, 'to': $to })
        else (string($record/@title)[. ne ''], f:l10n('letter.untitled', $fp:ui))[1]"/>
  </xsl:function>

  <xsl:function name="fp:written" as="xs:string">
    <xsl:param name="record" as="element()?"/>
    <xsl:sequence select="normalize-space(($record/lp:action[@type = 'sent']/lp:date)[1])"/>
  </xsl:function>

  <!-- Place and date of writing, as far as they are known. -->
  <xsl:function name="fp:place-and-date" as="xs:string">
    <xsl:param name="record" as="element()?"/>
    <xsl:sequence select="string-join((
        ($record/lp:action[@type = 'sent']/lp:place)[1]/normalize-space()[. ne ''],
        fp:written($record)[. ne '']), ', ')"/>
  </xsl:function>

  <!--
    Lets no line begin with a dash or with points that end a sentence: a word joiner, which has neither
    width nor sign, takes the break from the space before them. An en dash without one is no such dash.
  -->
  <xsl:function name="fp:hung" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '(\s?)(—)|(\s)(–|…(\W|$))', '$1$3&#x2060;$2$4')"/>
  </xsl:function>

  <!-- Binds the two ends of a span of numbers, and "p." to the number of a page; hangs dashes. -->
  <xsl:function name="fp:bound" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="fp:hung($text) => replace('(\d–)(\d)', '$1&#x2060;$2') => replace('(\p{L}\.) (\d)', '$1&#160;$2')"/>
  </xsl:function>

  <!-- The same, and the last two words, so that none stands on a line by itself. -->
  <xsl:function name="fp:tied" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(fp:bound($text), ' (\S{1,12})$', '&#160;$1')"/>
  </xsl:function>

  <!-- An address of the web within other words. -->
  <xsl:variable name="fp:address" as="xs:string" select="'(https?://|www\.)\S+'"/>

  <!-- Lets what has slashes break behind them; an address of the web behind its other signs too. -->
  <xsl:function name="fp:breakable" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*"
                  select="analyze-string($text, $fp:address)/*
                          ! (if (local-name() eq 'match') then replace(., '([.?=&amp;_-])(\w)', '$1&#8203;$2') else string(.))"/>
    <xsl:sequence select="replace(string-join($pieces), '(\w/)(\w)', '$1&#8203;$2')"/>
  </xsl:function>

</xsl:stylesheet>
