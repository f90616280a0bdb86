<?xml version="1.0" encoding="UTF-8"?>
<!-- The file: header, text, notes. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="fp:letter" match="lp:letter" use="@id"/>

  <!-- The language of the program's words. -->
  <xsl:variable name="fp:language" as="xs:string" select="string(($corpus/lp:corpus/lp:edition/@lang, 'en')[1])"/>

  <xsl:template match="document-node()" mode="m:letter" as="xs:string">
    <xsl:apply-templates select="lp:letter" mode="m:letter"/>
  </xsl:template>

  <xsl:template match="lp:letter" mode="m:letter" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="text" mode="mp:blocks">
        <xsl:with-param name="measure" select="$width" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="file" as="xs:string"
                  select="string-join((fp:header(key('fp:letter', @id, $corpus)), $blocks[. ne ''], fp:notes(.)), '&#10;&#10;')"/>
    <!-- Soft hyphens say where a line may break; here every line is broken. -->
    <xsl:sequence select="normalize-unicode(replace(translate($file, '&#xAD;', ''), ' +\n', '&#10;'), 'NFC') || '&#10;'"/>
  </xsl:template>

  <!-- Title; place and date; edition, source and licence; a line of "=". -->
  <xsl:function name="fp:header" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)?"/>
    <xsl:variable name="edition" as="element(lp:edition)?" select="$corpus/lp:corpus/lp:edition"/>
    <xsl:variable name="sent" as="element(lp:action)?" select="$letter/lp:action[@type = 'sent'][1]"/>
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="string($letter/@title)"/>
      <xsl:sequence select="string-join($sent/(lp:place, lp:date) ! string(), ', ')"/>
      <xsl:sequence select="fp:labelled('text.edition', $edition/@title)"/>
      <xsl:sequence select="$letter/lp:source ! fp:labelled('text.source', .)"/>
      <xsl:sequence select="fp:labelled('text.licence', ($letter/lp:licence, $edition/@licence)[1])"/>
    </xsl:variable>
    <xsl:sequence select="string-join(($lines[. ne ''] ! fp:wrap(., $width),
                                       string-join((1 to $width) ! '=')), '&#10;')"/>
  </xsl:function>

  <xsl:function name="fp:labelled" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(string($value))"/>
    <xsl:if test="$text ne ''">
      <xsl:sequence select="f:l10n($key, $fp:language, map { 'text': $text })"/>
    </xsl:if>
  </xsl:function>

  <!-- The notes' heading and each note with its mark, in the order of their ids. -->
  <xsl:function name="fp:notes" as="xs:string*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="notes" as="element(note)*"
                  select="sort($letter//note, (), function($n) { fp:number($n) })"/>
    <xsl:if test="exists($notes)">
      <xsl:variable name="heading" as="xs:string" select="f:l10n('text.notes', $fp:language)"/>
      <xsl:sequence select="$heading || '&#10;' || replace($heading, '.', '-')"/>
      <xsl:for-each select="$notes">
        <xsl:variable name="blocks" as="xs:string*">
          <xsl:call-template name="tp:blocks-or-phrases">
            <xsl:with-param name="measure" select="$width - 4" tunnel="yes"/>
          </xsl:call-template>
        </xsl:variable>
        <!-- The mark, then the first line on the same line where it fits into the indent. -->
        <xsl:variable name="mark" as="xs:string" select="fp:mark(.)"/>
        <xsl:variable name="indented" as="xs:string*" select="fp:indent-blocks($blocks, 4)"/>
        <xsl:sequence select="if (empty($blocks)) then $mark
                              else if (string-length($mark) lt 4)
                              then (fp:pad($mark, 4) || substring(head($indented), 5), tail($indented))
                              else ($mark || '&#10;' || head($indented), tail($indented))"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:number" as="xs:integer">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="xs:integer(replace('0' || $note/@xml:id, '\D', ''))"/>
  </xsl:function>

  <!-- A note's mark as it stands in the text. -->
  <xsl:function name="fp:mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="'[' || replace($note/@n, '[\[\]\s]', '') || ']'"/>
  </xsl:function>

</xsl:stylesheet>
