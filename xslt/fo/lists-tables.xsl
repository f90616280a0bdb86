<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:math="http://www.w3.org/2005/xpath-functions/math"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ================================================================= lists -->

  <xsl:template match="list" mode="mp:block" as="element()+">
    <xsl:apply-templates select="head" mode="mp:block"/>
    <xsl:variable name="marked" as="xs:boolean" select="@rend = ('bulleted', 'ordered') and empty(label) and exists(item)"/>
    <xsl:variable name="parts" as="node()*" select="node() except head"/>
    <xsl:choose>
      <xsl:when test="empty($parts/(self::item | self::label))">
        <fo:block role="Div">
          <xsl:call-template name="tp:attributes"/>
          <xsl:call-template name="tp:blocks"/>
        </fo:block>
      </xsl:when>
      <xsl:when test="$marked">
        <fo:list-block provisional-distance-between-starts="max({fp:pt($fp:indent)}, {max(item ! fp:width(fp:item-label(.)))}em + 3pt)" provisional-label-separation="3pt"
                       start-indent="from-parent(start-indent) + {fp:pt(if (parent::item) then 0 else $fp:indent)}"
                       space-before="{fp:lines(0.5)}" space-after="{fp:lines(0.5)}">
          <xsl:call-template name="tp:attributes"/>
          <xsl:for-each select="item">
            <fo:list-item>
              <fo:list-item-label end-indent="label-end()">
                <fo:block role="NonStruct" text-align="start" hyphenate="false">
                  <xsl:text>{fp:item-label(.)}</xsl:text>
                </fo:block>
              </fo:list-item-label>
              <fo:list-item-body start-indent="body-start()">
                <xsl:call-template name="tp:content"/>
              </fo:list-item-body>
            </fo:list-item>
          </xsl:for-each>
        </fo:list-block>
      </xsl:when>
      <!-- No marks of ours: the source's own dashes or numbers, if any, are its text. -->
      <xsl:when test="empty(label)">
        <fo:block role="L" start-indent="from-parent(start-indent) + {fp:pt($fp:indent)}"
                  space-before="{fp:lines(0.5)}" space-after="{fp:lines(0.5)}">
          <xsl:call-template name="tp:attributes"/>
          <xsl:for-each select="item">
            <fo:block role="LI">
              <fo:block role="LBody">
                <xsl:call-template name="tp:content"/>
              </fo:block>
            </fo:block>
          </xsl:for-each>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <fo:block role="Div" space-before="{fp:lines(0.5)}" space-after="{fp:lines(0.5)}">
          <xsl:call-template name="tp:attributes"/>
          <xsl:apply-templates select="label | item" mode="mp:block"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A dot, or the number that the source gives, else counted. -->
  <xsl:function name="fp:item-label" as="xs:string">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="if ($item/../@rend = 'ordered')
                          then replace(string(($item/@n, count($item/preceding-sibling::item) + 1)[1]), '[\p{L}\p{N}]$', '$0.')
                          else '•'"/>
  </xsl:function>

  <!-- How wide words are at most, in the size of their letters: the broadest, capitals, other letters and figures, the rest. -->
  <xsl:function name="fp:width" as="xs:decimal">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="string-length($words) * 0.3 + string-length(replace($words, '[^\p{L}\p{N}]', '')) * 0.2
                          + string-length(replace($words, '\P{Lu}', '')) * 0.3
                          + string-length(replace($words, '[^mwMWжмшщыюЖМШЩЫЮ—…%@&amp;£]', '')) * 0.3"/>
  </xsl:function>

  <!-- A list of terms: the term on its line, what is said of it indented below. -->
  <xsl:template match="label" mode="mp:block" as="element(fo:block)">
    <fo:block role="P" keep-with-next.within-page="always" text-align="start" font-style="italic">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="item" mode="mp:block" as="element(fo:block)">
    <fo:block role="Div" start-indent="from-parent(start-indent) + {fp:pt($fp:indent)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:content"/>
    </fo:block>
  </xsl:template>

  <!-- ================================================================ tables -->

  <!-- For each row, how many columns its own cells and those that hang down from above fill. -->
  <xsl:function name="fp:fill" as="xs:integer*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:for-each select="$table/row">
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:sequence select="xs:integer(sum(cell ! fp:span(., 'cols'))
          + sum($table/row[position() lt $at]/cell[fp:row-of(.) + fp:span(., 'rows') gt $at] ! fp:span(., 'cols')))"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:row-of" as="xs:integer">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="count($cell/../preceding-sibling::row) + 1"/>
  </xsl:function>

  <!-- How many columns or rows a cell takes, no more rows than there are. -->
  <xsl:function name="fp:span" as="xs:integer">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:param name="of" as="xs:string"/>
    <xsl:variable name="said" as="xs:integer"
                  select="($cell/@*[local-name() = $of][. castable as xs:positiveInteger] ! xs:integer(.), 1)[1]"/>
    <xsl:sequence select="if ($of = 'cols') then $said else min(($said, 1 + count($cell/../following-sibling::row)))"/>
  </xsl:function>

  <!--
    The widths of a table's columns, in points, and the size of its letters. A narrow table takes the
    room that its lines want. In a broad one each column has room for its longest word, and of what
    is left a share that is the root of its longest cell, so that long columns don't starve short ones.
    Where the words alone are too broad, the letters become smaller; where they would be too small to be
    read, words are hyphenated.
  -->
  <xsl:function name="fp:columns" as="map(xs:string, xs:decimal*)">
    <xsl:param name="table" as="element(table)"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="places" as="map(xs:string, xs:integer)" select="fp:places($table)"/>
    <!-- A cell over several columns has its share in each. -->
    <xsl:variable name="cells" as="map(xs:integer, element(cell)+)">
      <xsl:map>
        <xsl:for-each-group select="$table/row/cell" group-by="$places(generate-id()) to $places(generate-id()) + fp:span(., 'cols') - 1">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:variable name="lines" as="xs:decimal*"
                  select="for $i in 1 to $columns return max((1, $cells($i) ! (fp:width(fp:in-cell(.)) div fp:span(., 'cols'))))"/>
    <xsl:variable name="words" as="xs:decimal*"
                  select="for $i in 1 to $columns return
                          max((1, $cells($i) ! (max((0, tokenize(fp:in-cell(.)) ! fp:width(.))) div fp:span(., 'cols'))))"/>
    <xsl:variable name="wanted" as="xs:decimal" select="sum($lines) * $fp:table-size + $columns * 6"/>
    <xsl:choose>
      <xsl:when test="$wanted le $fp:measure and empty($table/ancestor::cell)">
        <xsl:sequence select="map { 'size': $fp:table-size, 'padding': 3.0, 'widths': $lines ! (. * $fp:table-size + 6) }"/>
      </xsl:when>
      <xsl:when test="sum($words) * $fp:table-size + $columns * 6 le $fp:measure">
        <xsl:variable name="shares" as="xs:double*" select="$lines ! math:sqrt(min((200, .)))"/>
        <xsl:variable name="rest" as="xs:decimal" select="$fp:measure - sum($words) * $fp:table-size - $columns * 6"/>
        <xsl:sequence select="map { 'size': $fp:table-size, 'padding': 3.0, 'widths':
            for $i in 1 to $columns return
            $words[$i] * $fp:table-size + 6 + $rest * xs:decimal($shares[$i] div sum($shares)) }"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="size" as="xs:decimal" select="max(($fp:least-size, ($fp:measure - $columns * 3) div sum($words)))"/>
        <xsl:sequence select="map { 'size': min(($size, $fp:table-size)), 'padding': 1.5, 'widths':
            $words ! (3 + ($fp:measure - $columns * 3) * . div sum($words)) }"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The first column of each cell, by its generate-id(): cells that hang down from above move it to the right. -->
  <xsl:function name="fp:places" as="map(xs:string, xs:integer)">
    <xsl:param name="table" as="element(table)"/>
    <xsl:iterate select="$table/row/cell">
      <xsl:param name="places" as="map(xs:string, xs:integer)" select="map { }"/>
      <!-- "row column" of all that is taken. -->
      <xsl:param name="taken" as="map(xs:string, xs:boolean)" select="map { }"/>
      <xsl:on-completion select="$places"/>
      <xsl:variable name="row" as="xs:integer" select="fp:row-of(.)"/>
      <xsl:variable name="before" as="element(cell)?" select="preceding-sibling::cell[1]"/>
      <xsl:variable name="from" as="xs:integer"
                    select="if ($before) then $places(generate-id($before)) + fp:span($before, 'cols') else 1"/>
      <xsl:variable name="at" as="xs:integer"
                    select="($from to $from + map:size($taken))[not(map:contains($taken, $row || ' ' || .))][1]"/>
      <xsl:next-iteration>
        <xsl:with-param name="places" select="map:put($places, generate-id(), $at)"/>
        <xsl:with-param name="taken" select="map:merge(($taken,
            for $down in 1 to fp:span(., 'rows') - 1, $along in 0 to fp:span(., 'cols') - 1
            return map:entry(($row + $down) || ' ' || ($at + $along), true())))"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:variable name="fp:table-size" as="xs:decimal" select="9.25"/>
  <xsl:variable name="fp:least-size" as="xs:decimal" select="6.25"/>

  <!-- The words that stand in a cell. -->
  <xsl:function name="fp:in-cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="normalize-space(string-join($cell//text()[not(ancestor::note intersect $cell//note)]))"/>
  </xsl:function>

  <xsl:template match="table" mode="mp:block" as="element()+">
    <xsl:apply-templates select="head" mode="mp:block"/>
    <xsl:variable name="fill" as="xs:integer*" select="fp:fill(.)"/>
    <xsl:variable name="columns" as="xs:integer" select="max(($fill, 1))"/>
    <xsl:variable name="plan" as="map(xs:string, xs:decimal*)" select="fp:columns(., $columns)"/>
    <xsl:variable name="width" as="xs:decimal" select="sum($plan('widths'))"/>
    <xsl:variable name="nested" as="xs:boolean" select="exists(ancestor::cell)"/>
    <fo:table table-layout="fixed" border-collapse="separate" width="{if ($nested) then '100%' else fp:pt($width)}" font-size="{fp:pt($plan('size'))}"
              line-height="{fp:pt($plan('size') * 1.3)}" text-align="start"
              border-before-style="solid" border-before-width="0.5pt"
              border-after-style="solid" border-after-width="0.5pt"
              hyphenate="{$plan('size') le $fp:least-size}" hyphenation-remain-character-count="2" hyphenation-push-character-count="2"
              start-indent="{fp:pt(if ($nested) then 0 else max((0, ($fp:measure - $width) div 2)))}" end-indent="0pt"
              space-before="{fp:lines(0.5)}" space-after="{fp:lines(0.5)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:for-each select="$plan('widths')">
        <fo:table-column column-width="{if ($nested) then 'proportional-column-width(' || round(., 2) || ')' else round(., 1) || 'pt'}"/>
      </xsl:for-each>
      <xsl:variable name="titles" as="element(row)*"
                  select="row[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])]"/>
      <!-- The first rows come again on each page; a note can stand on one alone. -->
      <xsl:variable name="again" as="element(row)*"
                  select="$titles[empty($titles//note) and empty($titles/cell[fp:span(., 'rows') gt 1]) and current()/row[not(@role = 'label')]]"/>
      <xsl:where-populated>
        <fo:table-header start-indent="0pt" end-indent="0pt">
          <xsl:apply-templates select="$again" mode="mp:block">
            <xsl:with-param name="fill" select="$fill"/>
            <xsl:with-param name="padding" select="$plan('padding')"/>
          </xsl:apply-templates>
        </fo:table-header>
      </xsl:where-populated>
      <fo:table-body start-indent="0pt" end-indent="0pt">
        <xsl:apply-templates select="row except $again" mode="mp:block">
          <xsl:with-param name="fill" select="$fill"/>
          <xsl:with-param name="padding" select="$plan('padding')"/>
        </xsl:apply-templates>
        <xsl:if test="empty(row)">
          <fo:table-row>
            <fo:table-cell>
              <xsl:call-template name="tp:nothing"/>
            </fo:table-cell>
          </fo:table-row>
        </xsl:if>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- $fill: how many columns each row of the table fills. -->
  <xsl:template match="row" mode="mp:block" as="element(fo:table-row)">
    <xsl:param name="fill" as="xs:integer+"/>
    <xsl:param name="padding" as="xs:decimal"/>
    <xsl:variable name="free" as="xs:integer" select="max($fill) - $fill[1 + count(current()/preceding-sibling::row)]"/>
    <fo:table-row>
      <xsl:if test="@role = 'label'">
        <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
      </xsl:if>
      <xsl:apply-templates select="cell" mode="mp:block">
        <xsl:with-param name="padding" select="$padding"/>
      </xsl:apply-templates>
      <xsl:if test="$free gt 0 or max($fill) eq 0">
        <fo:table-cell number-columns-spanned="{max(($free, 1))}">
          <xsl:call-template name="tp:nothing"/>
        </fo:table-cell>
      </xsl:if>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="cell" mode="mp:block" as="element(fo:table-cell)">
    <xsl:param name="padding" as="xs:decimal"/>
    <xsl:variable name="label" as="xs:boolean" select="@role = 'label' or ../@role = 'label'"/>
    <fo:table-cell padding="1.5pt {fp:pt($padding)}">
      <xsl:if test="fp:span(., 'cols') gt 1">
        <xsl:attribute name="number-columns-spanned" select="fp:span(., 'cols')"/>
      </xsl:if>
      <xsl:if test="fp:span(., 'rows') gt 1">
        <xsl:attribute name="number-rows-spanned" select="fp:span(., 'rows')"/>
      </xsl:if>
      <xsl:if test="$label">
        <xsl:attribute name="role" select="'TH'"/>
        <xsl:attribute name="font-style" select="'italic'"/>
      </xsl:if>
      <fo:block role="Div">
        <xsl:call-template name="tp:attributes"/>
        <xsl:choose>
          <xsl:when test="some $n in node() satisfies fp:prints($n)">
            <xsl:call-template name="tp:content"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="tp:pages-before"/>
            <xsl:apply-templates select="pb" mode="mp:phrase"/>
            <xsl:call-template name="tp:nothing"/>
          </xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </fo:table-cell>
  </xsl:template>

  <!-- An empty cell has to be in the structure of the file, where only what holds something is. -->
  <xsl:template name="tp:nothing" as="element(fo:block)">
    <fo:block role="NonStruct">&#160;</fo:block>
  </xsl:template>

</xsl:stylesheet>
