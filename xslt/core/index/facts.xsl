<?xml version="1.0" encoding="UTF-8"?>
<!-- What a register tells of an entry beside its names: when, where, by whom; and in its own words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- When an event was, or a work was published. -->
  <xsl:function name="fp:when" as="element(lp:date)?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="date" as="element()?"
                  select="($entry/self::event, $entry/(self::event | self::bibl)/date, $entry/self::biblStruct//imprint/date)
                          [exists(fp:points(.)) or self::date[normalize-space()]][1]"/>
    <xsl:sequence select="$date ! fp:dated(.)"/>
  </xsl:function>

  <!-- Who made a work, where an event was, where a place or an organisation is, what a person did. -->
  <xsl:function name="fp:facts" as="element(lp:fact)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="facts" as="element(lp:fact)*" select="
        $entry/(author | analytic/author | monogr/author) ! fp:fact(., fp:made(@role)),
        $entry/(editor | analytic/editor | monogr/editor) ! fp:fact(., (fp:made(@role)[. ne 'author'], 'editor')[1]),
        $entry/self::event/(. | location | place | listPlace/place)/(placeName | settlement | geogName)[not(@type = ('main', 'alternative-name'))] ! fp:fact(., 'place'),
        $entry/self::person/occupation ! fp:fact(., 'occupation'),
        $entry/self::place/ancestor::place[@xml:id][1] ! fp:fact(., 'within'),
        $entry[self::place or self::org]/location/(placeName | settlement | region | country) ! fp:fact(., 'within'),
        $entry[self::place[placeName] or self::org]/(settlement | region | country) ! fp:fact(., 'within')"/>
    <xsl:sequence select="fp:distinct($facts)"/>
  </xsl:function>

  <!-- Each fact once. -->
  <xsl:function name="fp:distinct" as="element(lp:fact)*">
    <xsl:param name="facts" as="element(lp:fact)*"/>
    <xsl:for-each-group select="$facts" group-by="@what || ' ' || (@ref, .)[1]">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Nothing where there is neither a name nor a reference. -->
  <xsl:function name="fp:fact" as="element(lp:fact)?">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="what" as="xs:string"/>
    <xsl:variable name="ref" as="xs:string?" select="($name/@xml:id/string(), f:refs($name), $name/*[f:refs(.)][1]/f:refs(.))[1]"/>
    <xsl:variable name="said" as="xs:string" select="f:line(($name/self::place/placeName, $name)[1])"/>
    <xsl:if test="$said or $ref">
      <lp:fact what="{$what}">
        <xsl:sequence select="fp:attribute('ref', $ref)"/>
        <xsl:text>{if ($name[self::author or self::editor]) then fp:reading-order($said) else $said}</xsl:text>
      </lp:fact>
    </xsl:if>
  </xsl:function>

  <!-- What somebody did for a work, by the word that the register has for it; who is only named wrote it. -->
  <xsl:function name="fp:made" as="xs:string">
    <xsl:param name="role" as="attribute()?"/>
    <xsl:sequence select="if (matches($role, 'trans|[uü]bersetz|trad', 'i')) then 'translator'
                          else if (matches($role, 'edit|herausgeb|hrsg', 'i')) then 'editor'
                          else if (not($role) or matches($role, 'auth?or|aut$|verfass(er|t)$|geschaffen$|geschrieben$|ver[oö]ffentlicht$', 'i')) then 'author'
                          else 'contributor'"/>
  </xsl:function>

  <!-- A description on one line, in which names lead to their entries. -->
  <xsl:function name="fp:noted" as="element(lp:note)">
    <xsl:param name="note" as="element()"/>
    <xsl:variable name="runs" as="map(xs:string, item()?)*">
      <xsl:for-each-group select="$note/descendant::node()[self::text() or self::lb]"
                          group-adjacent="(ancestor::*[ancestor::* intersect $note][exists(f:refs(.))][1] ! generate-id(), '')[1]">
        <xsl:variable name="name" as="element()?"
                      select="ancestor::*[ancestor::* intersect $note][exists(f:refs(.))][1]"/>
        <xsl:sequence select="map { 'ref': $name ! f:refs(.)[1],
                                    'said': f:spaced(string-join(current-group() ! (if (self::lb) then ' ' else .))) }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <lp:note>
      <xsl:for-each select="$runs">
        <xsl:variable name="begun" as="xs:string" select="if (position() eq 1) then replace(?said, '^ ', '') else ?said"/>
        <xsl:variable name="said" as="xs:string" select="if (position() eq last()) then replace($begun, ' $', '') else $begun"/>
        <xsl:choose>
          <xsl:when test="exists(?ref)">
            <lp:name ref="{?ref}">{$said}</lp:name>
          </xsl:when>
          <xsl:otherwise>
            <xsl:text>{$said}</xsl:text>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </lp:note>
  </xsl:function>

  <!-- An entry in the whole: whoever a fact only refers to is called as the register calls them. -->
  <xsl:mode name="fp:named" on-no-match="shallow-copy"/>

  <xsl:template mode="fp:named" match="lp:fact[@ref]" as="element(lp:fact)">
    <xsl:param name="entries" as="map(xs:string, element(lp:entry))" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:text>{($entries(@ref)/@label, .[string()], @ref)[1]}</xsl:text>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
