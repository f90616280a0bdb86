<?xml version="1.0" encoding="UTF-8"?>
<!--
  The measures of the book: page, margins, sizes. All in points; every distance down the page is a
  multiple of half the leading, so that lines on facing pages stand level.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    Width and height of the trimmed page, inner and outer margin, top margin, lines of text. The
    measure that is left holds some 64 characters; the outer margin holds the source's pages.
  -->
  <xsl:variable name="fp:trims" as="map(xs:string, map(xs:string, xs:decimal))"
                select="map {
                  'royal': map { 'width': 432, 'height': 648, 'inner': 60, 'outer': 78, 'top': 67.5, 'lines': 37 },
                  'demy': map { 'width': 391.2, 'height': 612.3, 'inner': 45, 'outer': 64, 'top': 62, 'lines': 35 },
                  'a5': map { 'width': 419.5, 'height': 595.3, 'inner': 56, 'outer': 74, 'top': 60, 'lines': 34 } }"/>

  <xsl:variable name="fp:trim" as="map(xs:string, xs:decimal)">
    <xsl:sequence select="if (map:contains($fp:trims, $trim)) then fp:filled($fp:trims($trim))
        else if (matches($trim, $fp:size)) then fp:free-trim($trim)
        else fp:no-trim()"/>
  </xsl:variable>

  <xsl:function name="fp:no-trim" as="map(*)">
    <xsl:sequence select="error(xs:QName('f:no-trim'),
        'There is no page &quot;' || $trim || '&quot;; the parameter trim is one of '
        || string-join(sort(map:keys($fp:trims)), ', ')
        || ', or width and height from 90 x 140 to 500 mm, such as 155x230mm or 6x9in')"/>
  </xsl:function>

  <!-- Fails where the parameters name no page: called once for a layer over fo.xsl. -->
  <xsl:template name="t:page-is-known" as="xs:boolean">
    <xsl:sequence select="$fp:trim('width') gt 0"/>
  </xsl:template>

  <!-- The tables count lines of 14 points. -->
  <xsl:function name="fp:filled" as="map(xs:string, xs:decimal)">
    <xsl:param name="page" as="map(xs:string, xs:decimal)"/>
    <xsl:sequence select="map:put($page, 'lines', xs:decimal(floor($page('lines') * 14 div $fp:leading)))"/>
  </xsl:function>

  <!-- Millimetres in points. -->
  <xsl:function name="fp:mm" as="xs:decimal">
    <xsl:param name="length" as="xs:decimal"/>
    <xsl:sequence select="$length * 72 div 25.4"/>
  </xsl:function>

  <!-- Width and height of a page without a name. -->
  <xsl:variable name="fp:size" as="xs:string" select="'^([0-9]+(?:\.[0-9]+)?)x([0-9]+(?:\.[0-9]+)?)(mm|in)$'"/>

  <!--
    Margins for a page of any size: wide as in royal, as long as the measure keeps its characters;
    what a broader page has beyond that goes into the margins.
  -->
  <xsl:function name="fp:free-trim" as="map(xs:string, xs:decimal)">
    <xsl:param name="size" as="xs:string"/>
    <xsl:variable name="unit" as="xs:decimal" select="if (ends-with($size, 'in')) then 72 else 72 div 25.4"/>
    <xsl:variable name="width" as="xs:decimal" select="xs:decimal(replace($size, $fp:size, '$1')) * $unit"/>
    <xsl:variable name="height" as="xs:decimal" select="xs:decimal(replace($size, $fp:size, '$2')) * $unit"/>
    <xsl:variable name="measure" as="xs:decimal" select="min(($width * 0.69, 320))"/>
    <xsl:variable name="inner" as="xs:decimal" select="($width - $measure) * 0.435"/>
    <xsl:variable name="top" as="xs:decimal" select="max(($height * 0.1, 52))"/>
    <xsl:sequence select="
        if ($width lt fp:mm(90) or $height lt fp:mm(140) or max(($width, $height)) gt fp:mm(500)) then fp:no-trim()
        else map {
          'width': $width, 'height': $height, 'inner': $inner, 'outer': $width - $measure - $inner, 'top': $top,
          'lines': xs:decimal(floor(($height * 0.91 - $top) div $fp:leading)) }"/>
  </xsl:function>

  <xsl:variable name="fp:measure" as="xs:decimal"
                select="$fp:trim('width') - $fp:trim('inner') - $fp:trim('outer')"/>

  <xsl:variable name="fp:leading" as="xs:decimal" select="$leading"/>
  <xsl:variable name="fp:indent" as="xs:decimal" select="14"/>

  <xsl:variable name="fp:bottom" as="xs:decimal"
                select="$fp:trim('height') - $fp:trim('top') - $fp:trim('lines') * $fp:leading"/>

  <!-- A distance of so many lines. -->
  <xsl:function name="fp:lines" as="xs:string">
    <xsl:param name="lines" as="xs:decimal"/>
    <xsl:sequence select="fp:pt($lines * $fp:leading)"/>
  </xsl:function>

  <xsl:function name="fp:pt" as="xs:string">
    <xsl:param name="points" as="xs:decimal"/>
    <xsl:sequence select="round($points, 3) || 'pt'"/>
  </xsl:function>

  <!--
    How far a space between words may shrink and stretch. A little more than a typesetter's third and
    half: it saves every third hyphen.
  -->
  <xsl:attribute-set name="fp:spaces">
    <xsl:attribute name="word-spacing.minimum" select="'-0.08em'"/>
    <xsl:attribute name="word-spacing.optimum" select="'0em'"/>
    <xsl:attribute name="word-spacing.maximum" select="'0.185em'"/>
  </xsl:attribute-set>

  <!-- Running text. -->
  <xsl:attribute-set name="fp:text" use-attribute-sets="fp:spaces">
    <xsl:attribute name="font-family" select="$font-family"/>
    <xsl:attribute name="font-selection-strategy"
                   select="if (contains($font-family, ',')) then 'character-by-character' else 'auto'"/>
    <xsl:attribute name="font-size" select="fp:pt($font-size)"/>
    <xsl:attribute name="line-height" select="fp:pt($fp:leading)"/>
    <!-- Raised and lowered signs move no line off the grid. -->
    <xsl:attribute name="line-stacking-strategy" select="'font-height'"/>
    <xsl:attribute name="text-align" select="'justify'"/>
    <xsl:attribute name="hyphenate" select="'true'"/>
    <xsl:attribute name="hyphenation-ladder-count" select="'2'"/>
    <xsl:attribute name="hyphenation-remain-character-count" select="'3'"/>
    <xsl:attribute name="hyphenation-push-character-count" select="'4'"/>
    <xsl:attribute name="orphans" select="'2'"/>
    <xsl:attribute name="widows" select="'2'"/>
    <xsl:attribute name="linefeed-treatment" select="'treat-as-space'"/>
  </xsl:attribute-set>

  <!-- Notes at the foot. -->
  <xsl:attribute-set name="fp:note-text" use-attribute-sets="fp:spaces">
    <xsl:attribute name="font-size" select="'8.75pt'"/>
    <xsl:attribute name="line-height" select="'11pt'"/>
  </xsl:attribute-set>

  <!-- Index and imprint. -->
  <xsl:attribute-set name="fp:small-text" use-attribute-sets="fp:spaces">
    <xsl:attribute name="font-size" select="'8.75pt'"/>
    <xsl:attribute name="line-height" select="'11.25pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
  </xsl:attribute-set>

  <!-- Lines that are set as they come, such as addresses and signatures. -->
  <xsl:attribute-set name="fp:ragged">
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="keep-together.within-page" select="'always'"/>
  </xsl:attribute-set>

</xsl:stylesheet>
