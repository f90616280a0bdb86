<?xml version="1.0" encoding="UTF-8"?>
<!-- What belongs to a volume and not to one letter: its parts, and a TEI file of each letter by itself. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What the corpus document says of a part; the parameters are those of f:letter. -->
  <xsl:function name="f:part" as="element(lp:part)">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="normalised" as="element(lp:letter)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="place" as="map(xs:string, xs:anyAtomicType)"/>
    <xsl:variable name="lang" as="xs:string" select="f:lang-of($source)"/>
    <lp:part id="{$id}" file="{$path}" title="{fp:part-title($source, $normalised, $lang)}" lang="{$lang}"
             kind="{fp:part-kind($source)}">
      <xsl:sequence select="map:for-each($place, fp:attribute#2), fp:mentions($normalised, $place?page)"/>
    </lp:part>
  </xsl:function>

  <!-- Its heading; that of the volume for the volume's text; else its first words. -->
  <xsl:function name="fp:part-title" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="normalised" as="element(lp:letter)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="fp:words($normalised/text)"/>
    <xsl:sequence select="(fp:words($source/head[1]),
                           $source/self::text[parent::TEI]/../teiHeader ! fp:title(.),
                           $source/self::front ! f:l10n(if (titlePage) then 'part.title-page' else 'part.front', $lang),
                           $source/self::back ! f:l10n('part.back', $lang),
                           if (string-length($words) gt 60) then replace(substring($words, 1, 60), '\s+\S*$', '') || ' …' else $words,
                           f:l10n('part.untitled', $lang))[. ne ''][1]"/>
  </xsl:function>

  <!-- ================================================================= TEI -->

  <!--
    A letter or part of a volume as a TEI document of its own: the header of the TEI element that it
    stands in, and its text. $without: the letters and parts in it.
  -->
  <xsl:function name="f:extract" as="document-node(element(TEI))" visibility="public">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="without" as="element()*"/>
    <xsl:document>
      <xsl:choose>
        <xsl:when test="$source/self::TEI">
          <xsl:copy-of select="$source"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$source/ancestor::TEI[1]" mode="mp:extract">
            <xsl:with-param name="id" select="$id" tunnel="yes"/>
            <xsl:with-param name="source" select="$source" tunnel="yes"/>
            <xsl:with-param name="without" select="$without" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:document>
  </xsl:function>

  <xsl:mode name="mp:extract" on-no-match="shallow-copy"/>

  <xsl:template match="TEI" mode="mp:extract" as="element(TEI)">
    <xsl:param name="id" as="xs:string" tunnel="yes"/>
    <xsl:param name="source" as="element()" tunnel="yes"/>
    <xsl:variable name="matter" as="xs:string" select="fp:part-kind($source)"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="if ($source/(self::text, self::front, self::back)) then $source/node() else $source" mode="mp:extract"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="@* except @xml:id"/>
      <xsl:if test="$id castable as xs:NCName">
        <xsl:attribute name="xml:id" select="$id"/>
      </xsl:if>
      <xsl:text>&#10;  </xsl:text>
      <xsl:copy-of select="teiHeader"/>
      <xsl:text>&#10;  </xsl:text>
      <text xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:copy-of select="text/@xml:lang"/>
        <xsl:if test="$matter eq 'front'">
          <front>
            <xsl:sequence select="$content"/>
          </front>
        </xsl:if>
        <body>
          <xsl:choose>
            <xsl:when test="$matter = ('front', 'back') or empty($content/descendant-or-self::*)">
              <p/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="for $node in $content return if ($node/(self::body, self::front, self::back)) then $node/node() else $node"/>
            </xsl:otherwise>
          </xsl:choose>
        </body>
        <xsl:if test="$matter eq 'back'">
          <back>
            <xsl:sequence select="$content"/>
          </back>
        </xsl:if>
      </text>
      <xsl:text>&#10;</xsl:text>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text | front | back | *[starts-with(local-name(), 'div')]" mode="mp:extract" as="element()?">
    <xsl:param name="without" as="element()*" tunnel="yes"/>
    <xsl:if test="empty(. intersect $without)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
