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
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Between columns. -->
  <xsl:variable name="fp:gutter" as="xs:integer" select="3"/>

  <xsl:template match="table" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:apply-templates select="* except row" mode="mp:blocks"/>
    <!-- Each row an array of its cells' texts, a spanned column an empty one. -->
    <xsl:variable name="rows" as="array(xs:string)*" select="row ! fp:row(.)"/>
    <xsl:variable name="columns" as="xs:integer" select="max((0, $rows ! array:size(.)))"/>
    <xsl:variable name="widths" as="xs:integer*"
                  select="for $c in 1 to $columns
                          return max((0, $rows[array:size(.) ge $c] ! string-length(.($c))))"/>
    <xsl:choose>
      <!-- Cells with breaks of the source in them can't stand side by side. -->
      <xsl:when test="sum($widths) + $fp:gutter * ($columns - 1) le $measure
                      and not($diplomatic and .//(lb | pb | cb))">
        <xsl:sequence select="string-join($rows ! fp:columns(., $widths), '&#10;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="row">
          <xsl:variable name="lines" as="xs:string*"
                        select="for $c in cell return
                                fp:indent(fp:wrap(fp:cell($c), $measure - 4), if ($c is cell[1]) then 2 else 4)[. ne '']"/>
          <xsl:if test="exists($lines)">
            <xsl:sequence select="string-join($lines, '&#10;')"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:row" as="array(xs:string)">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="cells" as="xs:string*">
      <xsl:for-each select="$row/cell">
        <xsl:sequence select="fp:wrap(fp:cell(.), 100000) => string-join(' ')"/>
        <xsl:sequence select="(2 to min((50, (@cols, 1)[1] ! xs:integer(.)))) ! ''"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="array { $cells }"/>
  </xsl:function>

  <!-- A cell's text; blocks in it one after the other. -->
  <xsl:function name="fp:cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each-group select="$cell/node()" group-adjacent="fp:is-block(.)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="mp:blocks">
              <xsl:with-param name="measure" select="100000" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="fp:phrases(current-group())"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($parts, ' ')"/>
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
