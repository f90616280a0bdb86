<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words between blocks, where a sentence goes on from a block to the text behind it: no line begins
  with its comma or its full stop. A pass over the formed letter, where any has such words.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="mp:tails" on-no-match="shallow-copy"/>

  <!-- The marks that close or part what stands before them. -->
  <xsl:variable name="fp:closing-marks" as="xs:string" select="'^\s*([,;:!?)\]”’»“‘]|\.(\.\.)?)+'"/>

  <!-- ============================================================ signatures -->

  <!--
    Where the signatures of a closer are parts of a sentence ("A. B., agent for C. D.; E. F."), they
    run on in it, with no line for each.
  -->
  <xsl:function name="fp:runs-on" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/self::signed[not(*[fp:breaks(.)])]/parent::closer/signed[fp:leads-on(.)])"/>
  </xsl:function>

  <!-- Whether words lead from one signature to the next in the same line. -->
  <xsl:function name="fp:leads-on" as="xs:boolean">
    <xsl:param name="signed" as="element(signed)"/>
    <xsl:variable name="next" as="element()?"
                  select="$signed/following-sibling::*[local-name() = ('lb', 'pb', $fp:containers, $fp:paragraphs)][1]"/>
    <xsl:sequence select="exists($next/self::signed)
                          and matches(string-join($signed/following-sibling::node()[. &lt;&lt; $next][not(self::note or self::comment())]),
                                      '^\s*[,;:].*[\p{L}\p{N}]', 's')"/>
  </xsl:function>

  <!-- ================================================================= runs -->

  <!-- A formed letter, in which the runs of phrases between blocks are marked with lp:run. -->
  <xsl:function name="fp:tailed" as="document-node()">
    <xsl:param name="formed" as="document-node()"/>
    <xsl:variable name="opening" as="element()*" select="$formed//*[@lp:run][fp:opens(.)]"/>
    <xsl:variable name="closing" as="element()*" select="$formed//*[@lp:run][fp:goes-on(.)] except $opening"/>
    <xsl:variable name="whole" as="element()*" select="$opening, $closing[fp:goes-whole(.)]"/>
    <xsl:choose>
      <xsl:when test="exists(($opening, $closing))">
        <xsl:apply-templates select="$formed" mode="mp:tails">
          <xsl:with-param name="whole" tunnel="yes" select="$whole"/>
          <xsl:with-param name="cut" tunnel="yes" select="($closing except $whole) ! fp:first(.)"/>
          <xsl:with-param name="ahead" tunnel="yes" select="map:merge(
              $opening ! map:entry(generate-id(fp:receivers(following-sibling::*[1], $whole)[1]), .))"/>
          <xsl:with-param name="behind" tunnel="yes" select="map:merge(
              $closing ! map:entry(generate-id(fp:receivers(preceding-sibling::*[1], $whole)[last()]), .),
              map { 'duplicates': 'combine' })"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$formed"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Whether a sentence goes on in a run, and the block before it has a place for its marks. -->
  <xsl:function name="fp:goes-on" as="xs:boolean">
    <xsl:param name="run" as="element()"/>
    <xsl:sequence select="matches(fp:words($run), $fp:closing-marks || '(\s|$)|^\s*[–—…-]+\s*$')
                          and exists(fp:receivers($run/preceding-sibling::*[1], ()))
                          and (fp:goes-whole($run) or empty($run//(note | pb)[. &lt;&lt; fp:first($run)]))"/>
  </xsl:function>

  <!-- Whether it is no more than a bracket or quotation mark before the next block. -->
  <xsl:function name="fp:opens" as="xs:boolean">
    <xsl:param name="run" as="element()"/>
    <xsl:sequence select="matches(fp:words($run), '^\s*[(\[“„«‘‚]+\s*$')
                          and exists(fp:receivers($run/following-sibling::*[1], ()))"/>
  </xsl:function>

  <!-- Whether all of it goes to that block: marks alone, and what an opener or closer says of a name. -->
  <xsl:function name="fp:goes-whole" as="xs:boolean">
    <xsl:param name="run" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="fp:words($run)"/>
    <xsl:sequence select="not(matches($words, '[\p{L}\p{N}]'))
                          or (exists($run/(parent::opener, parent::closer, parent::postscript)) and matches($words, '^\s*[)\]”’»“‘]*[,;:]'))"/>
  </xsl:function>

  <xsl:function name="fp:first" as="text()?">
    <xsl:param name="run" as="element()"/>
    <xsl:sequence select="($run//text()[normalize-space()][not(ancestor::note)])[1]"/>
  </xsl:function>

  <!-- What holds the words of a block, but for runs that go elsewhere; of a heading, table or picture nothing does. -->
  <xsl:function name="fp:receivers" as="element()*">
    <xsl:param name="block" as="element()?"/>
    <xsl:param name="without" as="element()*"/>
    <xsl:sequence select="$block/(descendant-or-self::p | descendant-or-self::ab | descendant-or-self::salute | descendant-or-self::signed
                                  | descendant-or-self::dateline | descendant-or-self::byline | descendant-or-self::l
                                  | descendant-or-self::item | descendant-or-self::label | descendant-or-self::addrLine)
                              [not(ancestor::*[self::note or self::head or self::table or self::figure])]
                              [not(*[fp:is-block(.) or self::quote[@rend = 'block']])]
                          except $without"/>
  </xsl:function>

  <xsl:template match="p | ab | head | salute | signed | dateline | byline | l | item | label | addrLine" mode="mp:tails" as="element()?">
    <xsl:param name="whole" as="element()*" tunnel="yes"/>
    <xsl:param name="ahead" as="map(xs:string, element())" tunnel="yes"/>
    <xsl:param name="behind" as="map(xs:string, element()+)" tunnel="yes"/>
    <xsl:if test="not(. intersect $whole)">
      <xsl:copy copy-namespaces="no">
        <xsl:apply-templates select="@*, $ahead(generate-id())/node(), node()" mode="mp:tails"/>
        <xsl:for-each select="$behind(generate-id())">
          <xsl:choose>
            <xsl:when test=". intersect $whole">
              <xsl:apply-templates mode="mp:tails"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="analyze-string(fp:first(.), $fp:closing-marks)/*[1]"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="mp:tails" as="text()?">
    <xsl:param name="cut" as="text()*" tunnel="yes"/>
    <xsl:value-of select="if (. intersect $cut) then replace(., $fp:closing-marks, '') else ."/>
  </xsl:template>

</xsl:stylesheet>
