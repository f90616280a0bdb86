<?xml version="1.0" encoding="UTF-8"?>
<!--
  Phrases: text, names, looks, editorial signs, breaks and marks, for plain text and Markdown alike.
  What a format writes in its own way comes out as one of the signs of lines.xsl.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Small capitals and capitals are capitals here. -->
  <xsl:template match="text()" mode="mp:phrases" as="xs:string">
    <xsl:param name="capitals" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="text" as="xs:string" select="f:spaced(.)"/>
    <xsl:sequence select="if ($capitals) then upper-case($text) else $text"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="mp:phrases" as="empty-sequence()"/>

  <!-- A letter of the volume stands in a text of its own. -->
  <xsl:template match="ptr" mode="mp:phrases" as="empty-sequence()"/>

  <xsl:template match="rs | date | foreign | ref | seg | formula | corr | orig | reg | abbr | expan"
                mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

  <!-- Looks. One emphasis in another is none. -->
  <xsl:template match="hi | title" mode="mp:phrases" as="xs:string*">
    <xsl:param name="capitals" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="emphasised" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="looks" as="xs:string*" select="if (self::title) then 'italic' else tokenize(@rend)"/>
    <xsl:variable name="signs" as="xs:string*"
                  select="if ($emphasised) then () else if ($looks = 'bold') then ($fp:strong-from, $fp:strong-to)
                          else if ($looks = 'italic') then ($fp:italic-from, $fp:italic-to) else ()"/>
    <xsl:sequence select="$fp:raised[$looks = 'superscript'], $signs[1]"/>
    <xsl:apply-templates mode="mp:phrases">
      <xsl:with-param name="capitals" select="$capitals or $looks = ('smallcaps', 'uppercase')" tunnel="yes"/>
      <xsl:with-param name="emphasised" select="$emphasised or exists($signs)" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:sequence select="$signs[2]"/>
  </xsl:template>

  <!-- A reference without words says where it leads. -->
  <xsl:template match="ref[not(* or normalize-space())]" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="if (starts-with(@target, '#')) then '[→]' else '[→ ' || normalize-space(@target) || ']'"/>
  </xsl:template>

  <!-- Quotation marks, where the source leaves them to the encoding: those of the language that it is in. -->
  <xsl:template match="q | quote" mode="mp:phrases" as="xs:string*">
    <xsl:variable name="lang" as="xs:string" select="string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:variable name="key" as="xs:string"
                  select="if (ancestor::q or ancestor::quote[not(@rend = 'block')]) then 'print.quote.inner' else 'print.quote'"/>
    <xsl:variable name="marked" as="xs:boolean" select="f:is-marked(.)"/>
    <xsl:sequence select="f:l10n($key || '.open', $lang)[not($marked)]"/>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:sequence select="f:l10n($key || '.close', $lang)[not($marked)]"/>
  </xsl:template>

  <!-- What stands in the source is shown; in the diplomatic reading, the editors' side after it, or all of theirs. -->
  <xsl:template match="choice" mode="mp:phrases" as="xs:string*">
    <xsl:variable name="shown" as="element()?" select="f:source-side(.)"/>
    <xsl:apply-templates select="$shown" mode="mp:phrases"/>
    <xsl:if test="$diplomatic and $shown[self::orig or self::abbr]">
      <xsl:variable name="goes-on" as="xs:boolean"
                    select="matches($shown, '[\p{L}\p{M}\p{N}-]$')
                            and matches(following-sibling::node()[1]/self::text(), '^[\p{L}\p{M}\p{N}]')"/>
      <xsl:variable name="reading" as="xs:string" select="string-join((reg | expan) ! normalize-space(), ' / ')"/>
      <xsl:sequence select="($fp:behind-from[$goes-on] || ' [= ' || $reading || ']' || $fp:behind-to[$goes-on])[$reading ne '']"/>
    </xsl:if>
  </xsl:template>

  <!-- The editors' correction is theirs: it stands within their brackets. -->
  <xsl:template match="sic" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:sequence select="(' [sic' || @corr ! ('; recte ' || .) || ']')[not(current()/@part = 'I')]"/>
  </xsl:template>

  <xsl:template match="add" mode="mp:phrases" as="xs:string*">
    <xsl:sequence select="'\'[$diplomatic]"/>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:sequence select="'/'[$diplomatic]"/>
  </xsl:template>

  <xsl:template match="supplied" mode="mp:phrases" as="xs:string*">
    <xsl:text>[</xsl:text>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>[?]</xsl:text>
  </xsl:template>

  <xsl:template match="del" mode="mp:phrases" as="xs:string*">
    <xsl:text>⟦</xsl:text>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <!-- What the editors say of a gap, or of room that was left, stands within their brackets. -->
  <xsl:template match="gap" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="'[' || string-join(('…', normalize-space()[. ne '']), ' ') || ']'"/>
  </xsl:template>

  <xsl:template match="space" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="'[' || normalize-space() || ']'"/>
  </xsl:template>

  <xsl:template match="seg[@type = 'figure']" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates select="node() except figDesc, figDesc" mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="figDesc" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="' [' || normalize-space(.) || '] '"/>
  </xsl:template>

  <!-- How far a line of verse stands in. -->
  <xsl:function name="fp:steps" as="xs:integer">
    <xsl:param name="line" as="node()"/>
    <xsl:sequence select="xs:integer((tokenize($line/self::l/@rend)[starts-with(., 'indent-')] ! substring-after(., '-'), '0')[1])"/>
  </xsl:function>

  <!-- Breaks. In prose the source's lines are no lines here, but in the diplomatic reading they are; so are those of addresses, letterheads and captions. -->

  <xsl:template match="lb" mode="mp:phrases" as="xs:string">
    <xsl:variable name="holder" as="element()?"
                  select="ancestor::*[self::p or self::ab or self::item or self::note or self::cell or self::head
                                      or self::dateline or self::salute or self::signed or self::byline
                                      or self::addrLine or self::label or self::l or self::quote][1]"/>
    <xsl:variable name="lines" as="element(seg)?"
                  select="(ancestor::seg, preceding-sibling::node()[1], following-sibling::node()[1])
                          [self::seg[@type = ('address', 'letterhead', 'figure')]][1]"/>
    <xsl:sequence select="if (@break = 'no') then @hyphen[$diplomatic] || $fp:join
                          else if ($diplomatic or $lines and $holder[self::p or self::ab][not(ancestor::cell)]
                                   or $holder[self::head or self::dateline or self::salute or self::signed or self::byline
                                           or self::addrLine or self::l or parent::opener or parent::closer])
                          then '&#10;' else ' '"/>
  </xsl:template>

  <!-- Points; what an encoder put into one, against the rules, is text all the same. -->
  <xsl:template match="anchor | graphic" mode="mp:phrases" as="xs:string*">
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="handShift" mode="mp:phrases" as="xs:string*">
    <xsl:if test="$diplomatic">
      <xsl:variable name="hand" as="xs:string*" select="(@new, @scribe, @medium) ! tokenize(.) ! replace(., '^#', '')"/>
      <xsl:sequence select="' [Hand' || ':'[exists($hand)] || string-join($hand ! (' ' || .)) || '] '"/>
    </xsl:if>
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="cb" mode="mp:phrases" as="xs:string*">
    <xsl:variable name="join" as="xs:string?" select="$fp:join[current()/@break = 'no']"/>
    <xsl:sequence select="@hyphen[$diplomatic] ! string(), $join, ($fp:mark-from || '‖' || $fp:mark-to)[$diplomatic], $join"/>
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

  <xsl:template match="pb" mode="mp:phrases" as="xs:string*">
    <xsl:variable name="label" as="xs:string" select="normalize-space(replace(@n, '[\[\]]', ''))"/>
    <xsl:variable name="inferred" as="xs:boolean" select="exists(@cert | @resp | @evidence) or starts-with(@n, '[')"/>
    <xsl:variable name="mark" as="xs:string"
                  select="normalize-space(f:l10n('text.page', $fp:language, map { 'page': $label })
                                          || (', ' || f:l10n('text.inferred', $fp:language))[$inferred])"/>
    <xsl:variable name="join" as="xs:string?" select="$fp:join[current()/@break = 'no']"/>
    <xsl:variable name="shown" as="xs:string?" select="('[' || translate($mark, ' ', $fp:tie) || ']')[$pages]"/>
    <xsl:sequence select="@hyphen[$diplomatic] ! string(), $join, ($fp:mark-from || $shown || $fp:mark-to)[$pages or $diplomatic], $join"/>
  </xsl:template>

  <!-- Notes stand at the end; here their marks. -->
  <xsl:template match="note" mode="mp:phrases" as="xs:string">
    <xsl:sequence select="fp:mark(.)"/>
  </xsl:template>

  <!-- What no rule knows keeps its text. -->
  <xsl:template match="*" mode="mp:phrases" as="xs:string*" priority="-2">
    <xsl:message>The texts know no phrase of the name {name()}.</xsl:message>
    <xsl:apply-templates mode="mp:phrases"/>
  </xsl:template>

</xsl:stylesheet>
