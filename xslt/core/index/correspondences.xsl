<?xml version="1.0" encoding="UTF-8"?>
<!-- Correspondences: the letters that two parties wrote to each other. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    One for each two who wrote to each other, in the order of their first letters. A letter to
    several belongs to several; one whose writer or addressee is unknown belongs to none.
    $letters: in the order of the edition.
  -->
  <xsl:function name="f:correspondences" as="element(lp:correspondence)*" visibility="public">
    <xsl:param name="letters" as="element(lp:letter)*"/>
    <xsl:variable name="ways" as="map(xs:string, item())*">
      <xsl:for-each select="$letters">
        <xsl:variable name="letter" as="element(lp:letter)" select="."/>
        <xsl:for-each select="lp:action[@type = 'sent']/lp:agent">
          <xsl:variable name="from" as="element(lp:agent)" select="."/>
          <xsl:for-each select="$letter/lp:action[@type = 'received']/lp:agent[f:party(.) ne f:party($from)]">
            <xsl:sequence select="map {
                'key': string-join(sort((f:party($from), f:party(.))), '--'),
                'letter': string($letter/@id), 'from': $from, 'to': . }"/>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$ways" group-by="?key">
      <lp:correspondence id="{current-grouping-key()}"
                         letters="{distinct-values(current-group() ! ?letter)}">
        <xsl:for-each select="current-group()[1] ! (?from, ?to)">
          <lp:party id="{f:party(.)}">
            <xsl:copy-of select="@ref"/>
            <xsl:text>{.}</xsl:text>
          </lp:party>
        </xsl:for-each>
      </lp:correspondence>
    </xsl:for-each-group>
  </xsl:function>

  <!-- One who writes or is written to, as a name for files: the register's id, else the name. -->
  <xsl:function name="f:party" as="xs:string" visibility="public">
    <xsl:param name="agent" as="element(lp:agent)"/>
    <xsl:sequence select="replace(($agent/@ref, lower-case(normalize-space($agent)))[1],
                                  '[^\p{L}\p{N}._]+', '-')"/>
  </xsl:function>

</xsl:stylesheet>
