<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: divisions, paragraphs, the parts of a letter, lists, verse, figures. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Holds blocks and sets them one under the other. -->
  <xsl:template match="text | front | body | back | div | opener | closer | postscript"
                mode="mp:blocks" as="xs:string*">
    <xsl:call-template name="tp:blocks"/>
  </xsl:template>

  <xsl:template match="quote | floatingText | q" mode="mp:blocks" as="xs:string*">
    <xsl:call-template name="tp:indented">
      <xsl:with-param name="by" select="4"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The blocks in an element, each run of phrases among them as one. -->
  <xsl:template name="tp:blocks" as="xs:string*">
    <xsl:for-each-group select="node()" group-adjacent="fp:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="mp:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="tp:paragraph">
            <xsl:with-param name="nodes" select="current-group()"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="tp:indented" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:param name="by" as="xs:integer"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="tp:blocks">
        <xsl:with-param name="measure" select="$measure - $by" tunnel="yes"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:sequence select="fp:indent-blocks($blocks, $by)"/>
  </xsl:template>

  <!-- An item, cell or note: blocks alone or phrases alone. -->
  <xsl:template name="tp:blocks-or-phrases" as="xs:string*">
    <xsl:call-template name="tp:blocks"/>
  </xsl:template>

  <!-- A break or a stray phrase where only blocks are looked for. -->
  <xsl:template match="node()" mode="mp:blocks" as="xs:string*" priority="-2">
    <xsl:call-template name="tp:paragraph">
      <xsl:with-param name="nodes" select="."/>
    </xsl:call-template>
  </xsl:template>

  <!-- Paragraphs. -->

  <!-- Phrases → one block of lines; none where they say nothing. -->
  <xsl:template name="tp:paragraph" as="xs:string?">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:variable name="lines" as="xs:string*" select="fp:lines($nodes, $measure)"/>
    <xsl:if test="exists($lines)">
      <xsl:sequence select="string-join($lines, '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:lines" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="measure" as="xs:integer"/>
    <xsl:sequence select="fp:wrap(fp:phrases($nodes), $measure)[. ne '']"/>
  </xsl:function>

  <!-- Phrases → their text, in which looks have their signs. -->
  <xsl:function name="fp:phrases" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="phrases" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="mp:phrases"/>
    </xsl:variable>
    <xsl:sequence select="translate(string-join($phrases),
                                    $fp:italic-from || $fp:italic-to || $fp:strong-from || $fp:strong-to,
                                    if ($italics) then '__' else '')"/>
  </xsl:function>

  <xsl:template match="p | ab | salute | byline | label | item | addrLine" mode="mp:blocks" as="xs:string*">
    <xsl:call-template name="tp:paragraph"/>
  </xsl:template>

  <xsl:template match="head" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="fp:centre(fp:lines(node(), $measure), $measure) => string-join('&#10;')"/>
  </xsl:template>

  <xsl:template match="dateline" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="fp:right(fp:lines(node(), $measure), $measure) => string-join('&#10;')"/>
  </xsl:template>

  <!-- What closes a letter stands in the right half. -->
  <xsl:template match="signed | closer/salute" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="half" as="xs:integer" select="if ($diplomatic) then 0 else $measure idiv 2"/>
    <xsl:sequence select="fp:indent(fp:lines(node(), $measure - $half), $half) => string-join('&#10;')"/>
  </xsl:template>

  <xsl:template match="address" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="fp:indent(* ! fp:lines(if (self::addrLine) then node() else ., $measure - 4), 4)
                          => string-join('&#10;')"/>
  </xsl:template>

  <!-- Lists: an item's sign hangs before its text. -->

  <xsl:template match="list" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="signs" as="xs:integer" select="if (@rend = 'ordered') then max((2, item ! string-length(fp:number(.)))) + 1 else 2"/>
    <xsl:variable name="rend" as="xs:string" select="string(@rend)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each select="*">
        <xsl:choose>
          <xsl:when test="self::item and $rend = ('bulleted', 'ordered')">
            <xsl:variable name="blocks" as="xs:string*">
              <xsl:call-template name="tp:blocks-or-phrases">
                <xsl:with-param name="measure" select="$measure - 2 - $signs" tunnel="yes"/>
              </xsl:call-template>
            </xsl:variable>
            <xsl:variable name="sign" as="xs:string"
                          select="if ($rend = 'bulleted') then '-' else fp:number(.)"/>
            <xsl:sequence select="(fp:hang($sign, tokenize(string-join($blocks, '&#10;&#10;'), '\n'), $signs)
                                   => fp:indent(2)) => string-join('&#10;')"/>
          </xsl:when>
          <xsl:when test="self::item">
            <xsl:variable name="by" as="xs:integer" select="if ($rend = 'gloss') then 4 else 2"/>
            <xsl:variable name="blocks" as="xs:string*">
              <xsl:call-template name="tp:blocks-or-phrases">
                <xsl:with-param name="measure" select="$measure - $by" tunnel="yes"/>
              </xsl:call-template>
            </xsl:variable>
            <xsl:sequence select="fp:indent-blocks($blocks, $by) => string-join('&#10;&#10;')"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="mp:blocks"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($parts[. ne ''], '&#10;')"/>
  </xsl:template>

  <!-- Verse: a line a line; one that is too long goes on further in. -->

  <xsl:template match="lg" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:param name="within" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="by" as="xs:integer" select="if ($within) then 0 else 4"/>
    <xsl:for-each-group select="node()" group-adjacent="exists(self::l) or not(fp:is-block(.))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:variable name="lines" as="xs:string*" select="current-group() ! fp:verse(., $measure - $by)"/>
          <xsl:if test="exists($lines)">
            <xsl:sequence select="string-join(fp:indent($lines, $by), '&#10;')"/>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:variable name="blocks" as="xs:string*">
            <xsl:apply-templates select="current-group()" mode="mp:blocks">
              <xsl:with-param name="measure" select="$measure - $by" tunnel="yes"/>
              <xsl:with-param name="within" select="true()" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:variable>
          <xsl:sequence select="fp:indent-blocks($blocks, $by)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="l" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="string-join(fp:indent(fp:verse(., $measure - 4), 4), '&#10;')"/>
  </xsl:template>

  <xsl:function name="fp:verse" as="xs:string*">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="measure" as="xs:integer"/>
    <xsl:variable name="by" as="xs:integer" select="2 * fp:steps($node)"/>
    <xsl:variable name="lines" as="xs:string*"
                  select="fp:lines($node[not(self::l)] | $node/self::l/node(), $measure - 4 - $by)"/>
    <xsl:sequence select="fp:indent((head($lines), fp:indent(tail($lines), 4)), $by)"/>
  </xsl:function>

  <!-- Pictures: their captions, then what they show. -->

  <xsl:template match="figure" mode="mp:blocks" as="xs:string*">
    <xsl:apply-templates select="* except figDesc, figDesc" mode="mp:blocks"/>
  </xsl:template>

  <xsl:template match="figDesc" mode="mp:blocks" as="xs:string*">
    <xsl:param name="measure" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="string-join(fp:wrap('[' || normalize-space(.) || ']', $measure), '&#10;')"/>
  </xsl:template>

</xsl:stylesheet>
