<?xml version="1.0" encoding="UTF-8"?>
<!-- Normalisation of the blocks that have parts of their own: lists, tables, verse, figures, addresses. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:lp="urn:letterpress:model"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="list" mode="mp:block" as="element()">
    <list>
      <xsl:attribute name="rend" select="fp:list-rend(.)"/>
      <xsl:call-template name="tp:common"/>
      <xsl:for-each-group select="node()" group-adjacent="exists(self::head | self::item | self::label)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="mp:block"/>
          </xsl:when>
          <xsl:when test="fp:says-something(current-group())">
            <item lp:run="yes">
              <xsl:apply-templates select="current-group()" mode="mp:phrase"/>
            </item>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()[self::pb]" mode="mp:phrase"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </list>
  </xsl:template>

  <!-- Lists of works, persons and the like that are no register: each entry an item. -->
  <xsl:template match="*[local-name() = ('listBibl', $fp:lists)]" mode="mp:block" as="element()">
    <list>
      <xsl:call-template name="tp:common"/>
      <xsl:attribute name="rend" select="'simple'"/>
      <xsl:for-each-group select="node()" group-adjacent="if (self::*) then generate-id() else ''">
        <xsl:choose>
          <xsl:when test="self::head">
            <xsl:apply-templates select="." mode="mp:block"/>
          </xsl:when>
          <xsl:when test="self::pb">
            <xsl:apply-templates select="." mode="mp:phrase"/>
          </xsl:when>
          <xsl:when test="fp:breaks(.)">
            <item>
              <xsl:apply-templates select="." mode="mp:block"/>
            </item>
          </xsl:when>
          <xsl:when test="current-group()[normalize-space() or descendant-or-self::*[self::gap or self::ptr or self::ref or self::pb]]">
            <item>
              <xsl:if test="self::text()">
                <xsl:attribute name="lp:run" select="'yes'"/>
              </xsl:if>
              <xsl:choose>
                <xsl:when test="descendant::*[fp:breaks(.)]">
                  <xsl:call-template name="tp:blocks"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:apply-templates select="current-group()" mode="mp:phrase"/>
                </xsl:otherwise>
              </xsl:choose>
            </item>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </list>
  </xsl:template>

  <xsl:function name="fp:list-rend" as="xs:string">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="said" as="xs:string" select="lower-case($list/@rend || ' ' || $list/@type)"/>
    <xsl:sequence select="if ($list/label) then 'gloss'
                          else if (matches($said, 'bullet|unorder|disc')) then 'bulleted'
                          else if (matches($said, 'number|order|decimal|alpha|roman')
                                   or $list/item and not($list/item[empty(fp:item-number(.))])) then 'ordered'
                          else 'simple'"/>
  </xsl:function>

  <!-- The number that the source gives an item, "7", "b)" or "(iv)"; a name is none. -->
  <xsl:function name="fp:item-number" as="xs:string?">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="$item/@n/normalize-space()[matches(., '^\(?(\p{N}{1,4}\p{L}?|\p{L}|[ivxlIVXL]{1,6})[.):]?$')]"/>
  </xsl:function>

  <xsl:template match="list[fp:list-rend(.) = 'ordered']/item[exists(fp:item-number(.))]" mode="mp:block" as="element(item)" priority="1">
    <item n="{fp:item-number(.)}">
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks-or-phrases"/>
    </item>
  </xsl:template>

  <xsl:template match="item | list/label | list/head | listBibl/head | *[local-name() = $fp:lists]/head" mode="mp:block" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks-or-phrases"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="label" mode="mp:block" as="element()" priority="-0.8">
    <p type="label">
      <xsl:apply-templates mode="mp:phrase"/>
    </p>
  </xsl:template>

  <!-- An item, cell or note holds either blocks alone or phrases alone. -->
  <xsl:template name="tp:blocks-or-phrases" as="node()*">
    <xsl:choose>
      <xsl:when test="*[fp:breaks(.)]">
        <xsl:call-template name="tp:blocks"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="mp:phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Page breaks between cells or rows stand in the next cell, or at the end of the last one. -->
  <xsl:template match="table" mode="mp:block" as="element()">
    <xsl:variable name="breaks" as="element(pb)*" select="pb | row/pb"/>
    <xsl:variable name="last" as="element(cell)?" select="(row/cell)[last()]"/>
    <table>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates select="head" mode="mp:block"/>
      <xsl:for-each select="row">
        <row role="{(@role, 'data')[1]}">
          <xsl:for-each select="cell | fp:astray(.)">
            <cell>
              <xsl:copy-of select="@role, @cols[. castable as xs:positiveInteger], @rows[. castable as xs:positiveInteger]"/>
              <xsl:apply-templates select="$breaks[(following-sibling::cell, (.[parent::table] | parent::row)/following-sibling::row/cell)[1]
                                                   is current()]" mode="mp:phrase"/>
              <xsl:choose>
                <xsl:when test="self::cell">
                  <xsl:call-template name="tp:common"/>
                  <xsl:call-template name="tp:blocks-or-phrases"/>
                </xsl:when>
                <xsl:otherwise>
                  <xsl:apply-templates select="." mode="mp:phrase"/>
                </xsl:otherwise>
              </xsl:choose>
              <xsl:apply-templates select="$breaks[current() is $last][. &gt;&gt; $last]" mode="mp:phrase"/>
            </cell>
          </xsl:for-each>
        </row>
      </xsl:for-each>
      <xsl:for-each select="fp:astray(.)">
        <row role="data">
          <cell>
            <xsl:apply-templates select="." mode="mp:phrase"/>
          </cell>
        </row>
      </xsl:for-each>
    </table>
  </xsl:template>

  <!-- What a table or row should not hold, it does not lose. -->
  <xsl:function name="fp:astray" as="node()*">
    <xsl:param name="holder" as="element()"/>
    <xsl:sequence select="($holder/(* | text()) except $holder/(head | row | cell | pb))[normalize-space()]"/>
  </xsl:function>

  <xsl:template match="lg" mode="mp:block" as="element()">
    <lg>
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks"/>
    </lg>
  </xsl:template>

  <xsl:template match="figure" mode="mp:block" as="element()">
    <figure>
      <xsl:call-template name="tp:common"/>
      <xsl:copy-of select="graphic" copy-namespaces="no"/>
      <xsl:for-each select="figDesc">
        <figDesc>{f:line(.)}</figDesc>
      </xsl:for-each>
      <xsl:for-each select="(* except (graphic | figDesc)) | text()[normalize-space()]">
        <xsl:choose>
          <xsl:when test="fp:is-block(.)">
            <xsl:apply-templates select="." mode="mp:block"/>
          </xsl:when>
          <xsl:otherwise>
            <p>
              <xsl:apply-templates select="." mode="mp:phrase"/>
            </p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </figure>
  </xsl:template>

  <xsl:template match="address" mode="mp:block" as="element()">
    <address>
      <xsl:call-template name="tp:common"/>
      <xsl:for-each-group select="node()" group-adjacent="if (self::addrLine) then generate-id() else ''">
        <xsl:if test="fp:says-something(current-group()) or current-group()[self::pb]">
          <addrLine>
            <xsl:if test="not(self::addrLine)">
              <xsl:attribute name="lp:run" select="'yes'"/>
            </xsl:if>
            <xsl:apply-templates select="if (self::addrLine) then node() else current-group()" mode="mp:phrase"/>
          </addrLine>
        </xsl:if>
      </xsl:for-each-group>
    </address>
  </xsl:template>

</xsl:stylesheet>
