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
                          'uu': 'underline double', 'double-underline': 'underline double',
                          'superscript': 'superscript', 'sup': 'superscript', 'super': 'superscript',
                          'subscript': 'subscript', 'sub': 'subscript',
                          'smallcaps': 'smallcaps', 'small-caps': 'smallcaps', 'sc': 'smallcaps',
                          'spaced-out': 'spaced', 'g': 'spaced', 'spaced': 'spaced', 'letterspaced': 'spaced',
                          'capitals': 'uppercase', 'caps': 'uppercase', 'uppercase': 'uppercase',
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
                          'underline': 'text-decoration[a-z-]*:[^;]*underline', 'smallcaps': 'font-variant[a-z-]*:[^;]*small-caps',
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
      <xsl:call-template name="tp:common"/>
      <xsl:if test="not(self::formula)">
        <xsl:apply-templates mode="mp:phrase"/>
      </xsl:if>
      <xsl:if test="self::formula">{string(.)}</xsl:if>
    </xsl:copy>
  </xsl:template>

  <!-- A note on a side that is not shown in the text stands behind the choice. -->
  <xsl:template match="choice[fp:hidden-sides(.)//note]" mode="mp:phrase" as="node()+" priority="2">
    <xsl:next-match/>
    <xsl:apply-templates select="fp:hidden-sides(.)//note[not(ancestor::note intersect current()//note)]" mode="mp:phrase">
      <xsl:with-param name="beside" select="true()" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="choice//note" mode="mp:phrase" as="node()*" priority="2">
    <xsl:param name="beside" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="$beside or empty(ancestor::choice/fp:hidden-sides(.) intersect ancestor::*)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:hidden-sides" as="element()*">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice[sic | orig | abbr | corr | reg | expan]/(* except f:source-side($choice))"/>
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

  <!-- Readings that no rule knows as those of the source or of the editors: all are kept, apart. -->
  <xsl:template match="choice[not(sic | orig | abbr | corr | reg | expan)][*[2]]" mode="mp:phrase" as="element(seg)"
                priority="1">
    <seg type="unknown" subtype="choice">
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:apart"/>
    </seg>
  </xsl:template>

  <!--
    An apparatus entry: the text has the chosen reading, a note the others with their witnesses. What
    else stands in the entry follows.
  -->
  <xsl:template match="app" mode="mp:phrase" as="node()*">
    <xsl:param name="notes" as="map(xs:string, xs:integer)?" select="()" tunnel="yes"/>
    <xsl:variable name="chosen" as="element()?" select="fp:chosen-reading(.)"/>
    <xsl:variable name="others" as="element()*" select="fp:other-readings(.)"/>
    <xsl:apply-templates select="$chosen" mode="mp:phrase"/>
    <xsl:if test="exists($others)">
      <note xml:id="note-{($notes ! .(current() ! generate-id()), 0)[1]}" type="app"
            n="{format-integer(($notes ! .('mark ' || current() ! generate-id()), 1)[1], 'a')}">
        <xsl:value-of select="fp:witnesses($chosen) ! (. || '] ')"/>
        <xsl:for-each select="$others">
          <xsl:value-of select="if (position() gt 1) then '; ' else ()"/>
          <xsl:apply-templates select="." mode="mp:phrase"/>
          <xsl:value-of select="string-join(('om.'[not(current()/(* or normalize-space()))], fp:witnesses(.) ! (' ' || .)))"/>
        </xsl:for-each>
      </note>
    </xsl:if>
    <xsl:apply-templates select="* except (lem | rdg | rdgGrp)" mode="mp:phrase"/>
  </xsl:template>

  <xsl:function name="fp:readings" as="element()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="$app/(lem | rdg | rdgGrp/(lem | rdg))"/>
  </xsl:function>

  <xsl:function name="fp:chosen-reading" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="(fp:readings($app)/self::lem, fp:readings($app))[1]"/>
  </xsl:function>

  <xsl:function name="fp:other-readings" as="element()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="fp:readings($app) except fp:chosen-reading($app)"/>
  </xsl:function>

  <!-- The witnesses that have a reading, by their ids; nothing where none is named. -->
  <xsl:function name="fp:witnesses" as="xs:string?">
    <xsl:param name="reading" as="element()?"/>
    <xsl:sequence select="string-join(tokenize($reading/@wit) ! replace(., '^.*#', ''), ' ')[. ne '']"/>
  </xsl:function>

  <!-- The elements within the context, a space between each two. -->
  <xsl:template name="tp:apart" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="mp:phrase"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A point has no text; where an edition puts some into it all the same, the text follows it. -->
  <xsl:template match="(anchor | handShift | lb | cb | pb | milestone | ptr | graphic)[normalize-space()]"
                mode="mp:phrase" as="node()*" priority="1">
    <xsl:next-match/>
    <seg type="{local-name()}">
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <!-- After a catchword no word goes on. -->
  <xsl:template match="anchor | lb | cb" mode="mp:phrase" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@type, @break[not(fp:after-furniture(..))], @n[not(../self::lb)]"/>
      <xsl:call-template name="tp:common"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pb" mode="mp:phrase" as="element(pb)">
    <pb>
      <xsl:copy-of select="@n, @break[not(fp:after-furniture(..))], @cert, @resp, @evidence"/>
      <xsl:for-each select="@facs[normalize-space()]">
        <xsl:attribute name="facs" select="(fp:image(.), .)[1]"/>
      </xsl:for-each>
      <xsl:call-template name="tp:common"/>
    </pb>
  </xsl:template>

  <xsl:function name="fp:after-furniture" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="exists($break/preceding-sibling::node()[not(self::text()[not(normalize-space())])][1]/self::fw)"/>
  </xsl:function>

  <!-- Catchwords, running heads: words of the page that are no part of the sentence. -->
  <xsl:template match="fw" mode="mp:phrase" as="node()+">
    <xsl:text> </xsl:text>
    <seg type="fw">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:key name="fp:image" match="surface[@xml:id] | zone[@xml:id] | graphic[@xml:id]" use="@xml:id"/>

  <!-- The address of the picture that a page break leads to by an id; none where it names it itself. -->
  <xsl:function name="fp:image" as="xs:string?">
    <xsl:param name="facs" as="attribute()"/>
    <xsl:variable name="meant" as="element()?" select="key('fp:image', substring-after($facs, '#'), root($facs))[1]"/>
    <xsl:sequence select="$meant/(self::graphic, ancestor-or-self::surface[1]/descendant::graphic)[1]/@url ! normalize-space(.)"/>
  </xsl:function>

  <!-- A hand is told by its name, where the header has it. -->
  <xsl:template match="handShift" mode="mp:phrase" as="element(handShift)">
    <xsl:param name="hands" as="map(xs:string, xs:string)" select="map { }" tunnel="yes"/>
    <handShift>
      <xsl:copy-of select="@medium, @scribe"/>
      <xsl:if test="@new">
        <xsl:attribute name="new" select="tokenize(@new) ! ($hands(.), .)[1]"/>
      </xsl:if>
      <xsl:call-template name="tp:common"/>
    </handShift>
  </xsl:template>

  <xsl:function name="fp:hands" as="map(xs:string, xs:string)">
    <xsl:param name="source" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$source/ancestor-or-self::*/teiHeader//handNote[@xml:id]" group-by="'#' || @xml:id">
        <xsl:variable name="name" as="xs:string"
                      select="string((translate(@scribe, '_', ' '), (persName | name)[1] ! f:line(.),
                                      f:line(.)[string-length(.) le 60])[. ne ''][1])"/>
        <xsl:if test="$name ne ''">
          <xsl:map-entry key="current-grouping-key()" select="$name"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- An editor's measured space is a space between words; what is said of it is kept. -->
  <xsl:template match="space" mode="mp:phrase" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:if test="normalize-space()">
      <space>{f:line(.)}</space>
      <xsl:text> </xsl:text>
    </xsl:if>
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

  <xsl:template match="milestone | ptr | graphic" mode="mp:phrase" as="empty-sequence()"/>

  <!-- A pointer is a reference without words. -->
  <xsl:template match="ptr[@target]" mode="mp:phrase" as="element(ref)">
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
    part of the word beside it; anything else begins a line of its own.
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
      <xsl:when test="$flows and $before[not(self::lb or self::pb)] and not(matches($before, '\s$'))">
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
      <xsl:when test="$flows and $after[not(self::lb or self::pb or self::note)] and not(matches($after, '^\s'))">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:when test="not($flows) and $after[self::text()[normalize-space() ne ''] or self::*[not(local-name() = $fp:liners or fp:is-line(.) or self::lb)]]">
        <lb/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- An element of which nothing is known keeps its text and is reported. -->
  <xsl:template match="*" mode="mp:phrase" as="element(seg)" priority="-2">
    <seg type="unknown" subtype="{local-name()}">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

</xsl:stylesheet>
