<?xml version="1.0" encoding="UTF-8"?>
<!--
  Normalisation where blocks stand: divisions, paragraphs, the parts of a letter, lists, tables,
  verse. A run of phrases among blocks becomes a paragraph; a paragraph with a block in it is parted.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:lp="urn:letterpress:model"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Holds blocks whatever its content is. -->
  <xsl:variable name="fp:containers" as="xs:string+"
                select="'text', 'front', 'body', 'back', 'group', 'div', 'div1', 'div2', 'div3', 'div4',
                        'div5', 'div6', 'div7', 'floatingText', 'titlePage', 'docTitle', 'attachment',
                        'opener', 'closer', 'postscript', 'argument', 'epigraph', 'trailer', 'sp', 'spGrp',
                        'noteGrp', 'editorialDecl', 'projectDesc', 'samplingDecl', 'correction',
                        'normalization', 'punctuation', 'quotation', 'hyphenation', 'segmentation',
                        'interpretation', 'stdVals', 'availability', 'licence'"/>

  <!-- Holds phrases, and stands where blocks stand. -->
  <xsl:variable name="fp:paragraphs" as="xs:string+"
                select="'p', 'ab', 'head', 'salute', 'signed', 'dateline', 'byline', 'titlePart',
                        'docImprint', 'docEdition', 'docAuthor', 'docDate', 'imprimatur', 'speaker',
                        'stage', 'caption', 'l'"/>

  <!-- Parts a paragraph when it stands in one. -->
  <xsl:variable name="fp:breakers" as="xs:string+"
                select="'p', 'ab', 'list', 'listBibl', 'table', 'lg', 'l', 'floatingText', 'div', 'attachment', $fp:lists"/>

  <!-- Whether a node is a block where it stands; everything else is of the phrase kind. -->
  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($node)"/>
    <xsl:sequence select="$node instance of element()
                          and ($name = ($fp:containers, $fp:paragraphs, 'address')
                               or ($name = 'note' and f:is-running($node))
                               or fp:breaks($node))
                          and not(fp:runs-on($node))"/>
  </xsl:function>

  <!-- Whether a node parts the paragraph in which it stands. -->
  <xsl:function name="fp:breaks" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element()
                          and (local-name($node) = $fp:breakers and not(f:is-register($node) or $node/self::list[fp:is-in-line(.)])
                               or ($node/self::figure and $node/graphic)
                               or (($node/self::quote or $node/self::q or $node/self::cit)
                                   and ($node/*[fp:breaks(.)] or $node/../self::div)))"/>
  </xsl:function>

  <!-- Whether a list runs on in the line: it says so, and has no blocks in it. -->
  <xsl:function name="fp:is-in-line" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="(tokenize($list/@rend), $list/@type) = 'inline' and not($list/*/*[fp:breaks(.)])"/>
  </xsl:function>

  <!--
    The number of each note that has a mark, by generate-id(), and behind "mark" that by which it is
    counted where it has no mark of its own: its place among the notes, or the next number that is no
    other note's mark. Registers are no text. An apparatus entry has a note too, of a series of its own.
  -->
  <xsl:function name="fp:numbers" as="map(xs:string, xs:integer)">
    <xsl:param name="notes" as="element()*"/>
    <xsl:variable name="found" as="element()*"
                  select="$notes[not(self::note[f:is-running(.)])][self::note or exists(fp:other-readings(.))][not(fp:in-register(.))]"/>
    <!-- An entry's mark stands behind its chosen reading, and so behind the marks in that. -->
    <xsl:variable name="marked" as="element()*">
      <xsl:choose>
        <xsl:when test="exists($found[not(self::note)])">
          <xsl:for-each select="$found">
            <xsl:sort select="position() + count(.[not(self::note)]/fp:chosen-reading(.)//*[fp:is-noted(.)] intersect $found)"
                      data-type="number"/>
            <xsl:sort select="-position()" data-type="number"/>
            <xsl:sequence select="."/>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$found"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="own" as="xs:string*" select="$marked/self::note/@n ! fp:mark-alone(.)"/>
    <xsl:map>
      <xsl:for-each select="$marked">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
      <xsl:sequence select="fp:counted($marked/self::note, $own, '1'), fp:counted($marked[not(self::note)], $own, 'a')"/>
    </xsl:map>
  </xsl:function>

  <!-- A series of marks, which passes over those that notes have of their own. -->
  <xsl:function name="fp:counted" as="map(xs:string, xs:integer)*">
    <xsl:param name="series" as="element()*"/>
    <xsl:param name="own" as="xs:string*"/>
    <xsl:param name="picture" as="xs:string"/>
    <xsl:iterate select="$series">
      <xsl:param name="last" as="xs:integer" select="0"/>
      <xsl:variable name="from" as="xs:integer" select="max((position(), $last + 1))"/>
      <xsl:variable name="number" as="xs:integer"
                    select="if (self::note/@n) then $last
                            else ($from to $from + count($own))[not(format-integer(., $picture) = $own)][1]"/>
      <xsl:sequence select="map { 'mark ' || generate-id(): $number }"/>
      <xsl:next-iteration>
        <xsl:with-param name="last" select="$number"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="fp:in-register" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node/ancestor::*[f:is-register(.)])"/>
  </xsl:function>

  <!--
    A note that stands between blocks has its mark at the end of the paragraph before it, where a
    printer would set it: the notes of each such paragraph, by its generate-id(). No key, since its
    index would be made over the whole volume for each letter.
  -->
  <xsl:function name="fp:strays" as="map(xs:string, element(note)+)">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:param name="others" as="map(xs:string, xs:string)"/>
    <xsl:map>
      <xsl:for-each-group select="$notes[fp:is-stray(., $others)]" group-by="generate-id(fp:host(.))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="fp:host" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="before" as="node()?"
                  select="$note/preceding-sibling::node()[not(self::note or self::comment() or self::processing-instruction()
                                                              or self::text()[not(normalize-space())])][1]"/>
    <xsl:if test="$note/..[fp:is-container(.)] and $before instance of element() and fp:is-block($before)">
      <xsl:sequence select="$before/descendant-or-self::*[local-name() = $fp:paragraphs][not(ancestor::note)]
                                   [not(ancestor::*[fp:breaks(.)] intersect $before/descendant::*)][last()]"/>
    </xsl:if>
  </xsl:function>

  <!-- Whether a note has its mark there, and not in a letter of the volume that stands before it. -->
  <xsl:function name="fp:is-stray" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="others" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="not(f:is-running($note))
                          and exists(fp:host($note)[map:size($others) eq 0
                                                    or not(ancestor::* ! map:contains($others, generate-id()) = true())])"/>
  </xsl:function>

  <xsl:function name="fp:is-container" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $fp:containers"/>
  </xsl:function>

  <!-- Containers. -->

  <xsl:template match="text | front | body | back" mode="mp:block" as="element()?">
    <xsl:variable name="content" as="node()*">
      <xsl:call-template name="tp:blocks"/>
    </xsl:variable>
    <xsl:if test="self::text or self::body or exists($content)">
      <xsl:element name="{local-name()}">
        <xsl:call-template name="tp:common"/>
        <xsl:sequence select="$content"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- A letter or part within a part has pages of its own. -->
  <xsl:template match="text | front | back | *[starts-with(local-name(), 'div')]" mode="mp:block" as="node()*" priority="2">
    <xsl:param name="others" as="map(xs:string, xs:string)" select="map { }" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="map:contains($others, generate-id())">
        <ptr type="letter" target="{$others(generate-id())}"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text//text | text//body | text//front | text//back" mode="mp:block" as="node()*"
                priority="1">
    <xsl:choose>
      <xsl:when test="parent::text and not(ancestor::text[2])">
        <xsl:next-match/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:blocks"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[local-name() = $fp:containers]" mode="mp:block" as="element()?" priority="-1">
    <div>
      <xsl:variable name="type" as="xs:string?" select="(@type/string(), local-name()[not(starts-with(., 'div'))])[1]"/>
      <xsl:if test="$type">
        <xsl:attribute name="type" select="$type"/>
      </xsl:if>
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks"/>
    </div>
  </xsl:template>

  <xsl:template match="group | docTitle | noteGrp" mode="mp:block" as="node()*">
    <xsl:call-template name="tp:blocks"/>
  </xsl:template>

  <xsl:template match="opener | closer | postscript" mode="mp:block" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="floatingText" mode="mp:block" as="element(floatingText)">
    <floatingText>
      <xsl:copy-of select="@type"/>
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks"/>
    </floatingText>
  </xsl:template>

  <xsl:template match="quote | q | cit" mode="mp:block" as="element()">
    <quote rend="block">
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:blocks"/>
    </quote>
  </xsl:template>

  <!-- Paragraphs. -->

  <xsl:template match="*[local-name() = $fp:paragraphs]" mode="mp:block" as="node()*" priority="-1">
    <xsl:call-template name="tp:paragraph">
      <xsl:with-param name="name" select="'p'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p | ab | head | salute | signed | dateline | byline | l" mode="mp:block" as="node()*">
    <xsl:call-template name="tp:paragraph">
      <xsl:with-param name="name" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="note[f:is-running(.)]" mode="mp:block" as="node()*">
    <xsl:choose>
      <xsl:when test="*[fp:breaks(.)]">
        <xsl:call-template name="tp:blocks"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="tp:paragraph">
          <xsl:with-param name="name" select="'p'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parts a paragraph at the blocks in it. -->
  <xsl:template name="tp:paragraph" as="node()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="strays" as="map(xs:string, element(note)+)" tunnel="yes"/>
    <xsl:variable name="self" as="element()" select="."/>
    <xsl:choose>
      <xsl:when test="node()[fp:breaks(.)]">
        <xsl:for-each-group select="node()" group-adjacent="fp:breaks(.)">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()" mode="mp:block"/>
            </xsl:when>
            <xsl:when test="fp:says-something(current-group())">
              <xsl:element name="{$name}">
                <xsl:if test="position() gt 1">
                  <xsl:attribute name="part" select="'F'"/>
                  <xsl:attribute name="lp:run" select="'yes'"/>
                </xsl:if>
                <xsl:for-each select="$self">
                  <xsl:call-template name="tp:common"/>
                </xsl:for-each>
                <xsl:apply-templates select="current-group()" mode="mp:phrase"/>
                <xsl:if test="current-group()[last()] is (($self/node()[fp:breaks(.) or fp:says-something(.)])[last()]/(., following-sibling::node()))[last()]">
                  <xsl:apply-templates select="$strays(generate-id($self))" mode="mp:phrase"/>
                </xsl:if>
              </xsl:element>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="current-group()[self::pb]" mode="mp:phrase"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
        <xsl:if test="(node()[fp:breaks(.) or fp:says-something(.)])[last()][fp:breaks(.)]
                      and $strays(generate-id())">
          <xsl:element name="{$name}">
            <xsl:attribute name="part" select="'F'"/>
            <xsl:apply-templates select="$strays(generate-id())" mode="mp:phrase"/>
          </xsl:element>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{$name}">
          <xsl:call-template name="tp:common"/>
          <xsl:apply-templates mode="mp:phrase"/>
          <xsl:apply-templates select="$strays(generate-id())" mode="mp:phrase"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The children where blocks stand: each run of phrases among them becomes a paragraph. -->
  <xsl:template name="tp:blocks" as="node()*">
    <xsl:param name="others" as="map(xs:string, xs:string)" select="map { }" tunnel="yes"/>
    <xsl:for-each-group select="node()[not(self::note[fp:is-stray(., $others)])]" group-adjacent="fp:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="mp:block"/>
        </xsl:when>
        <xsl:when test="fp:says-something(current-group())">
          <p lp:run="yes">
            <xsl:apply-templates select="current-group()" mode="mp:phrase"/>
          </p>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()[self::pb or self::cb or self::handShift]" mode="mp:phrase"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Whether a run of phrases is more than white space and breaks. -->
  <xsl:function name="fp:says-something" as="xs:boolean">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="exists($nodes[self::text()[normalize-space() ne '']
                                        or self::*[not(self::pb or self::cb or self::gb or self::lb or self::anchor
                                                       or self::milestone or self::handShift or self::damageSpan
                                                       or self::addSpan[not(node())] or self::delSpan[not(node())]
                                                       or self::space[not(desc)] or f:is-register(.))]])"/>
  </xsl:function>

  <!-- An element of which nothing is known, with blocks in it. -->
  <xsl:template match="*" mode="mp:block" as="element()" priority="-2">
    <ab type="unknown" subtype="{local-name()}">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </ab>
  </xsl:template>

  <!-- Breaks may stand anywhere. -->
  <xsl:template match="pb | cb | handShift | lb | anchor | milestone | space" mode="mp:block" as="node()*">
    <xsl:apply-templates select=".[self::pb or self::cb or self::handShift]" mode="mp:phrase"/>
  </xsl:template>

  <xsl:template match="text() | comment() | processing-instruction()" mode="mp:block" as="empty-sequence()"/>

  <!-- What every element keeps: its language and its source's id, for links within the letter. -->
  <xsl:template name="tp:common" as="attribute()*">
    <xsl:if test="@xml:lang[normalize-space() ne '']">
      <xsl:attribute name="xml:lang" select="f:lang(@xml:lang)"/>
    </xsl:if>
    <xsl:if test="@xml:id">
      <xsl:attribute name="sameAs" select="'#' || @xml:id"/>
    </xsl:if>
    <xsl:if test="not(self::list or self::hi or self::quote)">
      <xsl:variable name="rend" as="xs:string*" select="tokenize(@rend), fp:looks(.)[. = ('center', 'right')]"/>
      <xsl:if test="exists($rend)">
        <xsl:attribute name="rend" select="distinct-values($rend)"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
