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

  <!-- Registers and their lists: the corpus document has them. (Of the modules of this step this one is
       imported last, so that this rule wins over theirs.) -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | back/listBibl[.//@xml:id] | listRelation" mode="mp:block mp:phrase"
                as="empty-sequence()" priority="1"/>

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

  <xsl:template match="hi | emph | mentioned | soCalled" mode="mp:phrase" as="element(hi)">
    <xsl:variable name="said" as="xs:string*" select="tokenize(lower-case(string(@rend))), tokenize(@rendition) ! replace(., '^#', '')"/>
    <hi>
      <xsl:variable name="looks" as="xs:string*" select="distinct-values($said ! ($fp:looks(.), .)[1])"/>
      <xsl:if test="exists($looks) or not(self::hi)">
        <xsl:attribute name="rend" select="if (exists($looks)) then $looks else 'italic'"/>
      </xsl:if>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </hi>
  </xsl:template>

  <!-- Editorial marks and phrases that renderers know by name. -->
  <xsl:template match="sic | corr | orig | reg | abbr | expan | choice | del | add | supplied | unclear | gap
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

  <!-- Readings that no rule knows as those of the source or of the editors: all are kept, apart. -->
  <xsl:template match="choice[not(sic | orig | abbr | corr | reg | expan)][*[2]]" mode="mp:phrase" as="element(seg)"
                priority="1">
    <seg type="unknown" subtype="choice">
      <xsl:call-template name="tp:common"/>
      <xsl:call-template name="tp:apart"/>
    </seg>
  </xsl:template>

  <xsl:template match="app" mode="mp:phrase" as="node()*">
    <xsl:call-template name="tp:apart"/>
  </xsl:template>

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

  <xsl:template match="anchor | handShift | lb | cb" mode="mp:phrase" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@type, @break, @new, @medium, @scribe, @n[not(../self::lb)]"/>
      <xsl:call-template name="tp:common"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pb" mode="mp:phrase" as="element(pb)">
    <pb>
      <xsl:copy-of select="@n, @facs, @break, @cert, @resp, @evidence"/>
      <xsl:call-template name="tp:common"/>
    </pb>
  </xsl:template>

  <!-- An editor's measured space is a space between words. -->
  <xsl:template match="space" mode="mp:phrase" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Marks on letters and words that only wrap their text. -->
  <xsl:template match="c | g | w | pc | ex | am | subst | lem | s | cl | phr | roleName | forename | surname
                       | nameLink | addName | genName | num | measure | cit | listBibl | seg[not(@*)]"
                mode="mp:phrase" as="node()*">
    <xsl:apply-templates mode="mp:phrase"/>
  </xsl:template>

  <xsl:template match="seg | time | term | gloss | bibl | biblStruct | damage | fw | email | idno | publisher
                       | pubPlace | author | editor | biblScope | street | postCode | height | width | affiliation"
                mode="mp:phrase" as="element(seg)">
    <seg type="{if (self::seg) then (@type, 'seg')[1] else local-name()}">
      <xsl:copy-of select="@subtype"/>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <xsl:template match="milestone | ptr | graphic" mode="mp:phrase" as="empty-sequence()"/>

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
