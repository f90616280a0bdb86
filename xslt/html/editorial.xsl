<?xml version="1.0" encoding="UTF-8"?>
<!-- What editors say of the text: errors and corrections, additions, deletions, gaps and doubts. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    The context element as a span whose hint shows on hover, and on focus for those without a
    mouse; the legend below the letter explains the signs to all.
  -->
  <xsl:template name="tp:hinted" as="element()">
    <xsl:context-item as="element()"/>
    <xsl:param name="name" as="xs:string" select="'span'"/>
    <xsl:param name="hint" as="xs:string"/>
    <xsl:param name="class" as="xs:string?" select="()"/>
    <xsl:param name="content" as="node()*">
      <xsl:apply-templates mode="m:content"/>
    </xsl:param>
    <xsl:element name="{$name}">
      <xsl:where-populated>
        <xsl:attribute name="class" select="string-join(($class, 'hinted'[$hint]), ' ')"/>
      </xsl:where-populated>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:if test="$hint">
        <xsl:attribute name="data-hint" select="$hint"/>
        <xsl:attribute name="tabindex" select="0"/>
      </xsl:if>
      <xsl:sequence select="$content"/>
    </xsl:element>
  </xsl:template>

  <!-- ====================================================== errors, two readings -->

  <!-- As it stands in the source; the correction, if there is one, in the program's words. -->
  <xsl:template mode="m:content" match="sic" as="element()+">
    <xsl:if test="not(@part = 'F')">
      <span class="sic">
        <xsl:apply-templates mode="mp:attributes" select="@*"/>
        <xsl:apply-templates mode="m:content"/>
      </span>
    </xsl:if>
    <xsl:if test="not(@part = 'I')">
      <xsl:call-template name="t:words">
        <xsl:with-param name="text" select="if (@corr)
            then f:l10n('sic.read', $fp:ui, map { 'reading': string(@corr) })
            else ' [sic]'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Behind a word, of a correction in it, which the editors' reading has: no sign is wanted there. -->
  <xsl:template mode="m:content" match="sic[@part = 'F'][@corr]" priority="1" as="element()+">
    <xsl:param name="switched" as="xs:string*" select="()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$switched = 'choices' and not(ancestor::note)">
        <span class="as-written">
          <xsl:next-match/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="m:content" match="corr" as="element()">
    <xsl:call-template name="tp:hinted">
      <xsl:with-param name="class" select="'corr'"/>
      <xsl:with-param name="hint" select="(fp:in-source(.), f:l10n('hint.corr', $fp:ui))[1]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="m:content" match="reg | expan" as="element()">
    <xsl:call-template name="tp:hinted">
      <xsl:with-param name="class" select="local-name()"/>
      <xsl:with-param name="hint" select="string(fp:in-source(.))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="m:content" match="orig" as="element()">
    <xsl:call-template name="tp:hinted">
      <xsl:with-param name="class" select="'orig'"/>
      <xsl:with-param name="hint"
                      select="f:sides-in-line(parent::choice/reg)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "In the source: recieve", of what the editors put in its place. -->
  <xsl:function name="fp:in-source" as="xs:string?">
    <xsl:param name="edited" as="element()"/>
    <xsl:for-each select="$edited/parent::choice/f:source-side(.)[not(. is $edited)]">
      <xsl:sequence select="f:l10n('hint.in-source', $fp:ui, map { 'reading': f:sides-in-line(.) })"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template mode="m:content" match="abbr" as="element()">
    <xsl:call-template name="tp:hinted">
      <xsl:with-param name="name" select="'abbr'"/>
      <xsl:with-param name="hint"
                      select="f:sides-in-line(parent::choice/expan)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==================================================== additions, deletions -->

  <xsl:template mode="m:content" match="del" as="element()">
    <del>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </del>
  </xsl:template>

  <xsl:template mode="m:content" match="add" as="element()">
    <xsl:variable name="place" as="xs:string" select="lower-case(string(@place))"/>
    <xsl:call-template name="tp:hinted">
      <xsl:with-param name="name" select="'ins'"/>
      <xsl:with-param name="hint" select="f:l10n('hint.add' ||
          (if (matches($place, '^(above|super|supra)')) then '.above'
           else if (matches($place, '^(below|infra|sub)')) then '.below'
           else if (matches($place, 'margin|left|right')) then '.margin' else ''), $fp:ui)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ======================================================= the editors' hand -->

  <!-- Square brackets are the program's, the words within them the letter's. -->
  <xsl:template mode="m:content" match="supplied" as="element()">
    <xsl:variable name="content" as="node()*">
      <xsl:call-template name="t:words">
        <xsl:with-param name="text" select="'['"/>
      </xsl:call-template>
      <xsl:apply-templates mode="m:content"/>
      <xsl:call-template name="t:words">
        <xsl:with-param name="text" select="']'"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:call-template name="tp:hinted">
      <xsl:with-param name="class" select="'supplied'"/>
      <xsl:with-param name="hint" select="fp:supplied-from(.)"/>
      <xsl:with-param name="content" select="$content"/>
    </xsl:call-template>
  </xsl:template>

  <!-- "Supplied by the editors from …": the source as it begins, if the metadata know it by id; the page has the whole. -->
  <xsl:function name="fp:supplied-from" as="xs:string">
    <xsl:param name="supplied" as="element(supplied)"/>
    <xsl:variable name="ids" as="xs:string*"
                  select="tokenize($supplied/@source) ! substring-after(., '#')"/>
    <xsl:variable name="sources" as="element(lp:source)*"
                  select="$supplied/ancestor::lp:letter[@id]/f:record(@id)/lp:source[@id = $ids]"/>
    <xsl:sequence select="if ($sources)
        then f:l10n('hint.supplied.from', $fp:ui, map {
               'source': f:enumeration($sources ! fp:cut(., 80)) })
        else f:l10n('hint.supplied', $fp:ui)"/>
  </xsl:function>

  <xsl:template mode="m:content" match="unclear" as="element()+">
    <span class="unclear">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </span>
    <xsl:call-template name="t:words">
      <xsl:with-param name="text" select="'[?]'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="m:content" match="gap" as="element()">
    <span class="ed gap hinted" data-audit="skip" data-hint="{fp:gap(.)}" tabindex="0">
      <xsl:text>[{string-join(('…', normalize-space()[. ne '']), ' ')}]</xsl:text>
    </span>
  </xsl:template>

  <!-- "Gap: 3 words, illegible": what the source says of it, in its own terms. -->
  <xsl:function name="fp:gap" as="xs:string">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="extent" as="xs:string"
                  select="string-join(($gap/@quantity, $gap/@unit), ' ')"/>
    <xsl:sequence select="string-join((f:l10n('hint.gap', $fp:ui),
        string-join(($extent, $gap/@reason)[string()], ', ')[.]), ': ')"/>
  </xsl:function>

  <!-- What the editors say of room that was left in the source. -->
  <xsl:template mode="m:content" match="space" as="element()?">
    <xsl:call-template name="t:words">
      <xsl:with-param name="text" select="'[' || normalize-space() || ']'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="m:content" match="handShift" as="element()?">
    <xsl:variable name="what" as="xs:string?"
                  select="((@new, @scribe, @medium) ! normalize-space(.))[. and not(starts-with(., '#'))][1]"/>
    <xsl:call-template name="t:words">
      <xsl:with-param name="text" select="if ($what)
          then '[' || f:l10n('hand.what', $fp:ui, map { 'what': $what }) || ']'
          else '[' || f:l10n('hand', $fp:ui) || ']'"/>
      <xsl:with-param name="class" select="'ed hand'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
