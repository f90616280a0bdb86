<?xml version="1.0" encoding="UTF-8"?>
<!--
  What stands apart from its place is put there, before anything else: a note at the end of the text
  or in standOff to the mark that points to it, or to the anchor at which it points; a deletion or an addition that
  is encoded by its two ends (delSpan, addSpan) round what it holds, in each paragraph; a running head that interrupts a word
  behind it. A letter that has none of these is left as it is. The audit does the same by rules of its own
  (audit.Placement).
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:mode name="mp:place" on-no-match="shallow-copy"/>

  <xsl:function name="fp:placed" as="element()">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="apart" as="element(note)*" select="$source//note[fp:stands-apart(.)]"/>
    <!-- Each place, by its generate-id(), and the notes that belong there. -->
    <xsl:variable name="places" as="map(xs:string, element(note)+)"
                  select="if (exists($apart)) then fp:places($source, $apart) else map { }"/>
    <xsl:variable name="spans" as="element()*" select="$source//(delSpan | addSpan)[fp:span-end(.)]"/>
    <xsl:choose>
      <xsl:when test="map:size($places) gt 0 or exists($spans) or $source//fw[fp:interrupted(.)]">
        <xsl:variable name="copy" as="document-node()">
          <xsl:document>
            <xsl:apply-templates select="$source" mode="mp:place">
              <xsl:with-param name="places" select="$places" tunnel="yes"/>
              <xsl:with-param name="moved" select="map:for-each($places, function($place, $notes) { $notes }), $spans" tunnel="yes"/>
              <xsl:with-param name="spans" select="$spans" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:document>
        </xsl:variable>
        <xsl:sequence select="$copy/*"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$source"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ================================================================ notes -->

  <!-- Whether a note stands among blocks or beside the text, where no mark of its own can be. -->
  <xsl:function name="fp:stands-apart" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/parent::*[self::back or self::body or self::noteGrp or starts-with(local-name(), 'div')
                                                 or self::standOff or self::listAnnotation]
                                 [ancestor-or-self::text or ancestor-or-self::standOff])
                          and exists($note/(@xml:id, @target)) and not(f:is-running($note))"/>
  </xsl:function>

  <xsl:function name="fp:places" as="map(xs:string, element(note)+)">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="apart" as="element(note)+"/>
    <xsl:variable name="by-id" as="map(xs:string, element(note))"
                  select="map:merge($apart[@xml:id] ! map:entry('#' || @xml:id, .), map { 'duplicates': 'use-first' })"/>
    <!-- The first mark that points to a note is its place; a later one leads there. -->
    <xsl:variable name="marks" as="map(xs:string, element())"
                  select="map:merge($source//(ref | ptr)[map:contains($by-id, string(@target))][fp:is-seen(.)]
                                            [fp:is-mark(., $by-id(@target))]
                                    ! map:entry(string(@target), .),
                                    map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="aims" as="xs:string*" select="$apart/fp:aim(.)"/>
    <xsl:variable name="anchors" as="map(xs:string, element())"
                  select="if (empty($aims)) then map { }
                          else map:merge($source//*[@xml:id = $aims][fp:is-seen(.)][fp:takes-notes(.)] ! map:entry(string(@xml:id), .),
                                         map { 'duplicates': 'use-first' })"/>
    <xsl:map>
      <xsl:for-each-group select="$apart[fp:place(., $marks, $anchors)]"
                          group-by="generate-id(fp:place(., $marks, $anchors))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="fp:place" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="marks" as="map(xs:string, element())"/>
    <xsl:param name="anchors" as="map(xs:string, element())"/>
    <xsl:sequence select="($marks(string($note/@xml:id ! ('#' || .))), fp:aim($note) ! $anchors(.))[1]"/>
  </xsl:function>

  <!-- The id of what a note is on; of a passage from one point to another, the end. -->
  <xsl:function name="fp:aim" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="($note/@targetEnd, $note/@target)[1] ! tokenize(.)[last()][starts-with(., '#')] ! substring(., 2)"/>
  </xsl:function>

  <!-- Whether a reference is no more than a note's mark. -->
  <xsl:function name="fp:is-mark" as="xs:boolean">
    <xsl:param name="ref" as="element()"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="words" as="xs:string" select="fp:mark-alone($ref)"/>
    <xsl:variable name="mark" as="xs:string" select="fp:mark-alone($note/@n)"/>
    <xsl:sequence select="$words eq '' or (if ($mark ne '') then $words eq $mark
                                           else matches($words, '^(\d{1,4}|[a-z]|[*†‡§¶]+)$'))"/>
  </xsl:function>

  <xsl:function name="fp:mark-alone" as="xs:string">
    <xsl:param name="said" as="node()?"/>
    <xsl:sequence select="replace(string($said), '[\[\]().\s]', '')"/>
  </xsl:function>

  <!-- Whether an element stands in the text and every edition shows it there. -->
  <xsl:function name="fp:is-seen" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::text)
                          and empty($element/ancestor::*[self::note or self::choice or self::gap or self::space or self::figDesc
                                                         or self::formula or f:is-register(.)])"/>
  </xsl:function>

  <!-- Elements that have their notes in them, at the end; others have them behind. -->
  <xsl:variable name="fp:noted-within" as="xs:string+"
                select="'p', 'ab', 'head', 'salute', 'signed', 'dateline', 'l', 'item', 'cell'"/>

  <!-- Whether a note can stand in or after an element: a point, a phrase, a paragraph. -->
  <xsl:function name="fp:takes-notes" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::anchor[not(parent::app or parent::subst)])
                          or local-name($element) = $fp:noted-within
                          or local-name($element) = ('seg', 'hi', 'persName', 'placeName', 'orgName', 'name', 'rs', 'term',
                                                          'title', 'date', 'foreign', 'q', 'quote', 'w')"/>
  </xsl:function>

  <xsl:template match="note | delSpan | addSpan" mode="mp:place" as="element()?">
    <xsl:param name="moved" as="element()*" tunnel="yes"/>
    <xsl:if test="not(. intersect $moved)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="mp:place" as="node()*">
    <xsl:param name="places" as="map(xs:string, element(note)+)" tunnel="yes"/>
    <xsl:variable name="notes" as="element(note)*" select="$places(generate-id())"/>
    <xsl:variable name="inside" as="xs:boolean" select="local-name() = $fp:noted-within"/>
    <xsl:if test="empty($notes) or not(self::ref or self::ptr)">
      <xsl:copy copy-namespaces="no">
        <xsl:copy-of select="@*"/>
        <xsl:call-template name="tp:spanned">
          <xsl:with-param name="nodes" select="node()"/>
        </xsl:call-template>
        <xsl:for-each select="$notes[$inside]">
          <xsl:call-template name="tp:placed-note"/>
        </xsl:for-each>
      </xsl:copy>
    </xsl:if>
    <xsl:variable name="place" as="element()" select="."/>
    <xsl:for-each select="$notes[not($inside)]">
      <xsl:call-template name="tp:placed-note">
        <xsl:with-param name="mark" select="$place/(self::ref | self::ptr)"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- A note keeps its mark, or has that which points to it. -->
  <xsl:template name="tp:placed-note" as="element(note)">
    <xsl:context-item as="element(note)" use="required"/>
    <xsl:param name="mark" as="element()?" select="()"/>
    <note>
      <xsl:where-populated>
        <xsl:attribute name="n" select="fp:mark-alone($mark)"/>
      </xsl:where-populated>
      <xsl:copy-of select="@*"/>
      <xsl:call-template name="tp:spanned">
        <xsl:with-param name="nodes" select="node()"/>
      </xsl:call-template>
    </note>
  </xsl:template>

  <!-- ================================================================ spans -->

  <!-- Where a deletion or addition ends that is encoded by its two ends. -->
  <xsl:function name="fp:span-end" as="element()?">
    <xsl:param name="start" as="element()"/>
    <xsl:sequence select="$start[not(normalize-space())]/@spanTo/root()//*['#' || @xml:id = $start/@spanTo][. >> $start][1]"/>
  </xsl:function>

  <!-- Whether a node stands in such a passage with all that it holds. -->
  <xsl:function name="fp:is-spanned" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="start" as="element()"/>
    <xsl:variable name="end" as="element()" select="fp:span-end($start)"/>
    <xsl:sequence select="$node >> $start and $node &lt;&lt; $end and empty($node intersect $end/ancestor::*)"/>
  </xsl:function>

  <!-- Siblings, those that a span holds within an element of its name; of blocks, their phrases. -->
  <xsl:template name="tp:spanned" as="node()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="spans" as="element()*" tunnel="yes"/>
    <xsl:param name="open" as="element()*" select="$spans[not(fp:holds-blocks($nodes[1]/..))]"/>
    <xsl:choose>
      <xsl:when test="empty($open)">
        <xsl:apply-templates select="$nodes" mode="mp:place"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="span" as="element()" select="head($open)"/>
        <xsl:for-each-group select="$nodes" group-adjacent="not(fp:breaks(.)) and fp:is-spanned(., $span)">
          <xsl:choose>
            <xsl:when test="current-grouping-key() and fp:says-something(current-group())">
              <xsl:element name="{substring(local-name($span), 1, 3)}">
                <xsl:copy-of select="$span/(@place, @rend, @hand, @type)"/>
                <xsl:call-template name="tp:spanned">
                  <xsl:with-param name="nodes" select="current-group()"/>
                  <xsl:with-param name="spans" select="$spans except $span" tunnel="yes"/>
                  <xsl:with-param name="open" select="tail($open)"/>
                </xsl:call-template>
              </xsl:element>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="tp:spanned">
                <xsl:with-param name="nodes" select="current-group()"/>
                <xsl:with-param name="open" select="tail($open)"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="exists($element[fp:is-container(.) or local-name() = ('list', 'table', 'row', 'lg', 'choice', 'app', 'subst')])"/>
  </xsl:function>

  <!-- ======================================================== running heads -->

  <!--
    The text behind a running head that goes on with the word before: at once, or by a break that says
    so. Breaks and other running heads may stand between.
  -->
  <xsl:function name="fp:interrupted" as="text()?">
    <xsl:param name="furniture" as="element(fw)"/>
    <xsl:variable name="before" as="node()?" select="$furniture/preceding-sibling::node()[not(fp:is-between(.))][1]"/>
    <xsl:variable name="after" as="node()?" select="$furniture/following-sibling::node()[not(fp:is-between(.))][1]"/>
    <xsl:variable name="between" as="node()*"
                  select="$furniture/(preceding-sibling::node()[. >> $before], following-sibling::node()[. &lt;&lt; $after])"/>
    <xsl:sequence select="$after/self::text()[matches($before, '[\p{L}\p{M}‐-]\s*$') and matches(., '^\s*[\p{L}\p{M}]')]
                          [if ($between[not(self::fw)]) then $between/@break = 'no'
                           else not(matches($before, '\s$') or matches(., '^\s'))]"/>
  </xsl:function>

  <xsl:function name="fp:is-between" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::lb or self::pb or self::cb or self::gb or self::milestone or self::anchor or self::fw
                                       or self::comment() or self::processing-instruction() or self::text()[not(normalize-space())]])"/>
  </xsl:function>

  <xsl:template match="fw[fp:interrupted(.)]" mode="mp:place" as="empty-sequence()"/>

  <!-- They stand behind the word and what closes up to it. -->
  <xsl:template match="text()[preceding-sibling::fw]" mode="mp:place" as="node()*">
    <xsl:variable name="text" as="text()" select="."/>
    <xsl:variable name="heads" as="element(fw)*" select="preceding-sibling::fw[fp:interrupted(.) is $text]"/>
    <xsl:variable name="rest" as="xs:string" select="if (exists($heads)) then replace(., '^([\s\p{Z}]*[^\s\p{Z}]+).*$', '$1', 's') else ''"/>
    <xsl:value-of select="$rest"/>
    <xsl:copy-of select="$heads"/>
    <xsl:value-of select="substring(., 1 + string-length($rest))"/>
  </xsl:template>

</xsl:stylesheet>
