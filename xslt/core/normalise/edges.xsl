<?xml version="1.0" encoding="UTF-8"?>
<!--
  White space and line breaks at the edges of a phrase go out of it: signs, underlining and links
  then begin with a word and end with one. A last pass over finished letters, where any needs it.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="mp:edges" on-no-match="shallow-copy"/>

  <xsl:function name="fp:hugged" as="document-node()">
    <xsl:param name="finished" as="document-node()"/>
    <xsl:choose>
      <xsl:when test="exists($finished//*[fp:hugs(.)][starts-with(., ' ') or ends-with(., ' ') or .//lb])">
        <xsl:apply-templates select="$finished" mode="mp:edges"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$finished"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Phrases that have signs or looks, or lead somewhere. -->
  <xsl:function name="fp:hugs" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::choice or self::sic or self::corr or self::orig or self::reg or self::abbr
                                       or self::expan or self::del or self::add or self::supplied or self::unclear
                                       or self::hi or self::title or self::rs or self::ref or self::foreign
                                       or self::q or self::quote[not(@rend = 'block')]])"/>
  </xsl:function>

  <!-- Of two phrases, one in the other, that begin or end alike the outer one lets go. -->
  <xsl:template match="*[fp:hugs(.)]" mode="mp:edges" as="node()+">
    <xsl:param name="starts" as="node()*" tunnel="yes"/>
    <xsl:param name="ends" as="node()*" tunnel="yes"/>
    <xsl:variable name="start" as="node()*" select="fp:margin(., false())"/>
    <xsl:variable name="end" as="node()*" select="fp:margin(., true())"/>
    <xsl:sequence select="fp:outside(., false(), $start, $starts)"/>
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@*, node()" mode="mp:edges">
        <xsl:with-param name="starts" select="$starts | $start" tunnel="yes"/>
        <xsl:with-param name="ends" select="$ends | $end" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
    <xsl:sequence select="fp:outside(., true(), $end, $ends)"/>
  </xsl:template>

  <xsl:template match="text()[parent::choice]" mode="mp:edges" as="empty-sequence()" priority="1"/>

  <!-- $starts, $ends: the margins of all phrases that it stands in. -->
  <xsl:template match="text()[starts-with(., ' ') or ends-with(., ' ')]" mode="mp:edges" as="text()?">
    <xsl:param name="starts" as="node()*" tunnel="yes"/>
    <xsl:param name="ends" as="node()*" tunnel="yes"/>
    <xsl:variable name="from" as="xs:string"
                  select="if ($starts intersect .) then replace(., '^ ', '') else ."/>
    <xsl:variable name="text" as="xs:string"
                  select="if ($ends intersect .) then replace($from, ' $', '') else $from"/>
    <xsl:if test="$text ne ''">
      <xsl:value-of select="$text"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lb" mode="mp:edges" as="element(lb)?">
    <xsl:param name="starts" as="node()*" tunnel="yes"/>
    <xsl:param name="ends" as="node()*" tunnel="yes"/>
    <xsl:sequence select=".[empty(($starts, $ends) intersect .)]"/>
  </xsl:template>

  <!--
    What goes out of a phrase: its line breaks, else one space, unless there is one already.
    $margin: of the phrase. $outer: of the phrases that it stands in.
  -->
  <xsl:function name="fp:outside" as="node()*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:param name="at-end" as="xs:boolean"/>
    <xsl:param name="margin" as="node()*"/>
    <xsl:param name="outer" as="node()*"/>
    <xsl:variable name="beside" as="text()?"
                  select="if ($at-end) then $phrase/following-sibling::node()[1]/self::text()
                          else $phrase/preceding-sibling::node()[1]/self::text()"/>
    <xsl:variable name="holder" as="element()?" select="fp:holder($phrase)"/>
    <xsl:choose>
      <xsl:when test="empty($margin) or $phrase/parent::choice or exists($outer intersect $margin)"/>
      <xsl:when test="exists($margin/self::lb)">
        <xsl:sequence select="$margin/self::lb"/>
      </xsl:when>
      <xsl:when test="$at-end and exists($phrase/following-sibling::node()[1]/self::note[fp:closes-up(.)])"/>
      <xsl:when test="matches($beside, if ($at-end) then '^ ' else ' $')
                      or exists($holder[fp:at-edge($phrase, ., $at-end)])"/>
      <xsl:otherwise>
        <xsl:text> </xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The leaves at a phrase's edge that go out of it: line breaks, white space, and the text that begins or ends in a space. -->
  <xsl:function name="fp:margin" as="node()*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:param name="at-end" as="xs:boolean"/>
    <xsl:variable name="leaves" as="node()*" select="fp:leaves($phrase)"/>
    <xsl:variable name="inwards" as="node()*" select="if ($at-end) then reverse($leaves) else $leaves"/>
    <xsl:variable name="stays" as="xs:integer?"
                  select="(for $i in 1 to count($inwards) return $i[not($inwards[$i][self::lb[not(@break = 'no')] or self::text()[. eq ' ']])])[1]"/>
    <xsl:variable name="last" as="node()?" select="$inwards[$stays]/self::text()[matches(., if ($at-end) then ' $' else '^ ')]"/>
    <xsl:choose>
      <xsl:when test="exists($stays)">
        <xsl:sequence select="subsequence($inwards, 1, $stays - 1), $last"/>
      </xsl:when>
      <xsl:when test="not($at-end)">
        <xsl:sequence select="$leaves"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- What is seen of a phrase, piece by piece. -->
  <xsl:function name="fp:leaves" as="node()*">
    <xsl:param name="phrase" as="element()"/>
    <xsl:for-each select="if ($phrase/self::choice) then f:source-side($phrase) else $phrase/node()">
      <xsl:choose>
        <xsl:when test="self::text() or self::note or self::gap or self::lb or self::pb or self::cb or self::handShift
                        or self::seg[@type = 'figure'] or self::ref[not(node())]">
          <xsl:sequence select="."/>
        </xsl:when>
        <xsl:when test="self::*">
          <xsl:sequence select="fp:leaves(.)"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
