<?xml version="1.0" encoding="UTF-8"?>
<!-- The way from a letter to the next: by date, and within each correspondence that it belongs to. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:tp="urn:letterpress:templates:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    The letter before (-1) or after (1) in the edition, where letters without a date come last; of a
    part, what stands there in its volume, and of a volume's letter whose date is unknown.
  -->
  <xsl:function name="fp:neighbour" as="element()?">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="step" as="xs:integer"/>
    <xsl:sequence select="
        if (fp:kind($record) eq 'part') then key('fp:position', ($record/@file, string($record/@position + $step)), $corpus)
        else if ($step eq 1) then $record/following-sibling::lp:letter[fp:kind(.) eq 'letter'][1]
        else $record/preceding-sibling::lp:letter[fp:kind(.) eq 'letter'][1]"/>
  </xsl:function>

  <!-- What messages call it whose neighbours are those in the volume ("part") or by date ("letter"). -->
  <xsl:function name="fp:kind" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="if ($record/self::lp:part or $record[@position][not(@sort[string()])]) then 'part' else 'letter'"/>
  </xsl:function>

  <!--
    The letters before and after, a row for the whole edition and one for each correspondence; none
    for a correspondence that leads to the same two letters as the edition.
  -->
  <xsl:template name="tp:neighbours" as="element(Q{}nav)?">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="by-date" as="array(xs:string?)" select="
        [ fp:neighbour($record, -1)/string(@id), fp:neighbour($record, 1)/string(@id) ]"/>
    <xsl:variable name="others" as="element(lp:correspondence)*" select="
        key('fp:correspondence-with', $record/@id, $corpus)
          [let $around := fp:around($record/@id, tokenize(@letters))
           return exists($around?*) and not(deep-equal($around, $by-date))]"/>
    <xsl:if test="exists($by-date?*)">
      <nav class="neighbours" aria-label="{f:l10n(fp:kind($record) || '.neighbours', $fp:ui)}">
        <xsl:call-template name="tp:way">
          <xsl:with-param name="label" select="f:l10n(if ($record/@sort[string()]) then 'letter.by-date' else 'letter.in-order', $fp:ui)[exists($others)]"/>
          <xsl:with-param name="around" select="$by-date"/>
          <xsl:with-param name="kind" select="fp:kind($record)"/>
        </xsl:call-template>
        <xsl:for-each select="$others">
          <xsl:call-template name="tp:way">
            <xsl:with-param name="label" select="f:l10n('letter.in-correspondence', $fp:ui, map {
                'parties': f:enumeration(lp:party/string()) })"/>
            <xsl:with-param name="around" select="fp:around($record/@id, tokenize(@letters))"/>
          </xsl:call-template>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The ids before and after one in a list. -->
  <xsl:function name="fp:around" as="array(xs:string?)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:variable name="at" as="xs:integer" select="index-of($ids, $id)[1]"/>
    <xsl:sequence select="[ $ids[$at - 1], $ids[$at + 1] ]"/>
  </xsl:function>

  <xsl:template name="tp:way" as="element(Q{}div)?">
    <xsl:context-item use="optional"/>
    <xsl:param name="label" as="xs:string?"/>
    <xsl:param name="around" as="array(xs:string?)"/>
    <xsl:param name="kind" as="xs:string" select="'letter'"/>
    <xsl:if test="exists($around?*)">
      <div class="way">
        <xsl:if test="$label">
          <p>{$label}</p>
        </xsl:if>
        <xsl:for-each select="$around?1">
          <a rel="prev" href="{encode-for-uri(.)}.html">
            <span class="label">{f:l10n($kind || '.previous', $fp:ui)}</span>
            <xsl:text> {f:short-title(f:record(.))}</xsl:text>
          </a>
        </xsl:for-each>
        <xsl:for-each select="$around?2">
          <a rel="next" href="{encode-for-uri(.)}.html">
            <span class="label">{f:l10n($kind || '.next', $fp:ui)}</span>
            <xsl:text> {f:short-title(f:record(.))}</xsl:text>
          </a>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
