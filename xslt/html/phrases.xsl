<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases: looks, languages, dates, titles, line and page breaks. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ================================================================ looks -->

  <!-- The elements of HTML that mean just one look; all other looks are classes. -->
  <xsl:variable name="fp:look-elements" as="map(xs:string, xs:string)" select="map {
      'italic': 'i', 'bold': 'b', 'underline': 'u', 'superscript': 'sup', 'subscript': 'sub' }"/>

  <xsl:template mode="m:content" match="hi" as="element()">
    <xsl:variable name="looks" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:variable name="alone" as="xs:string?" select="if (count($looks) eq 1)
                                                       then $fp:look-elements($looks) else ()"/>
    <xsl:element name="{($alone, 'span')[1]}">
      <xsl:if test="not($alone)">
        <xsl:attribute name="class" select="fp:classes('hi', @rend)"/>
      </xsl:if>
      <xsl:apply-templates mode="mp:attributes" select="@* except @rend"/>
      <xsl:apply-templates mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Letters of a formula are set in italics; a fraction has none. -->
  <xsl:template mode="m:content" match="foreign | formula" as="element()">
    <span class="{local-name()}{' figures'[current()/self::formula[not(matches(., '\p{L}'))]]}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </span>
  </xsl:template>

  <xsl:template mode="m:content" match="seg" as="element()">
    <span class="{fp:classes('seg', @type)}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </span>
  </xsl:template>

  <!-- A picture among phrases is what its description says. -->
  <xsl:template mode="m:content" match="seg/figDesc" priority="1" as="element()?">
    <xsl:call-template name="t:words">
      <xsl:with-param name="text" select="'[' || f:l10n('figure', $fp:ui) || ': ' || . || ']'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="m:content" match="title" as="element()">
    <cite class="{fp:classes('title', @level)}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </cite>
  </xsl:template>

  <!-- ======================================================= quotation, dates -->

  <!-- The source may have its quotation marks or leave them to the renderer; never print both. -->
  <xsl:template mode="m:content" match="q | quote" as="element()">
    <q>
      <xsl:if test="f:is-marked(.)">
        <xsl:attribute name="class" select="'marked'"/>
      </xsl:if>
      <xsl:apply-templates mode="mp:attributes" select="@* except @rend"/>
      <xsl:apply-templates mode="m:content"/>
    </q>
  </xsl:template>

  <xsl:template mode="m:content" match="date" as="element()">
    <xsl:element name="{if (f:is-html-date(@when)) then 'time' else 'span'}">
      <xsl:if test="f:is-html-date(@when)">
        <xsl:attribute name="datetime" select="@when"/>
      </xsl:if>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- =============================================================== points -->

  <xsl:template mode="m:content" match="lb" as="element()">
    <br/>
  </xsl:template>

  <!-- A word goes on: the line of the source is no line here. -->
  <xsl:template mode="m:content" match="lb[@break = 'no']" as="node()">
    <xsl:choose>
      <xsl:when test="@hyphen">
        <xsl:text>&#xAD;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <wbr/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="m:content" match="cb" as="empty-sequence()"/>

  <xsl:template mode="m:content" match="anchor" as="element()?">
    <xsl:if test="@xml:id">
      <span>
        <xsl:apply-templates mode="mp:attributes" select="@*"/>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- A page of the source begins: its number in the margin, or in the line where there is none. -->
  <xsl:template mode="m:content" match="pb" as="element()">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <span class="{fp:break-class(.)}" data-audit="skip" data-page="{@n}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
      <xsl:variable name="label" as="element()+">
        <span class="vh">{f:page-kind(@n, $fp:ui)} </span>
        <span class="n">{(@n[string()], '·')[1]}</span>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="@xml:id">
          <a href="#{$prefix || @xml:id}"><xsl:sequence select="$label"/></a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$label"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="f:facsimile(@facs, $root)">
        <a class="facs" href="{.}">{f:l10n('page.facsimile', $fp:ui)}</a>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- Among blocks a break has a line of its own. -->
  <xsl:function name="fp:break-class" as="xs:string">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:sequence select="string-join(('pb', 'own-line'[$break/(parent::text | parent::body |
        parent::div | parent::opener | parent::closer | parent::postscript)]), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
