<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables: in columns where they fit the measure; else each row a block and each cell a line of it,
  since cells wrapped side by side could not be read in order.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Between columns. -->
  <xsl:variable name="fp:gutter" as="xs:integer" select="3"/>

  <xsl:template match="table" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:apply-templates select="* except row" mode="mp:blocks"/>
    <xsl:variable name="rows" as="array(xs:string)*" select="if (fp:is-flat(.)) then fp:grid(., fp:cell#1) else ()"/>
    <xsl:variable name="columns" as="xs:integer" select="max((0, $rows ! array:size(.)))"/>
    <xsl:variable name="widths" as="xs:integer*"
                  select="for $c in 1 to $columns
                          return max((0, $rows[array:size(.) ge $c] ! string-length(.($c))))"/>
    <xsl:choose>
      <!-- Cells with lists, or breaks of the source, in them can't stand side by side. -->
      <xsl:when test="exists($rows) and sum($widths) + $fp:gutter * ($columns - 1) le $measure
                      and not($diplomatic and .//(lb | pb | cb))">
        <xsl:sequence select="string-join($rows ! fp:columns(., $widths), '&#10;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="row">
          <xsl:variable name="lines" as="xs:string*">
            <xsl:for-each select="cell">
              <xsl:variable name="blocks" as="xs:string*">
                <xsl:call-template name="tp:blocks">
                  <xsl:with-param name="measure" select="$measure - 4" tunnel="yes"/>
                </xsl:call-template>
              </xsl:variable>
              <xsl:sequence select="fp:indent-blocks($blocks[. ne ''], if (position() = 1) then 2 else 4)"/>
            </xsl:for-each>
          </xsl:variable>
          <xsl:if test="exists($lines)">
            <xsl:sequence select="string-join($lines, '&#10;')"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A cell on one line: its paragraphs stand one after the other. -->
  <xsl:function name="fp:cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each-group select="$cell/node()" group-adjacent="generate-id(self::p | self::ab)">
        <xsl:sequence select="fp:wrap(fp:phrases(if (current-grouping-key()) then node() else current-group()), $fp:endless)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($parts[. ne ''], ' ')"/>
  </xsl:function>

  <!-- A row's cells side by side; figures stand at the right of their column. -->
  <xsl:function name="fp:columns" as="xs:string">
    <xsl:param name="row" as="array(xs:string)"/>
    <xsl:param name="widths" as="xs:integer*"/>
    <xsl:variable name="cells" as="xs:string*"
                  select="for $c in 1 to array:size($row) return
                          let $cell := $row($c), $width := $widths[$c]
                          return if (matches($cell, '^[\d.,:/%$£ –—-]+$'))
                                 then fp:spaces($width - string-length($cell)) || $cell
                                 else fp:pad($cell, $width)"/>
    <xsl:sequence select="replace(string-join($cells, fp:spaces($fp:gutter)), ' +$', '')"/>
  </xsl:function>

</xsl:stylesheet>
