<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ================================================================ lists -->

  <xsl:template mode="m:content" match="list" as="element()+">
    <xsl:apply-templates mode="m:content" select="head"/>
    <xsl:choose>
      <xsl:when test="@rend = 'gloss'">
        <dl class="list">
          <xsl:apply-templates mode="mp:attributes" select="@* except @rend"/>
          <xsl:apply-templates mode="m:content" select="* except (head | fp:within(*))"/>
        </dl>
      </xsl:when>
      <xsl:otherwise>
        <!-- Numbers that HTML can't count stand as words before their items. -->
        <xsl:variable name="counted" as="xs:boolean"
                      select="@rend = 'ordered' and not(label or item/@n[not(. castable as xs:positiveInteger)])"/>
        <xsl:element name="{if ($counted) then 'ol' else 'ul'}">
          <xsl:attribute name="class" select="string-join(('list', 'plain'[not($counted or current()[@rend = 'bulleted' and not(label)])]), ' ')"/>
          <xsl:apply-templates mode="mp:attributes" select="@* except @rend"/>
          <xsl:apply-templates mode="m:content" select="* except (head | label | fp:within(*))"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="m:content" match="list/head" priority="2" as="element()">
    <p class="subhead">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </p>
  </xsl:template>

  <!-- The page breaks of a list that stand in the label or item after them, as a list must have it. -->
  <xsl:function name="fp:within" as="element(pb)*">
    <xsl:param name="children" as="element()*"/>
    <xsl:sequence select="$children[self::pb][following-sibling::*[self::item or self::label]]"/>
  </xsl:function>

  <!-- Those of them that stand in this one. -->
  <xsl:function name="fp:breaks-before" as="element(pb)*">
    <xsl:param name="child" as="element()"/>
    <xsl:sequence select="$child/preceding-sibling::pb
        [following-sibling::*[self::item or self::label][1] is $child]"/>
  </xsl:function>

  <!-- An item with the source's own label prints that in place of the program's bullet or number. -->
  <xsl:template mode="m:content" match="item" as="element()">
    <li>
      <xsl:apply-templates mode="mp:attributes" select="@* except @n"/>
      <xsl:choose>
        <xsl:when test="../item/@n[not(. castable as xs:positiveInteger)]">
          <xsl:call-template name="t:words">
            <xsl:with-param name="text" select="string((@n, 1 + count(preceding-sibling::item))[1])"/>
          </xsl:call-template>
          <xsl:text> </xsl:text>
        </xsl:when>
        <xsl:when test="@n">
          <xsl:attribute name="value" select="xs:integer(@n)"/>
        </xsl:when>
      </xsl:choose>
      <xsl:for-each select="preceding-sibling::*[not(self::pb)][1][self::label]">
        <xsl:apply-templates mode="m:content" select="fp:breaks-before(.)"/>
        <span class="label">
          <xsl:apply-templates mode="mp:attributes" select="@*"/>
          <xsl:apply-templates mode="m:content"/>
        </span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates mode="m:content" select="fp:breaks-before(.), node()"/>
    </li>
  </xsl:template>

  <xsl:template mode="m:content" match="list[@rend = 'gloss']/label" priority="1" as="element()">
    <dt>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content" select="fp:breaks-before(.), node()"/>
    </dt>
  </xsl:template>

  <xsl:template mode="m:content" match="list[@rend = 'gloss']/item" priority="1" as="element()">
    <dd>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content" select="fp:breaks-before(.), node()"/>
    </dd>
  </xsl:template>

  <!-- What else stands in a list, in an item of its own: HTML's lists hold items alone. -->
  <xsl:template mode="m:content" priority="1" as="element()"
                match="list/pb[not(following-sibling::item or following-sibling::label)]
                       | list/lb | list/anchor | list/note">
    <xsl:element name="{if (../@rend = 'gloss') then 'dd' else 'li'}">
      <xsl:attribute name="class" select="'point'"/>
      <xsl:next-match/>
    </xsl:element>
  </xsl:template>

  <!-- =============================================================== tables -->

  <!-- A wide table scrolls in a frame of its own, which the keyboard must be able to reach. -->
  <xsl:template mode="m:content" match="table" as="element()">
    <div class="scroll" role="group" tabindex="0" aria-label="{f:l10n('table', $fp:ui)}">
      <xsl:if test="head">
        <xsl:attribute name="aria-label" select="normalize-space(head[1])"/>
      </xsl:if>
      <table>
        <xsl:apply-templates mode="mp:attributes" select="@*"/>
        <xsl:if test="head">
          <caption><xsl:apply-templates mode="m:content" select="head/node()"/></caption>
        </xsl:if>
        <xsl:variable name="labels" as="element(row)*"
                      select="row[@role = 'label']
                                 [not(preceding-sibling::row[not(@role = 'label')])]"/>
        <xsl:if test="$labels">
          <thead><xsl:apply-templates mode="m:content" select="$labels"/></thead>
        </xsl:if>
        <xsl:if test="row except $labels">
          <tbody><xsl:apply-templates mode="m:content" select="row except $labels"/></tbody>
        </xsl:if>
      </table>
      <!-- What stands neither in a row nor before one: the end of a page, a note on the whole. -->
      <xsl:apply-templates mode="m:content"
                           select="* except (head | row | pb[following-sibling::row])"/>
    </div>
  </xsl:template>

  <xsl:template mode="m:content" match="row" as="element()">
    <tr>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content" select="cell"/>
    </tr>
  </xsl:template>

  <xsl:template mode="m:content" match="cell" as="element()">
    <xsl:variable name="scope" as="xs:string?"
                  select="if (../@role = 'label') then 'col' else 'row'[current()/@role = 'label']"/>
    <xsl:element name="{if ($scope) then 'th' else 'td'}">
      <xsl:if test="$scope">
        <xsl:attribute name="scope" select="$scope"/>
      </xsl:if>
      <xsl:if test="@cols[. castable as xs:positiveInteger and xs:integer(.) gt 1]">
        <xsl:attribute name="colspan" select="@cols"/>
      </xsl:if>
      <xsl:if test="@rows[. castable as xs:positiveInteger and xs:integer(.) gt 1]">
        <xsl:attribute name="rowspan" select="@rows"/>
      </xsl:if>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <!-- A page break between two rows stands in the first cell of the row that follows. -->
      <xsl:if test="not(preceding-sibling::cell)">
        <xsl:variable name="row" as="element(row)" select=".."/>
        <xsl:apply-templates mode="m:content"
            select="$row/preceding-sibling::pb[following-sibling::row[1] is $row]
                    | $row/(* except cell)"/>
      </xsl:if>
      <xsl:apply-templates mode="m:content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
