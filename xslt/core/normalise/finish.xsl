<?xml version="1.0" encoding="UTF-8"?>
<!--
  The last step of normalisation: Unicode is composed (NFC), runs of white space become one space, blocks lose it at both ends,
  everything that can be linked to gets an id made anew, and links within the letter follow.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What holds a phrase: white space at its ends means nothing. -->
  <xsl:function name="fp:holder" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor::*[self::p or self::ab or self::head or self::salute or self::signed or self::dateline
                                            or self::byline or self::l or self::item or self::label or self::cell
                                            or self::note or self::addrLine or self::figDesc][1]"/>
  </xsl:function>

  <!-- Paragraphs as a reader counts them: those of the letter itself, a parted one once. -->
  <xsl:accumulator name="mp:paragraph-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="(p | ab)[fp:counts(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="fp:counts" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="exists($block/(self::p | self::ab)
                                 [not(@part or @type = 'label')]
                                 [not(ancestor::note or ancestor::quote or ancestor::opener or ancestor::closer
                                      or ancestor::item or ancestor::cell or ancestor::figure)])"/>
  </xsl:function>

  <!-- Every other block that can be linked to. -->
  <xsl:accumulator name="mp:block-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="p | ab | list | lg | table | opener/salute | opener/dateline | closer/salute
                                 | closer/signed | closer/dateline | figure"
                          select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="mp:division-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="div" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="mp:page-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="pb" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="mp:mention-number" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="rs" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:key name="fp:page" match="pb" use="string(@n)"/>
  <xsl:key name="fp:source-id" match="*[@sameAs]" use="string(@sameAs)"/>

  <xsl:template match="p | ab | list | lg | table | opener/salute | opener/dateline | closer/salute
                       | closer/signed | closer/dateline | figure | div | rs | pb | note"
                mode="mp:finish" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:attribute name="xml:id" select="fp:id(.)"/>
      <xsl:apply-templates select="@* except @xml:id" mode="mp:finish"/>
      <xsl:if test="self::note and not(@n)">
        <xsl:attribute name="n" select="substring-after(@xml:id, 'note-')"/>
      </xsl:if>
      <xsl:apply-templates mode="mp:finish"/>
    </xsl:copy>
  </xsl:template>

  <!-- The id by which the editions know a place of the letter. -->
  <xsl:function name="fp:id" as="xs:string">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="page" as="xs:string?" select="$place/self::pb/@n ! replace(., '[^\p{L}\p{N}]', '')"/>
    <xsl:choose>
      <xsl:when test="$place/self::note">{$place/@xml:id}</xsl:when>
      <xsl:when test="$place/self::rs">m{$place/accumulator-before('mp:mention-number')}</xsl:when>
      <xsl:when test="$place/self::div">d{$place/accumulator-before('mp:division-number')}</xsl:when>
      <xsl:when test="$place/self::pb and $page[. ne ''] and count(key('fp:page', $place/@n, root($place))) = 1
                      and matches($place/@n, '^[\p{L}\p{N}]+$')">page-{$page}</xsl:when>
      <xsl:when test="$place/self::pb">pb-{$place/accumulator-before('mp:page-number')}</xsl:when>
      <xsl:when test="fp:counts($place)">p{$place/accumulator-before('mp:paragraph-number')}</xsl:when>
      <xsl:otherwise>b{$place/accumulator-before('mp:block-number')}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The source's ids have served once links follow, runs once their marks are in place. -->
  <xsl:template match="@sameAs | @lp:run" mode="mp:finish" as="empty-sequence()"/>

  <!-- A target outside the letter is left open, with "?", for f:linked; a reference needs words to be a link. -->
  <xsl:template match="ref/@target[starts-with(., '#')]" mode="mp:finish" as="attribute()">
    <xsl:param name="alone" as="xs:boolean" select="true()" tunnel="yes"/>
    <xsl:variable name="anchor" as="xs:string" select="string(key('fp:source-id', ., root())[1] ! fp:anchor(.))"/>
    <xsl:attribute name="target" select="if ($anchor ne '') then '#' || $anchor
                                         else if ($alone or empty(../node())) then .
                                         else '?' || ."/>
  </xsl:template>

  <!-- What a link to an element of the formed tree leads to: itself, or what it stands in; '' for the letter. -->
  <xsl:function name="fp:anchor" as="xs:string">
    <xsl:param name="aim" as="element()"/>
    <xsl:sequence select="string($aim/(ancestor-or-self::note | ancestor-or-self::pb | ancestor-or-self::div
                                       | ancestor-or-self::p | ancestor-or-self::list)[last()] ! fp:id(.))"/>
  </xsl:function>

  <!-- Each id of the source, and the anchor that it has become. -->
  <xsl:function name="fp:anchors" as="map(xs:string, xs:string)">
    <xsl:param name="formed" as="document-node()"/>
    <xsl:sequence select="map:merge($formed//*[@sameAs] ! map:entry(substring-after(@sameAs, '#'), fp:anchor(.)))"/>
  </xsl:function>

  <!-- ======================================================= links in a volume -->

  <!--
    The letters and parts of a volume, as f:normalise gives them, in the same order, with the links
    from one to another: ID, or ID#ANCHOR.
  -->
  <xsl:function name="f:linked" as="element(lp:letter)*" visibility="public">
    <xsl:param name="normalised" as="map(xs:string, item())*"/>
    <xsl:variable name="places" as="map(xs:string, xs:string)" select="
        map:merge(for $one in $normalised, $id in map:keys($one?anchors) return
            map:entry('?#' || $id, string-join(($one?letter/@id, $one?anchors($id)[. ne '']), '#')))"/>
    <xsl:for-each select="$normalised?letter">
      <xsl:choose>
        <xsl:when test=".//ref[starts-with(@target, '?#')]">
          <xsl:variable name="linked" as="document-node(element(lp:letter))">
            <xsl:apply-templates select="root()" mode="mp:linked">
              <xsl:with-param name="places" select="$places" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:variable>
          <xsl:sequence select="$linked/lp:letter"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <xsl:mode name="mp:linked" on-no-match="shallow-copy"/>

  <xsl:template match="ref/@target[starts-with(., '?#')]" mode="mp:linked" as="attribute()">
    <xsl:param name="places" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="target" select="($places(.), substring(., 2))[1]"/>
  </xsl:template>

  <!-- How far a line of verse stands in: "indent" once, "indent2" twice. -->
  <xsl:template match="l/@rend" mode="mp:finish" as="attribute(rend)">
    <xsl:attribute name="rend"
                   select="tokenize(.) ! (if (matches(., '^indent[-(]?[1-9]?\)?$'))
                                          then 'indent-' || (replace(., '\D', '')[. ne ''], '1')[1] else .)"/>
  </xsl:template>

  <!-- White space. -->

  <xsl:template match="text()" mode="mp:finish" as="text()?">
    <xsl:variable name="holder" as="element()?" select="fp:holder(.)"/>
    <xsl:variable name="one" as="xs:string" select="normalize-unicode(f:spaced(.), 'NFC')"/>
    <xsl:variable name="text" as="xs:string">
      <xsl:choose>
        <xsl:when test="empty($holder)">{if ($one eq ' ') then '' else $one}</xsl:when>
        <xsl:when test="not(starts-with($one, ' ') or ends-with($one, ' ') or ends-with($one, '-'))">{$one}</xsl:when>
        <xsl:otherwise>
          <xsl:variable name="first" as="xs:boolean"
                        select="starts-with($one, ' ') and (fp:at-edge(., $holder, false()) or fp:after-space(., $holder)
                                                            or exists(fp:break-beside(., false())))"/>
          <xsl:variable name="break" as="element()?" select="fp:break-beside(., true())"/>
          <xsl:variable name="last" as="xs:boolean"
                        select="ends-with($one, ' ') and (exists($break) or fp:at-edge(., $holder, true())
                                                          or exists(following-sibling::node()[1]/self::note[fp:closes-up(.)]))"/>
          <xsl:sequence select="$one ! (if ($first) then substring(., 2) else .)
                                     ! (if ($last and . ne '') then substring(., 1, string-length(.) - 1) else .)
                                     ! (if (exists($break ! fp:line-hyphen(.))) then replace(., '-$', '') else .)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="$text ne ''">
      <xsl:value-of select="$text"/>
    </xsl:if>
  </xsl:template>

  <!-- The hyphen of a line that ends within a word goes with its break: it is no letter of the word. -->
  <xsl:template match="(lb | pb | cb)[@break = 'no'][fp:line-hyphen(.)]" mode="mp:finish" as="element()" priority="1">
    <xsl:variable name="hyphen" as="xs:string" select="fp:line-hyphen(.)"/>
    <xsl:variable name="break" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:copy select="$break" copy-namespaces="no">
      <xsl:sequence select="@*"/>
      <xsl:attribute name="hyphen" select="$hyphen"/>
    </xsl:copy>
  </xsl:template>

  <!--
    The hyphen before a break within a word, where the word goes on with a small letter. One of the
    word's own has a capital behind it ("Charleville-Amagne"), or is encoded as such (U+2010, U+2011).
    Of several breaks the first has it.
  -->
  <xsl:function name="fp:line-hyphen" as="xs:string?">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="before" as="text()?" select="$break/preceding::text()[normalize-space()][1]"/>
    <xsl:variable name="after" as="text()?" select="$break/following::text()[normalize-space()][1]"/>
    <xsl:sequence select="'-'[matches($before, '\p{L}-\s*$') and matches($after, '^\s*\p{Ll}')]
                          [empty($break/preceding::*[self::lb or self::pb or self::cb][1][@break = 'no'][. >> $before])]"/>
  </xsl:function>

  <!-- Whether the mark of a note stands at the word before it: the space behind it, or the end, is enough. -->
  <xsl:function name="fp:closes-up" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="after" as="node()?" select="$note/following-sibling::node()[not(self::note)][1]"/>
    <xsl:sequence select="if ($after) then exists($after/(self::text()[matches(., '^\s')], self::lb[not(@break = 'no')]))
                          else fp:holder($note) is $note/.."/>
  </xsl:function>

  <!-- Whether the text before, in the same block and surely shown, has ended in a space already. -->
  <xsl:function name="fp:after-space" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="before" as="text()?" select="$text/preceding::text()[1]"/>
    <xsl:sequence select="exists($before[fp:holder(.) is $holder]
                                 [not(ancestor::choice or ancestor::gap or ancestor::figDesc or ancestor::graphic)])
                          and matches(substring($before, string-length($before)), '\s')
                          and empty($text/preceding::*[self::gap or self::lb or self::figDesc or self::ref[not(node())]][1]
                                    [. >> $before])"/>
  </xsl:function>

  <!-- The break within a word that stands next to a text, before it or after; white space there is none. -->
  <xsl:function name="fp:break-beside" as="element()?">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="after" as="xs:boolean"/>
    <xsl:variable name="beside" as="node()?" select="
        if ($after) then $text/following::node()[not(self::text()[not(normalize-space())])][1]
        else $text/preceding::node()[not(self::text()[not(normalize-space())])][1]"/>
    <xsl:sequence select="$beside[self::lb or self::pb or self::cb][@break = 'no']"/>
  </xsl:function>

  <!-- Whether nothing that is seen stands between a text and its block's beginning, or end. -->
  <xsl:function name="fp:at-edge" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="holder" as="element()"/>
    <xsl:param name="at-end" as="xs:boolean"/>
    <xsl:variable name="siblings" as="node()*"
                  select="if ($at-end) then $node/following-sibling::node() else $node/preceding-sibling::node()"/>
    <xsl:sequence select="($node is $holder)
                          or (empty($siblings[(normalize-space() ne '' or descendant-or-self::*[self::ref or self::gap]) and not(self::note)])
                              and ($at-end or empty($siblings/self::note))
                              and not($at-end and exists($siblings/descendant-or-self::note))
                              and fp:at-edge($node/.., $holder, $at-end))"/>
  </xsl:function>

</xsl:stylesheet>
