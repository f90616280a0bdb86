<?xml version="1.0" encoding="UTF-8"?>
<!--
  Slices of the corpus document: what one letter's edition may know of the rest. Since a letter is
  rendered with its slice alone, it need not be made again while slice and source stay the same. For
  the same reason what shows no register entry at length knows the corpus document's outline alone.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all">

  <xsl:key name="fp:record" match="lp:letter | lp:part" use="@id"/>
  <xsl:key name="fp:entry" match="lp:entry" use="@id"/>
  <xsl:key name="fp:position" match="lp:letter[@position] | lp:part" use="@file, @position" composite="yes"/>
  <xsl:key name="fp:correspondence-with" match="lp:correspondence" use="tokenize(@letters)"/>

  <!--
    A corpus document with the edition, the letter's (or part's) own record, its correspondences, its
    neighbours, the parts around it, and whatever letter, part or entry it names by id; all in the
    order of the whole. Of the others' records only what lists tell of them.
    $words: those in the normalised letter's attributes that are ids. The words about a mention are many
    and name nothing.
  -->
  <xsl:function name="f:slice" as="document-node(element(lp:corpus))" visibility="public">
    <xsl:param name="corpus" as="document-node(element(lp:corpus))"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="own" as="element()?" select="key('fp:record', $id, $corpus)[1]"/>
    <xsl:variable name="correspondences" as="element(lp:correspondence)*"
                  select="key('fp:correspondence-with', $id, $corpus)"/>
    <xsl:variable name="named" as="xs:string*" select="
        distinct-values((tokenize($words),
                         ($own//@*[not(self::attribute(before) or self::attribute(after))], $correspondences/lp:party/@ref)
                         ! tokenize(translate(., '#', ' '))))"/>
    <xsl:variable name="near" as="element()*" select="
        $own/self::lp:letter/(preceding-sibling::lp:letter[@sort or not(@position)][1],
                             following-sibling::lp:letter[@sort or not(@position)][1]),
        (-1, 1) ! key('fp:position', ($own/@file, string($own/@position + .)), $corpus),
        $correspondences/(let $ids := tokenize(@letters), $at := index-of($ids, $id)[1]
                          return ($ids[$at - 1], $ids[$at + 1])) ! key('fp:record', ., $corpus)"/>
    <xsl:document>
      <lp:corpus>
        <xsl:copy-of select="$corpus/lp:corpus/(@*, lp:edition[1])"/>
        <xsl:for-each select="$own | $near | key('fp:record', $named, $corpus) | fp:around($own)">
          <xsl:choose>
            <xsl:when test=". is $own">
              <xsl:copy-of select="."/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:copy>
                <xsl:copy-of select="@*, lp:action"/>
              </xsl:copy>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:copy-of select="$correspondences, key('fp:entry', $named, $corpus)"/>
      </lp:corpus>
    </xsl:document>
  </xsl:function>

  <!-- The parts of a volume that a letter or part stands in. -->
  <xsl:function name="fp:around" as="element(lp:part)*">
    <xsl:param name="record" as="element()?"/>
    <xsl:variable name="part" as="element(lp:part)?"
                  select="$record/@part/key('fp:record', ., root($record))[self::lp:part][1]"/>
    <xsl:sequence select="$part, $part ! fp:around(.)"/>
  </xsl:function>

  <!--
    The corpus document in outline, for what is not about register entries: of these it has what they are
    called, their kind and years, and what ties them to others; of mentions not the words about them.
  -->
  <xsl:function name="f:outline" as="document-node(element(lp:corpus))" visibility="public">
    <xsl:param name="corpus" as="document-node(element(lp:corpus))"/>
    <xsl:apply-templates mode="fp:outline" select="$corpus"/>
  </xsl:function>

  <xsl:mode name="fp:outline" on-no-match="deep-copy"/>

  <xsl:template match="/ | lp:corpus" mode="fp:outline" as="node()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="fp:outline"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="lp:letter | lp:part" mode="fp:outline" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*, node() except lp:mention"/>
      <xsl:apply-templates mode="fp:outline" select="lp:mention"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="lp:entry" mode="fp:outline" as="element(lp:entry)">
    <xsl:copy>
      <xsl:copy-of select="@*, lp:date, lp:variant, lp:fact"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="lp:mention" mode="fp:outline" as="element(lp:mention)">
    <xsl:copy>
      <xsl:copy-of select="@* except (@before, @after), node()"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
