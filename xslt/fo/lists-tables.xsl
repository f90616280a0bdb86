<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
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

  <!-- How wide a label is at most, in the size of its letters. -->
  <xsl:function name="fp:width" as="xs:decimal">
    <xsl:param name="label" as="xs:string"/>
    <xsl:sequence select="xs:decimal(sum(string-to-codepoints($label) ! codepoints-to-string(.)
                              ! (if (matches(., '\p{Lu}')) then 0.85 else if (matches(., '[\p{L}\p{N}]')) then 0.5 else 0.3)))"/>
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

  <xsl:template match="table" mode="mp:block" as="element()+">
    <xsl:apply-templates select="head" mode="mp:block"/>
    <xsl:variable name="fill" as="xs:integer*" select="fp:fill(.)"/>
    <xsl:variable name="columns" as="xs:integer" select="max(($fill, 1))"/>
    <fo:table table-layout="fixed" width="100%" font-size="9.25pt" line-height="12pt" text-align="start"
              border-before-style="solid" border-before-width="0.5pt"
              border-after-style="solid" border-after-width="0.5pt" start-indent="0pt" end-indent="0pt"
              space-before="{fp:lines(0.5)}" space-after="{fp:lines(0.5)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:variable name="table" as="element(table)" select="."/>
      <xsl:for-each select="1 to $columns">
        <fo:table-column column-width="{fp:column-width($table, ., $columns)}"/>
      </xsl:for-each>
      <fo:table-body start-indent="0pt" end-indent="0pt">
        <xsl:for-each select="row">
          <xsl:variable name="at" as="xs:integer" select="position()"/>
          <fo:table-row>
            <xsl:if test="@role = 'label'">
              <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
            </xsl:if>
            <xsl:apply-templates select="cell" mode="mp:block"/>
            <xsl:if test="$fill[$at] lt $columns">
              <fo:table-cell number-columns-spanned="{$columns - $fill[$at]}">
                <xsl:call-template name="tp:nothing"/>
              </fo:table-cell>
            </xsl:if>
          </fo:table-row>
        </xsl:for-each>
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

  <!--
    A column has room for its longest word, as far as all can have that; of what is left its share is
    the root of its longest cell, so that long columns don't starve short ones.
  -->
  <xsl:function name="fp:column-width" as="xs:string">
    <xsl:param name="table" as="element(table)"/>
    <xsl:param name="column" as="xs:integer"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="cells" as="xs:string*"
                  select="$table/row/cell[$column][not(@cols)] ! normalize-space(.)"/>
    <xsl:variable name="word" as="xs:integer"
                  select="max((1, $cells ! tokenize(.) ! string-length(.)))"/>
    <xsl:variable name="room" as="xs:decimal" select="min(($word * 5 + 8, $fp:measure * 0.6 div $columns))"/>
    <xsl:variable name="longest" as="xs:integer" select="max((4, $cells ! string-length(.)))"/>
    <xsl:sequence select="fp:pt($room) || ' + proportional-column-width(' || round(xs:decimal(math:sqrt(min((400, $longest)))), 2) || ')'"
                  xmlns:math="http://www.w3.org/2005/xpath-functions/math"/>
  </xsl:function>

  <xsl:template match="cell" mode="mp:block" as="element(fo:table-cell)">
    <xsl:variable name="label" as="xs:boolean" select="@role = 'label' or ../@role = 'label'"/>
    <fo:table-cell padding="1.5pt 3pt">
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
