<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases: text, names, editorial signs, breaks and marks. No rule here begins a line by itself. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="text()" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="replace(., '[ \t\r\n]+', ' ')"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="mp:phrases" as="empty-sequence()"/>

  <xsl:template match="rs | date | hi | foreign | title | ref | seg | formula | add | corr | orig | reg | abbr
                       | expan"
                mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="hi[tokenize(@rend) = 'italic'][$italics] | title[$italics]" mode="mp:phrases" as="xs:string*"
                priority="1">
    <xsl:text>_</xsl:text>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>_</xsl:text>
  </xsl:template>

  <!-- Quotation marks, where the source leaves them to the encoding. -->
  <xsl:template match="q | quote" mode="mp:phrases" as="xs:string*">
    <xsl:variable name="marks" as="xs:string" select="'&quot;“”„‘’‚«»‹›'"/>
    <xsl:variable name="marked" as="xs:boolean"
                  select="matches(., '^\s*[''' || $marks || ']')
                          or matches(preceding-sibling::node()[1][self::text()], '[' || $marks || ']\s*$')"/>
    <xsl:sequence select="'“'[not($marked)]"/>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:sequence select="'”'[not($marked)]"/>
  </xsl:template>

  <!-- The reading text shows what stands in the source. -->
  <xsl:template match="choice" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates select="(sic | orig | abbr | unclear, *)[1]" mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="sic" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text> [sic]</xsl:text>
  </xsl:template>

  <xsl:template match="supplied" mode="mp:phrases" as="xs:string*">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>[?]</xsl:text>
  </xsl:template>

  <xsl:template match="del" mode="mp:phrases" as="xs:string*">
    <xsl:text>⟦</xsl:text>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="gap" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>

  <xsl:template match="space" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

  <xsl:template match="seg[@type = 'figure']" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates select="node() except figDesc, figDesc" mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="figDesc" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="' [' || normalize-space(.) || '] '"/>
  </xsl:template>

  <!-- Breaks. In prose the source's lines are no lines here. -->

  <xsl:template match="lb" mode="mp:phrases" as="xs:string">
    <xsl:variable name="holder" as="element()?"
                  select="ancestor::*[self::p or self::ab or self::item or self::note or self::cell or self::head
                                      or self::dateline or self::salute or self::signed or self::byline
                                      or self::addrLine or self::label or self::l or self::quote][1]"/>
    <xsl:sequence select="if (@break = 'no') then ''
                          else if ($holder[self::head or self::dateline or self::salute or self::signed or self::byline
                                           or self::addrLine or self::l or parent::opener or parent::closer])
                          then '&#10;' else ' '"/>
  </xsl:template>

  <!-- Points; what an encoder put into one, against the rules, is text all the same. -->
  <xsl:template match="cb | anchor | handShift | graphic" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="pb" mode="mp:phrases" as="xs:string">
    <xsl:variable name="label" as="xs:string" select="normalize-space(replace(@n, '[\[\]]', ''))"/>
    <xsl:variable name="mark" as="xs:string"
                  select="normalize-space(f:l10n('text.page', $fp:language, map { 'page': $label }))"/>
    <xsl:sequence select="$fp:mark-from || '[' || translate($mark, ' ', $fp:tie) || ']' || $fp:mark-to"/>
  </xsl:template>

  <!-- Notes stand at the end; here their marks. -->
  <xsl:template match="note" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="fp:mark(.)"/>
  </xsl:template>

  <!-- What no rule knows keeps its text. -->
  <xsl:template match="*" mode="mp:phrases" as="xs:string*" priority="-2">
    <xsl:message error-code="f:element-unknown">{local-name()}</xsl:message>
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

</xsl:stylesheet>
