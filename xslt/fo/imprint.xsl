<?xml version="1.0" encoding="UTF-8"?>
<!-- The imprint: the edition, its editors and licence, and the signs that the pages use. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template name="tp:imprint" as="element(fo:block)">
    <xsl:context-item as="element(lp:letter)"/>
    <xsl:param name="record" as="element()?"/>
    <xsl:variable name="signs" as="xs:string" select="fp:signs(.)"/>
    <fo:block xsl:use-attribute-sets="fp:small-text" role="Sect" xml:lang="{$fp:ui}" keep-together.within-page="always"
              border-before-style="solid" border-before-width="0.4pt" padding-before="8pt">
      <xsl:variable name="lines" as="xs:string*" select="
          fp:edition-line(fp:editors($record)), fp:maker-lines($record),
          f:l10n('print.source', $fp:ui, map { 'source': string-join($record/lp:source ! replace(normalize-space(.), '\.$', ''), '; ') })
            [exists($record/lp:source)],
          fp:licence-lines(($record/lp:licence, $fp:edition/@licence)[normalize-space() ne ''][1],
                           ($record/lp:licence/@target, $fp:edition/@licence-target)[normalize-space() ne ''][1]),
          $signs[. ne '']"/>
      <xsl:for-each select="$lines[normalize-space() ne '']">
        <fo:block role="P" space-after="3pt">{fp:breakable(fp:tied(.))}</fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- The edition's editors; of an edition that names none, the letter's. -->
  <xsl:function name="fp:editors" as="element(lp:editor)*">
    <xsl:param name="record" as="element()?"/>
    <xsl:sequence select="if ($fp:edition/lp:editor) then $fp:edition/lp:editor else $record/lp:editor"/>
  </xsl:function>

  <!-- Who did what for the letter and for the edition, and who paid; nobody twice. -->
  <xsl:function name="fp:maker-lines" as="xs:string*">
    <xsl:param name="record" as="element()?"/>
    <xsl:variable name="made" as="map(*)*" select="
        ($record/lp:editor[not(normalize-space(.) = fp:editors($record)/normalize-space())],
         ($record, $fp:edition)/lp:responsible, ($record, $fp:edition)/lp:funder)
        ! map { 'what': string((@for, f:l10n('letter.' || local-name(), $fp:ui))[1]), 'who': normalize-space(.) }"/>
    <xsl:for-each-group select="$made" group-by="?what">
      <xsl:sequence select="current-grouping-key() || ': ' || string-join(distinct-values(current-group() ! ?who), ', ') || '.'"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The terms in words, and where they stand in full; once, where the words are that address or hold it. -->
  <xsl:function name="fp:licence-lines" as="xs:string*">
    <xsl:param name="words" as="item()?"/>
    <xsl:param name="target" as="item()?"/>
    <xsl:sequence select="$words ! normalize-space(.), $target[not(contains($words, .))] ! string(.)"/>
  </xsl:function>

  <!-- Title, editors, publisher, place and year on one line. -->
  <xsl:function name="fp:edition-line" as="xs:string">
    <xsl:param name="edited-by" as="element(lp:editor)*"/>
    <xsl:variable name="editors" as="xs:string" select="string-join($edited-by ! normalize-space(.), ', ')"/>
    <xsl:variable name="who" as="xs:string?" select="$editors[. ne ''] ! f:l10n('print.edited-by', $fp:ui, map { 'editors': . })"/>
    <xsl:sequence select="string-join((
        string-join(($fp:edition/@title, $fp:edition/@subtitle)[normalize-space() ne ''], ': ')[. ne ''],
        $who,
        string-join((string-join(($fp:edition/@place, $fp:edition/@publisher)[normalize-space() ne ''], ': ')[. ne ''],
                     $fp:edition/@date[normalize-space() ne ''] ! f:date(., $fp:ui)), ', ')[. ne '']), '. ') || '.'"/>
  </xsl:function>

  <!-- What the signs mean that stand in this letter. -->
  <xsl:function name="fp:signs" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="used" as="xs:string*" select="
        ('page'[$letter//pb], 'supplied'[$letter//supplied], 'sic'[$letter//sic], 'unclear'[$letter//unclear],
         'gap'[$letter//gap], 'del'[$letter//del], 'add'[$letter//add]) ! f:l10n('print.sign.' || ., $fp:ui)"/>
    <xsl:sequence select="if (empty($used)) then ''
        else f:l10n('print.signs-line', $fp:ui, map { 'signs': string-join($used, '; ') })"/>
  </xsl:function>

</xsl:stylesheet>
