<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables as Markdown. -->
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

  <!-- Blocks behind a sign: the first on its line, all further lines moved in. -->
  <xsl:function name="fp:behind" as="xs:string">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:param name="by" as="xs:integer"/>
    <xsl:variable name="lines" as="xs:string*" select="tokenize(string-join($blocks, '&#10;&#10;'), '\n')"/>
    <xsl:sequence select="string-join(($sign || head($lines), fp:indent(tail($lines), $by)), '&#10;')"/>
  </xsl:function>

  <!--
    Every kind of list: a label is the bold first line of its item, and what strays between items
    goes on with the one before. Two lists in a row have different bullets, or they would be one.
  -->
  <xsl:template match="list" mode="mp:blocks" as="xs:string*">
    <!-- Markdown counts by itself: numbers that don't run on are words. -->
    <xsl:variable name="counted" as="xs:boolean" select="@rend = 'ordered'"/>
    <xsl:variable name="ordered" as="xs:boolean" select="$counted and fp:run-on(item ! fp:number(.))"/>
    <xsl:variable name="gloss" as="xs:boolean" select="@rend = 'gloss'"/>
    <xsl:variable name="other" as="xs:boolean" select="count(preceding-sibling::list) mod 2 = 1"/>
    <xsl:variable name="items" as="xs:string*">
      <xsl:for-each-group select="*" group-starting-with="*[if ($gloss) then self::label else self::item]">
        <xsl:variable name="blocks" as="xs:string*">
          <xsl:for-each select="current-group()">
            <xsl:choose>
              <xsl:when test="self::item">
                <xsl:variable name="own" as="xs:string*">
                  <xsl:call-template name="tp:blocks"/>
                </xsl:variable>
                <xsl:variable name="number" as="xs:string?" select="fp:markdown(fp:number(.), true())[$counted and not($ordered)]"/>
                <xsl:sequence select="if (node()[not(self::pb)][1][fp:is-block(.)]) then ($number, $own)
                                      else (string-join(($number, head($own)), ' ')[. ne ''], tail($own))"/>
              </xsl:when>
              <xsl:when test="self::label">
                <xsl:sequence select="fp:strong(node())[. ne '']"/>
              </xsl:when>
              <xsl:otherwise>
                <xsl:apply-templates select="." mode="mp:blocks"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:variable>
        <xsl:variable name="is-item" as="xs:boolean" select="exists(self::item | self::label[$gloss])"/>
        <xsl:variable name="sign" as="xs:string"
                      select="if ($ordered) then replace(fp:number(.), '\D', '') || (if ($other) then ') ' else '. ')
                              else if ($other) then '* ' else '- '"/>
        <xsl:sequence select="if (not($is-item)) then $blocks
                              else if (exists($blocks)) then fp:behind($sign, $blocks, string-length($sign)) else ()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <!-- What stands before the first item is a block of its own. -->
    <xsl:variable name="close" as="xs:boolean"
                  select="exists(*[1][self::item or self::label[$gloss]]) and not($items ! contains(., '&#10;') = true())"/>
    <xsl:sequence select="string-join($items, if ($close) then '&#10;' else '&#10;&#10;')[. ne '']"/>
  </xsl:template>

  <!-- Whether numbers are those that come of counting on from the first. -->
  <xsl:function name="fp:run-on" as="xs:boolean">
    <xsl:param name="numbers" as="xs:string*"/>
    <xsl:sequence select="every $i in 1 to count($numbers) satisfies
                          matches($numbers[$i], '^\d{1,9}\.$')
                          and number(replace($numbers[$i], '\D', '')) = number(replace($numbers[1], '\D', '')) + $i - 1"/>
  </xsl:function>

  <!--
    A pipe table; its first row is the head, which is empty where the source has none. Where cells hold
    lists and the like, which no pipe table can, each row is an item of a list.
  -->
  <xsl:template match="table" mode="mp:blocks" as="xs:string*">
    <xsl:apply-templates select="* except row" mode="mp:blocks"/>
    <xsl:choose>
      <xsl:when test="fp:is-flat(.)">
        <xsl:variable name="rows" as="array(xs:string)*" select="fp:grid(., fp:flat#1)"/>
        <xsl:variable name="columns" as="xs:integer" select="max((0, $rows ! array:size(.)))"/>
        <xsl:if test="$columns gt 0">
          <xsl:variable name="all" as="array(xs:string)*" select="([][not(current()/row[1]/@role = 'label')], $rows)"/>
          <xsl:variable name="lines" as="xs:string*"
                        select="for $row in $all return
                                '|' || string-join(for $c in 1 to $columns return
                                                   ' ' || (if ($c le array:size($row)) then $row($c) else '') || ' |')"/>
          <xsl:sequence select="string-join((head($lines), '|' || string-join((1 to $columns) ! ' --- |'), tail($lines))
                                            ! replace(., '  +', ' '), '&#10;')"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="row">
          <xsl:variable name="blocks" as="xs:string*">
            <xsl:for-each select="cell">
              <xsl:call-template name="tp:blocks"/>
            </xsl:for-each>
          </xsl:variable>
          <xsl:sequence select="fp:behind('+ ', $blocks, 2)[exists($blocks)]"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A cell on one line: its paragraphs stand one after the other. -->
  <xsl:function name="fp:flat" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each-group select="$cell/node()" group-adjacent="generate-id(self::p | self::ab)">
        <xsl:sequence select="fp:set(if (current-grouping-key()) then node() else current-group(), false(), true())"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($parts[. ne ''], ' ')"/>
  </xsl:function>

</xsl:stylesheet>
