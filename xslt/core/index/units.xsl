<?xml version="1.0" encoding="UTF-8"?>
<!--
  The letters and parts of a file (docs/architecture.md, "Volumes"). Most files are one letter; a
  volume holds many, and what is left of its text are parts.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    What a file holds, in the order of the text. $stem: the file's name in the edition. Of each:
    id        the name that it wishes
    kind      letter, front, chapter or back
    source    its element
    key       generate-id() of that; "part" is the key of the part that it stands in, if any
    position  its number in the file; none where the file is one letter
    page      the page on which it begins, where the page break stands before it
  -->
  <xsl:function name="f:units" as="map(xs:string, item()*)*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="stem" as="xs:string"/>
    <xsl:variable name="root" as="element()" select="$document/(TEI | teiCorpus)"/>
    <xsl:choose>
      <xsl:when test="$root/self::TEI[not(TEI)] and empty(fp:letters($root))">
        <xsl:sequence select="map { 'id': $stem, 'kind': 'letter', 'source': $root, 'key': generate-id($root) }"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:paged($root, fp:units-of($root, $stem))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Adds position and page. One walk over all page breaks and units. -->
  <xsl:function name="fp:paged" as="map(xs:string, item()*)*">
    <xsl:param name="root" as="element()"/>
    <xsl:param name="units" as="map(xs:string, item()*)*"/>
    <xsl:variable name="by-key" as="map(xs:string, map(xs:string, item()*))"
                  select="map:merge($units ! map:entry(?key, .))"/>
    <xsl:iterate select="$root//pb[@n] | $units?source">
      <xsl:param name="page" as="attribute()?" select="()"/>
      <xsl:param name="position" as="xs:integer" select="1"/>
      <xsl:variable name="unit" as="map(xs:string, item()*)?" select="$by-key(generate-id())"/>
      <xsl:if test="exists($unit)">
        <xsl:variable name="own" as="element(pb)?" select="descendant::pb[1]"/>
        <xsl:variable name="begins" as="text()?" select="descendant::text()[normalize-space()][1]"/>
        <xsl:sequence select="map:merge(($unit, map:entry('position', $position),
                                         $page[not($own &lt;&lt; $begins)] ! map:entry('page', string(.))))"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="page" select="if (self::pb) then @n else $page"/>
        <xsl:with-param name="position" select="if (exists($unit)) then $position + 1 else $position"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The units of a TEI element or teiCorpus, with those of the TEI elements in it. -->
  <xsl:function name="fp:units-of" as="map(xs:string, item()*)*">
    <xsl:param name="tei" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="letters" as="element()*" select="fp:letters($tei)"/>
    <xsl:choose>
      <xsl:when test="$tei/self::TEI[not(TEI)] and empty($letters)">
        <xsl:if test="$tei/text and not(fp:is-register($tei))">
          <xsl:sequence select="map { 'id': $id, 'kind': 'letter', 'source': $tei, 'key': generate-id($tei) }"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="known" as="map(xs:string, xs:string)" select="
            map:merge(($letters ! map:entry(generate-id(), 'letter'),
                       $letters/ancestor::* ! map:entry(generate-id(), 'around')))"/>
        <xsl:sequence select="$tei/text ! fp:walk(., $known, $id, ())"/>
        <xsl:for-each select="$tei/(TEI | teiCorpus)">
          <xsl:sequence select="fp:units-of(., (@xml:id/string(), $id || '-' || position())[1])"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ============================================================== letters -->

  <!--
    The letters that a TEI element's text holds; none where the text is one letter. A header that
    describes a single correspondence speaks of one letter, whatever that encloses.
  -->
  <xsl:function name="fp:letters" as="element()*">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="described" as="element(correspDesc)*" select="$tei/teiHeader/profileDesc/correspDesc"/>
    <xsl:variable name="letters" as="element()*" select="$tei/text/fp:letters-in(., $described/@xml:id ! ('#' || .))"/>
    <xsl:if test="count($letters) gt 1 and count($described) ne 1">
      <xsl:sequence select="$letters"/>
    </xsl:if>
  </xsl:function>

  <!-- $described: what the header's descriptions of correspondence are called. -->
  <xsl:function name="fp:letters-in" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="described" as="xs:string*"/>
    <xsl:for-each select="$element/*[local-name() = ('group', 'text', 'front', 'body', 'back') or fp:is-division(.)]">
      <xsl:variable name="is-letter" as="xs:boolean"
                    select="@type = ('letter', 'document') or tokenize(@decls) = $described"/>
      <xsl:variable name="inner" as="element()*" select=".[not($is-letter)] ! fp:letters-in(., $described)"/>
      <xsl:sequence select="if ($is-letter or self::text[count($inner) lt 2]) then . else $inner"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="matches(local-name($element), '^div\d?$')"/>
  </xsl:function>

  <!-- ================================================================ parts -->

  <!-- The units in an element. $known: its letters and what stands around them, by key. -->
  <xsl:function name="fp:walk" as="map(xs:string, item()*)*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="known" as="map(xs:string, xs:string)"/>
    <xsl:param name="stem" as="xs:string"/>
    <xsl:param name="part" as="xs:string?"/>
    <xsl:variable name="key" as="xs:string" select="generate-id($element)"/>
    <xsl:variable name="is-letter" as="xs:boolean" select="$known($key) = 'letter'"/>
    <xsl:variable name="is-unit" as="xs:boolean"
                  select="$is-letter or fp:is-part($element, $known) and fp:owns-something($element, $known)"/>
    <xsl:if test="$is-unit">
      <xsl:sequence select="map:merge((
          map { 'id': fp:wish($element, $stem), 'source': $element, 'key': $key,
                'kind': if ($is-letter) then 'letter' else fp:part-kind($element) },
          $part ! map:entry('part', .)))"/>
    </xsl:if>
    <xsl:if test="not($is-letter)">
      <xsl:sequence select="$element/*[fp:may-hold(., $known)]
                            ! fp:walk(., $known, $stem, if ($is-unit) then $key else $part)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="fp:may-hold" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="known" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="exists($element[self::front or self::body or self::back])
                          or fp:is-part($element, $known) or map:contains($known, generate-id($element))"/>
  </xsl:function>

  <!--
    Whether an element would be a part: a text that holds letters, front and back matter, and each
    division that holds letters or stands beside them.
  -->
  <xsl:function name="fp:is-part" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="known" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
        exists($element/(self::text[parent::TEI], self::front[parent::text/parent::TEI], self::back[parent::text/parent::TEI]))
        or $element/self::text and $known(generate-id($element)) = 'around'
        or fp:is-division($element) and not($known(generate-id($element)) = 'letter')
           and (exists($element/parent::*[self::front or self::body or self::back]/parent::text/parent::TEI)
                or $known(generate-id($element/..)) = 'around')"/>
  </xsl:function>

  <!-- Whether anything stands in an element outside the letters and parts in it. -->
  <xsl:function name="fp:owns-something" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="known" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="
        exists($element/text()[normalize-space()])
        or (some $child in $element/* satisfies
              exists($child/(self::pb, self::graphic, self::gap))
              or not(f:is-register($child))
                 and not($known(generate-id($child)) = 'letter' or fp:is-part($child, $known))
                 and fp:owns-something($child, $known))"/>
  </xsl:function>

  <xsl:function name="fp:part-kind" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/ancestor-or-self::*[self::front or self::back][1]/local-name(), 'chapter')[1]"/>
  </xsl:function>

  <!-- The name of a letter or part: STEM-XMLID; that of the volume's own text is STEM. -->
  <xsl:function name="fp:wish" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="stem" as="xs:string"/>
    <xsl:sequence select="
        if ($element/self::text[parent::TEI]) then $stem
        else string-join(($stem, ($element/@xml:id, $element/@n[normalize-space()], local-name($element[self::front or self::back])[. ne ''],
                                  string-join(($element/ancestor::*[self::front or self::back][1]/local-name(),
                                               1 + count($element/preceding-sibling::*[local-name() = local-name($element)])), '-'))[1]), '-')"/>
  </xsl:function>

</xsl:stylesheet>
