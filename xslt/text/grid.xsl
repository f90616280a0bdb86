<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables as grids, for plain text and Markdown alike: where a cell spans columns or rows, empty texts keep its places. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Whether the cells of a table hold phrases or paragraphs alone, so that each can be a line. -->
  <xsl:function name="fp:is-flat" as="xs:boolean">
    <xsl:param name="table" as="element(table)"/>
    <xsl:sequence select="empty($table/row/cell/*[fp:is-block(.)][not(self::p or self::ab)])"/>
  </xsl:function>

  <!-- Each row as an array of texts. $say: a cell as text. -->
  <xsl:function name="fp:grid" as="array(xs:string)*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:param name="say" as="function(element(cell)) as xs:string"/>
    <xsl:iterate select="$table/row">
      <!-- For each column, how many rows more a cell from above goes on. -->
      <xsl:param name="hanging" as="xs:integer*" select="()"/>
      <xsl:variable name="places" as="map(xs:string, item())*" select="fp:row(cell, $hanging, $say)"/>
      <xsl:sequence select="array { $places?text }"/>
      <xsl:next-iteration>
        <xsl:with-param name="hanging" select="$places?hanging"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="fp:row" as="map(xs:string, item())*">
    <xsl:param name="cells" as="element(cell)*"/>
    <xsl:param name="hanging" as="xs:integer*"/>
    <xsl:param name="say" as="function(element(cell)) as xs:string"/>
    <xsl:choose>
      <xsl:when test="head($hanging) gt 0 or exists($hanging) and empty($cells)">
        <xsl:sequence select="map { 'text': '', 'hanging': max((0, head($hanging) - 1)) }, fp:row($cells, tail($hanging), $say)"/>
      </xsl:when>
      <xsl:when test="exists($cells)">
        <xsl:variable name="cols" as="xs:integer" select="fp:span(head($cells)/@cols)"/>
        <xsl:variable name="rows" as="xs:integer" select="fp:span(head($cells)/@rows)"/>
        <xsl:sequence select="map { 'text': $say(head($cells)), 'hanging': $rows - 1 },
                              (2 to $cols) ! map { 'text': '', 'hanging': $rows - 1 },
                              fp:row(tail($cells), subsequence($hanging, $cols + 1), $say)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- How many columns or rows a cell spans; nobody prints more than fifty. -->
  <xsl:function name="fp:span" as="xs:integer">
    <xsl:param name="said" as="attribute()?"/>
    <xsl:sequence select="min((50, ($said ! xs:integer(.), 1)[1]))"/>
  </xsl:function>

</xsl:stylesheet>
