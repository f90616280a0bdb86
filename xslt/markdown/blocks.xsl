<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks as Markdown: divisions, paragraphs, the parts of a letter, verse, figures. -->
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

  <!-- The blocks in an element, each run of phrases among them as one. -->
  <xsl:template name="tp:blocks" as="xs:string*">
    <xsl:for-each-group select="node()" group-adjacent="fp:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="mp:blocks"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="fp:inline(current-group())[. ne '']"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="quote | floatingText | q" mode="mp:blocks" as="xs:string*">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:call-template name="tp:blocks"/>
    </xsl:variable>
    <xsl:if test="exists($blocks)">
      <xsl:sequence select="string-join(tokenize(string-join($blocks, '&#10;&#10;'), '\n') ! replace('> ' || ., ' $', ''), '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p | ab | salute | byline | label | item | addrLine | dateline | signed" mode="mp:blocks"
                as="xs:string*">
    <xsl:sequence select="fp:inline(node())[. ne '']"/>
  </xsl:template>

  <!-- The letter's own title is the first heading; in lists and the like a heading is a bold line. -->
  <xsl:template match="head" mode="mp:blocks" as="xs:string*">
    <xsl:variable name="level" as="xs:integer" select="min((6, 1 + max((1, count(ancestor::div)))))"/>
    <xsl:sequence select="if (parent::div or parent::body or parent::front or parent::back)
                          then fp:one-line(node())[. ne ''] ! (string-join((1 to $level) ! '#') || ' ' || .)
                          else fp:strong(node())[. ne '']"/>
  </xsl:template>

  <xsl:template match="address" mode="mp:blocks" as="xs:string*">
    <xsl:sequence select="string-join(* ! fp:inline(if (self::addrLine) then node() else .)[. ne ''], '\&#10;')[. ne '']"/>
  </xsl:template>

  <!-- Verse: a stanza is a paragraph, a line of it a line; what stands in has spaces that stay. -->

  <xsl:template match="lg" mode="mp:blocks" as="xs:string*">
    <xsl:for-each-group select="node()" group-adjacent="exists(self::l) or not(fp:is-block(.))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:sequence select="string-join(current-group() ! fp:verse(.)[. ne ''], '\&#10;')[. ne '']"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="mp:blocks"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="l" mode="mp:blocks" as="xs:string*">
    <xsl:sequence select="fp:verse(.)[. ne '']"/>
  </xsl:template>

  <xsl:function name="fp:verse" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="text" as="xs:string" select="fp:inline($node[not(self::l)] | $node/self::l/node())"/>
    <xsl:sequence select="if ($text eq '') then '' else string-join((1 to fp:steps($node)) ! '&#x2003;') || $text"/>
  </xsl:function>

  <!-- Pictures: their captions, then what they show. -->

  <xsl:template match="figure" mode="mp:blocks" as="xs:string*">
    <xsl:apply-templates select="* except figDesc, figDesc" mode="mp:blocks"/>
  </xsl:template>

  <xsl:template match="figDesc" mode="mp:blocks" as="xs:string">
    <xsl:sequence select="fp:inline(.)"/>
  </xsl:template>

  <!-- A break or a stray phrase where only blocks are looked for. -->
  <xsl:template match="node()" mode="mp:blocks" as="xs:string*" priority="-2">
    <xsl:sequence select="fp:inline(.)[. ne '']"/>
  </xsl:template>

</xsl:stylesheet>
