<?xml version="1.0" encoding="UTF-8"?>
<!--
  Normalisation where phrases stand: names, dates, looks, editorial marks, breaks and notes. A block
  that strays in here becomes a seg of its name, with a line break before it, so that no words join.
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

  <!-- Included, not imported: among rules for phrases priorities decide. -->
  <xsl:include href="points.xsl"/>
  <xsl:include href="alternatives.xsl"/>

  <xsl:template match="text()" mode="mp:phrase" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="mp:phrase" as="empty-sequence()"/>

  <!-- Registers: the corpus document has them. (Of the modules of this step this one is imported last, so
       that this rule wins over theirs.) -->
  <xsl:template match="*[f:is-register(.)]" mode="mp:block mp:phrase" as="empty-sequence()" priority="4"/>

  <!-- What an entry of another list says, piece by piece: nothing of it runs together. -->
  <xsl:template match="*[local-name() = $fp:entries]/*" mode="mp:phrase" as="node()*" priority="3">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Names. -->

  <xsl:template match="persName | placeName | geogName | orgName | eventName | name | rs | settlement
                       | country | region | district | bloc | title[@ref or @key]"
                mode="mp:phrase" as="element(rs)">
    <xsl:variable name="kind" as="xs:string" select="f:kind(.)"/>
    <xsl:variable name="refs" as="xs:string*" select="f:refs(.)"/>
    <rs>
      <xsl:if test="$kind ne ''">
        <xsl:attribute name="type" select="$kind"/>
      </xsl:if>
      <xsl:if test="exists($refs)">
        <xsl:attribute name="ref" select="$refs"/>
      </xsl:if>
      <xsl:copy-of select="@subtype, @cert"/>
      <xsl:call-template name="tp:common"/>
      <xsl:choose>
        <xsl:when test="self::title">
          <title>
            <xsl:copy-of select="@level"/>
            <xsl:apply-templates mode="mp:phrase"/>
          </title>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="mp:phrase"/>
        </xsl:otherwise>
      </xsl:choose>
    </rs>
  </xsl:template>

  <xsl:template match="date" mode="mp:phrase" as="element(date)">
    <date>
      <xsl:copy-of select="@when, @from, @to, @notBefore, @notAfter"/>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </date>
  </xsl:template>

  <!-- Looks: one name for each, whatever the edition calls it. -->
  <xsl:variable name="fp:looks" as="map(xs:string, xs:string)"
                select="map {
                          'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'kursiv': 'italic',
                          'bold': 'bold', 'b': 'bold', 'strong': 'bold',
                          'underline': 'underline', 'underlined': 'underline', 'u': 'underline',
                          'uu': 'underline double', 'double-underline': 'underline double', 'doubleunderline': 'underline double',
                          'strikethrough': 'strikethrough', 'strike': 'strikethrough', 'line-through': 'strikethrough',
                          'superscript': 'superscript', 'sup': 'superscript', 'super': 'superscript',
                          'subscript': 'subscript', 'sub': 'subscript',
                          'smallcaps': 'smallcaps', 'small-caps': 'smallcaps', 'sc': 'smallcaps',
                          'spaced-out': 'spaced', 'g': 'spaced', 'gesperrt': 'spaced', 'spaced': 'spaced', 'letterspaced': 'spaced',
                          'capitals': 'uppercase', 'caps': 'uppercase', 'allcaps': 'uppercase', 'all-caps': 'uppercase', 'uppercase': 'uppercase',
                          'latintype': 'latin', 'antiqua': 'latin', 'aq': 'latin' }"/>

  <!-- The looks of an element: by name, or by what the header's rendition or its own style says in CSS. -->
  <xsl:function name="fp:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize($element/@rendition) ! replace(., '^.*#', '')"/>
    <xsl:variable name="known" as="element(rendition)*" select="$ids ! key('fp:rendition', ., root($element))[1]"/>
    <xsl:variable name="said" as="xs:string*"
                  select="tokenize(lower-case(string($element/@rend))), $ids[not(. = $known/@xml:id)]"/>
    <xsl:sequence select="distinct-values(($said ! ($fp:looks(.), .)[1], ($known, $element/@style) ! fp:css-looks(string(.))))"/>
  </xsl:function>

  <xsl:key name="fp:rendition" match="tagsDecl//rendition" use="@xml:id"/>

  <xsl:function name="fp:css-looks" as="xs:string*">
    <xsl:param name="css" as="xs:string"/>
    <xsl:sequence select="map:for-each($fp:css, function($look, $pattern) { $look[matches($css, $pattern, 'i')] }) => sort()"/>
  </xsl:function>

  <xsl:variable name="fp:css" as="map(xs:string, xs:string)"
                select="map {
                          'italic': 'font-style:\s*(italic|oblique)', 'bold': 'font-weight:\s*(bold|[6-9]00)',
                          'underline': 'text-decoration[a-z-]*:[^;]*underline', 'strikethrough': 'text-decoration[a-z-]*:[^;]*line-through', 'smallcaps': 'font-variant[a-z-]*:[^;]*small-caps',
                          'spaced': 'letter-spacing:\s*0?\.?[1-9]', 'uppercase': 'text-transform:\s*uppercase',
                          'superscript': 'vertical-align:\s*super', 'subscript': 'vertical-align:\s*sub($|[^e])',
                          'center': 'text-align:\s*center', 'right': 'text-align:\s*(right|end)' }"/>

  <!-- Any other phrase that the header or the encoder gives a look; capitals are left to hi, as the audit reads them. -->
  <xsl:template match="*[@rendition or @style][not(self::hi or self::emph or self::mentioned or self::soCalled or self::note)]
                        [exists(fp:worn(.))]" mode="mp:phrase" as="element(hi)" priority="3">
    <hi rend="{fp:worn(.)}">
      <xsl:next-match/>
    </hi>
  </xsl:template>

  <xsl:function name="fp:worn" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:looks($element)[. = map:keys($fp:css)][not(. = ('center', 'right', 'smallcaps', 'uppercase'))]
                          [normalize-space($element)]"/>
  </xsl:function>

  <!-- A sign that is encoded by its name alone. -->
  <xsl:template match="c[not(node())]" mode="mp:phrase" as="text()?" priority="1">
    <xsl:value-of select="fp:sign(.)"/>
  </xsl:template>

  <xsl:function name="fp:sign" as="xs:string?">
    <xsl:param name="c" as="element(c)"/>
    <xsl:variable name="name" as="xs:string" select="replace($c/@rendition, '^#', '')"/>
    <xsl:sequence select="if ($name = 'dots') then string-join((1 to xs:integer(($c/@n[. castable as xs:integer], 3)[1])) ! '.')
                          else $fp:signs($name)"/>
  </xsl:function>

  <xsl:variable name="fp:signs" as="map(xs:string, xs:string)"
                select="map { 'kaufmannsund': '&amp;', 'geschwungene-klammer-auf': '&#123;', 'geschwungene-klammer-zu': '&#125;' }"/>

  <xsl:template match="hi | emph | mentioned | soCalled" mode="mp:phrase" as="element(hi)">
    <hi>
      <xsl:variable name="looks" as="xs:string*" select="fp:looks(.)"/>
      <xsl:if test="exists($looks) or not(self::hi)">
        <xsl:attribute name="rend" select="if (exists($looks)) then $looks else 'italic'"/>
      </xsl:if>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </hi>
  </xsl:template>

  <!-- Editorial marks and phrases that renderers know by name. -->
  <xsl:template match="sic | corr | orig | reg | abbr | expan | choice | del | add | supplied | unclear
                       | foreign | q | quote | title | formula | ref | figDesc"
                mode="mp:phrase" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@reason, @unit, @quantity, @extent, @place, @type, @target, @cert,
                           @notation, @level, @n, @source, @resp"/>
      <xsl:choose>
        <xsl:when test="self::sic[(parent::choice, .)[1][fp:within-word(.)]]">
          <xsl:attribute name="part" select="'I'"/>
        </xsl:when>
        <!-- An empty correction says no more than that it stands so. -->
        <xsl:when test="self::sic">
          <xsl:where-populated>
            <xsl:attribute name="corr" select="fp:corrections(..)"/>
          </xsl:where-populated>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="tp:common"/>
      <xsl:if test="not(self::formula)">
        <xsl:apply-templates mode="mp:phrase"/>
      </xsl:if>
      <xsl:if test="self::formula">{string(.)}</xsl:if>
    </xsl:copy>
  </xsl:template>

  <!-- What holds nothing has no signs either; a side of a choice may be empty. -->
  <xsl:template match="(q | quote | del | add | supplied)[fp:is-nothing(.)][not(parent::choice)]" mode="mp:phrase"
                as="text()?" priority="4">
    <xsl:value-of select="string(.)[. ne '']"/>
  </xsl:template>

  <!-- Where nothing is read, there is a gap. -->
  <xsl:template match="unclear[fp:is-nothing(.)]" mode="mp:phrase" as="element(gap)" priority="4">
    <gap>
      <xsl:copy-of select="@reason, @unit, @quantity"/>
      <xsl:call-template name="tp:common"/>
    </gap>
  </xsl:template>

  <xsl:function name="fp:is-nothing" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element/* or normalize-space($element))"/>
  </xsl:function>

  <!-- What the editors say of a gap is kept in it. -->
  <xsl:template match="gap" mode="mp:phrase" as="element(gap)">
    <gap>
      <xsl:copy-of select="@reason, @unit, @quantity, @extent, @cert, @resp"/>
      <xsl:call-template name="tp:common"/>
      <xsl:value-of select="f:line(.)"/>
    </gap>
  </xsl:template>

  <!-- A deletion that the writer took back is none. -->
  <xsl:template match="restore/del" mode="mp:phrase" as="node()*" priority="1">
    <xsl:apply-templates mode="mp:phrase"/>
  </xsl:template>

  <!-- Marks on letters and words that only wrap their text. -->
  <xsl:template match="c | g | w | pc | ex | am | subst | restore | lem | rdg | s | cl | phr | roleName | forename | surname
                       | nameLink | addName | genName | num | measure | cit | listBibl | seg[not(@*)]"
                mode="mp:phrase" as="node()*">
    <xsl:apply-templates mode="mp:phrase"/>
  </xsl:template>

  <xsl:template match="seg | time | term | gloss | bibl | biblStruct | damage | email | idno | publisher
                       | pubPlace | author | editor | biblScope | street | postCode | height | width | affiliation"
                mode="mp:phrase" as="element(seg)">
    <seg type="{if (self::seg) then (@type, 'seg')[1] else local-name()}">
      <xsl:copy-of select="@subtype"/>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <xsl:template match="*[local-name() = $fp:entries] | *[local-name() = $fp:entries]/*" mode="mp:phrase"
                as="element(seg)" priority="-1">
    <seg type="{local-name()}">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <xsl:template match="ptr | graphic | ref[fp:is-nothing(.)][not(normalize-space(@target))]" mode="mp:phrase" as="empty-sequence()"/>

  <!-- A pointer is a reference without words. -->
  <xsl:template match="ptr[normalize-space(@target)]" mode="mp:phrase" as="element(ref)">
    <ref>
      <xsl:copy-of select="@target, @type"/>
      <xsl:call-template name="tp:common"/>
    </ref>
  </xsl:template>

  <!-- A picture among phrases: what it shows, said in words. -->
  <xsl:template match="figure" mode="mp:phrase" as="element(seg)">
    <seg type="figure">
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <!-- Notes. -->

  <xsl:template match="note" mode="mp:phrase" as="element(note)?">
    <xsl:param name="notes" as="map(xs:string, xs:integer)?" select="()" tunnel="yes"/>
    <xsl:if test="not(fp:in-register(.))">
      <note xml:id="note-{($notes ! .(current() ! generate-id()), 0)[1]}">
        <xsl:for-each select="$notes ! .('mark ' || current() ! generate-id())">
          <xsl:attribute name="n" select="."/>
        </xsl:for-each>
        <!-- Its own mark, if it has one, takes the place of the number. -->
        <xsl:copy-of select="@n, @type, @resp"/>
        <xsl:call-template name="tp:common"/>
        <xsl:call-template name="tp:blocks-or-phrases"/>
      </note>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[f:is-running(.)]" mode="mp:phrase" as="element(seg)">
    <seg type="note">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <!--
    Blocks and parts of a letter among phrases. A salute or signature goes on in the line, but is no
    part of the word beside it, and the marks behind it stay there; anything else begins a line of its own.
  -->
  <!-- The pieces of a letterhead, and what the source sets left, right or in the middle. -->
  <xsl:function name="fp:is-line" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::seg[@type = 'letterhead' or tokenize(@rend) = ('left', 'right', 'center')
                                                   or seg[fp:is-line(.)]])"/>
  </xsl:function>

  <xsl:variable name="fp:liners" as="xs:string+"
                select="$fp:containers, $fp:paragraphs, 'list', 'item', 'label', 'table', 'row', 'cell', 'lg',
                        'address', 'addrLine'"/>

  <xsl:template match="*[local-name() = $fp:liners or fp:is-line(.)]" mode="mp:phrase" as="node()*" priority="1">
    <xsl:variable name="flows" as="xs:boolean" select="exists(self::salute | self::signed | self::dateline)"/>
    <xsl:variable name="before" as="node()?" select="preceding-sibling::node()[not(self::comment())][1]"/>
    <xsl:variable name="after" as="node()?" select="following-sibling::node()[not(self::comment())][1]"/>
    <xsl:choose>
      <xsl:when test="$flows and $before[not(self::lb or self::pb)] and not(matches($before, '[\s(\[“„«‘‚]$'))">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:when test="not($flows or $before/self::lb) and fp:says-something(preceding-sibling::node())">
        <lb/>
      </xsl:when>
    </xsl:choose>
    <seg type="{if (fp:is-line(.)) then 'letterhead' else local-name()}">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
    <xsl:choose>
      <xsl:when test="$flows and $after[not(self::lb or self::pb or self::note)]
                      and not(matches($after, '^\s') or matches($after, $fp:closing-marks))">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:when test="not($flows) and $after[self::text()[normalize-space() ne ''] or self::*[not(local-name() = $fp:liners or fp:is-line(.) or self::lb)]]">
        <lb/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- A list that runs on in the line: its pieces stand apart. -->
  <xsl:template match="list[fp:is-in-line(.)]" mode="mp:phrase" as="node()*" priority="2">
    <xsl:for-each select="*">
      <xsl:text> </xsl:text>
      <seg type="{local-name()}">
        <xsl:call-template name="tp:common"/>
        <xsl:apply-templates select=".[not(self::head or self::label or self::item)], self::*[self::head or self::label or self::item]/node()"
                             mode="mp:phrase"/>
      </seg>
    </xsl:for-each>
    <xsl:if test="matches(following-sibling::node()[1], '^[\p{L}\p{N}]')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- An element of which nothing is known keeps its text and is reported. -->
  <xsl:template match="*" mode="mp:phrase" as="element(seg)" priority="-2">
    <seg type="unknown" subtype="{local-name()}">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

</xsl:stylesheet>
