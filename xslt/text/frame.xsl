<?xml version="1.0" encoding="UTF-8"?>
<!--
  What stands round a letter's text, in plain text and Markdown alike: the lines of its header, the
  lines of the volume's, the signs that occur, the notes in their order; and what a block is.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="fp:letter" match="lp:letter | lp:part" use="@id"/>

  <xsl:variable name="fp:edition" as="element(lp:edition)?" select="$corpus/lp:corpus/lp:edition"/>

  <!-- The language of the program's words. -->
  <xsl:variable name="fp:language" as="xs:string" select="string(($fp:edition/@lang, 'en')[1])"/>

  <!-- Title; place and date; edition, source, licence and signs: those that there are. -->
  <xsl:function name="fp:header-lines" as="xs:string*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="record" as="element()?" select="key('fp:letter', $letter/@id, $corpus)"/>
    <xsl:variable name="sent" as="element(lp:action)?" select="$record/lp:action[@type = 'sent'][1]"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="normalize-space($record/@title)"/>
      <xsl:sequence select="string-join($sent/(lp:place, lp:date) ! string(), ', ')"/>
      <xsl:sequence select="fp:labelled('text.edition', $fp:edition/@title)"/>
      <xsl:sequence select="$record/lp:source ! fp:labelled('text.source', .)"/>
      <xsl:sequence select="fp:labelled('text.licence', ($record/lp:licence, $fp:edition/@licence)[1])"/>
      <xsl:sequence select="fp:labelled('text.signs', string-join(fp:signs($letter), '; '))"/>
    </xsl:variable>
    <xsl:sequence select="$lines[. ne '']"/>
  </xsl:function>

  <!-- Title, subtitle, editors, licence of the edition; of a correspondence, who wrote to whom. -->
  <xsl:function name="fp:volume-lines" as="xs:string*">
    <xsl:param name="between" as="element(lp:correspondence)?"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="if ($between) then (string-join($between/lp:party, ' – '),
                                                fp:labelled('text.edition', $fp:edition/@title))
                            else $fp:edition ! (@title, @subtitle) ! string(),
                            string-join($fp:edition/lp:editor, ', '),
                            fp:labelled('text.licence', $fp:edition/@licence)"/>
    </xsl:variable>
    <xsl:sequence select="($lines ! normalize-space(.))[. ne '']"/>
  </xsl:function>

  <!-- The contents list: each letter's title. -->
  <xsl:function name="fp:contents" as="xs:string*">
    <xsl:param name="between" as="element(lp:correspondence)?"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($between/@letters)"/>
    <xsl:sequence select="f:reading-order($corpus)[empty($between) or @id = $ids] ! normalize-space(@title)"/>
  </xsl:function>

  <xsl:key name="fp:correspondence" match="lp:correspondence" use="string(@id)"/>

  <xsl:function name="fp:labelled" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(string($value))"/>
    <xsl:if test="$text ne ''">
      <xsl:sequence select="f:l10n($key, $fp:language, map { 'text': $text })"/>
    </xsl:if>
  </xsl:function>

  <!-- The editorial signs that occur in a letter, each with what it says. -->
  <xsl:function name="fp:signs" as="xs:string*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="shown" as="element()*"
                  select="$letter//*[self::supplied or self::unclear or self::sic or self::gap or self::del or self::add
                                     or self::handShift or self::cb or self::lb or self::pb or self::choice]
                                    [not(ancestor::*[self::corr or self::reg or self::expan]/parent::choice)]"/>
    <xsl:variable name="keys" as="xs:string*">
      <xsl:sequence select="'supplied'[$shown/self::supplied], 'unclear'[$shown/self::unclear], 'sic'[$shown/self::sic],
                            'gap'[$shown/self::gap], 'del'[$shown/self::del]"/>
      <xsl:if test="$diplomatic">
        <xsl:sequence select="'add'[$shown/self::add],
                              'choice'[$shown/self::choice[(orig | abbr) and (reg | expan)][not(sic)]],
                              'cb'[$shown/self::cb], 'break'[$shown[self::lb or self::pb or self::cb]/@break = 'no'],
                              'hand'[$shown/self::handShift]"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="$keys ! f:l10n('text.sign.' || ., $fp:language)"/>
  </xsl:function>

  <!-- The notes, in the order of their ids. -->
  <xsl:function name="fp:notes-in-order" as="element(note)*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="sort($letter//note, (), function($n) { xs:integer(replace('0' || $n/@xml:id, '\D', '')) })"/>
  </xsl:function>

  <!-- The number of an item in a list that counts: the source's own, else its place. -->
  <xsl:function name="fp:number" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="number" as="xs:string" select="string(($item/@n, 1 + count($item/preceding-sibling::item))[1])"/>
    <xsl:sequence select="$number || '.'[matches($number, '[\p{L}\p{N}]$')]"/>
  </xsl:function>

  <!-- Whether an element stands among blocks; a quotation may be either. -->
  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::text | self::front | self::body | self::back | self::div
                                       | self::head | self::p | self::ab | self::opener | self::closer
                                       | self::postscript | self::dateline | self::salute | self::signed
                                       | self::byline | self::address | self::addrLine | self::list
                                       | self::item | self::label | self::table | self::lg | self::l
                                       | self::quote[@rend = 'block'] | self::figure | self::figDesc[parent::figure]
                                       | self::floatingText])"/>
  </xsl:function>

</xsl:stylesheet>
