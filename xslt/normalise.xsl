<?xml version="1.0" encoding="UTF-8"?>
<!--
  Any habit of encoding → the normalised letter (docs/architecture.md). Entry: f:normalise on the
  source of a letter or part. First, notes that stand apart from their marks are put in their places
  (core/normalise/places.xsl). Then two steps: form (one vocabulary, blocks parted from phrases:
  core/normalise/blocks.xsl, lists-tables.xsl, points.xsl, phrases.xsl; tails.xsl mends where these part a sentence), then finish (white space, new ids:
  finish.xsl, edges.xsl). A third, f:linked, leads links from one letter of a volume to another.

  No step looks beyond the source's own nodes, and no accumulator runs over its tree: a volume of
  many letters would be gone through once a letter.

  Nothing is dropped: what no rule knows becomes seg or ab of type "unknown", with its text.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:import href="core/functions.xsl"/>
  <xsl:import href="core/sides.xsl"/>
  <xsl:import href="core/normalise/places.xsl"/>
  <xsl:import href="core/normalise/blocks.xsl"/>
  <xsl:import href="core/normalise/lists-tables.xsl"/>
  <xsl:import href="core/normalise/phrases.xsl"/>
  <xsl:import href="core/normalise/tails.xsl"/>
  <xsl:import href="core/normalise/finish.xsl"/>
  <xsl:import href="core/normalise/edges.xsl"/>

  <!-- A TEI element → lp:letter. -->
  <xsl:mode name="m:normalise" on-no-match="fail"/>

  <!-- What holds prose in a header → its normalised blocks. $within: that in which its notes are counted. -->
  <xsl:mode name="m:prose" on-no-match="fail"/>

  <!-- In a context where blocks stand; where phrases stand. -->
  <xsl:mode name="mp:block" on-no-match="fail"/>
  <xsl:mode name="mp:phrase" on-no-match="fail"/>

  <!-- White space and ids, over the formed tree. -->
  <xsl:mode name="mp:finish" on-no-match="shallow-copy"
            use-accumulators="mp:paragraph-number mp:block-number mp:division-number mp:page-number mp:mention-number"/>

  <!--
    The source of a letter or part → map: 'letter', the lp:letter; of a volume's also 'anchors', its
    source's ids as the editions know them.
    $source: a TEI element, a text, a division, front or back. $without: the letters and parts in it,
    which are no part of it, and $names, their ids. $alone: whether the file is this letter alone.
  -->
  <xsl:function name="f:normalise" as="map(xs:string, item())" visibility="public">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="without" as="element()*"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="alone" as="xs:boolean"/>
    <!-- Where parts of a volume stand in it, notes stay where they are. -->
    <xsl:variable name="placed" as="element()" select="if (exists($without)) then $source else fp:placed($source)"/>
    <xsl:variable name="notes" as="element()*"
                  select="($placed/self::TEI/text, $placed except $placed/self::TEI)//*[fp:is-noted(.)] except $without//*[fp:is-noted(.)]"/>
    <xsl:variable name="others" as="map(xs:string, xs:string)"
                  select="map:merge(for $i in 1 to count($without) return map:entry(generate-id($without[$i]), $names[$i]))"/>
    <xsl:variable name="formed" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$placed" mode="m:normalise">
          <xsl:with-param name="notes" select="fp:numbers($notes)" tunnel="yes"/>
          <xsl:with-param name="hands" select="fp:hands($source)" tunnel="yes"/>
          <xsl:with-param name="strays" select="fp:strays($notes[self::note], $others)" tunnel="yes"/>
          <xsl:with-param name="others" select="$others" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="finished" as="document-node(element(lp:letter))">
      <xsl:document>
        <lp:letter id="{$id}" xml:lang="{f:lang-of($source)}">
          <xsl:apply-templates select="fp:tailed($formed)" mode="mp:finish">
            <xsl:with-param name="alone" select="$alone" tunnel="yes"/>
          </xsl:apply-templates>
        </lp:letter>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="letter" as="element(lp:letter)" select="fp:hugged($finished)/lp:letter"/>
    <xsl:sequence select="
        if ($alone) then map { 'letter': $letter }
        else map { 'letter': $letter, 'anchors': map:merge((fp:anchors($formed), $source/@xml:id ! map:entry(string(.), ''))) }"/>
  </xsl:function>

  <xsl:template match="TEI" mode="m:normalise" as="element(text)*">
    <xsl:apply-templates select="text" mode="mp:block"/>
  </xsl:template>

  <!-- A letter or part of a volume is one text, wherever it stood in the volume's. -->
  <xsl:template match="*" mode="m:normalise" as="element(text)">
    <xsl:variable name="content" as="node()*">
      <xsl:call-template name="tp:blocks"/>
    </xsl:variable>
    <text xmlns="http://www.tei-c.org/ns/1.0">
      <body>
        <xsl:call-template name="tp:common"/>
        <xsl:sequence select="for $node in $content return if ($node/(self::front, self::body, self::back)) then $node/node() else $node"/>
      </body>
    </text>
  </xsl:template>

  <xsl:template match="*" mode="m:prose" as="element()*">
    <xsl:param name="within" as="element()" select="."/>
    <xsl:variable name="formed" as="document-node()">
      <xsl:document>
        <div xmlns="http://www.tei-c.org/ns/1.0">
          <xsl:call-template name="tp:blocks">
            <xsl:with-param name="notes" select="fp:numbers($within//*[fp:is-noted(.)])" tunnel="yes"/>
            <xsl:with-param name="strays" select="fp:strays(.//note, map { })" tunnel="yes"/>
          </xsl:call-template>
        </div>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="finished" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="fp:tailed($formed)" mode="mp:finish"/>
      </xsl:document>
    </xsl:variable>
    <!-- Ids belong to letters, prose is quoted on many pages; notes alone need theirs. -->
    <xsl:apply-templates select="fp:hugged($finished)/div/*" mode="mp:without-ids"/>
  </xsl:template>

  <xsl:mode name="mp:without-ids" on-no-match="shallow-copy"/>

  <xsl:template match="@xml:id[not(parent::note)]" mode="mp:without-ids" as="empty-sequence()"/>

</xsl:stylesheet>
