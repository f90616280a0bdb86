<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page, the files' names, and the last step from HTML to XHTML. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:epub="http://www.idpf.org/2007/ops"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xpath-default-namespace=""
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:function name="f:letter-path" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="fp:part-href($id, 1)"/>
  </xsl:function>

  <!-- Of a page of the source only where the web shows it: a book's links lead to no picture. -->
  <xsl:function name="f:facsimile" as="xs:string?">
    <xsl:param name="said" as="attribute()?"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="f:web-address($said)"/>
  </xsl:function>

  <!-- A book has its registers whole. -->
  <xsl:function name="f:entry-path" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="$fp:register($entry/@kind) || '#' || encode-for-uri($entry/@id)"/>
  </xsl:function>

  <xsl:variable name="fp:register" as="map(xs:string, xs:string)" select="map {
      'person': 'persons.xhtml', 'place': 'places.xhtml', 'org': 'organisations.xhtml',
      'event': 'events.xhtml', 'work': 'works.xhtml' }"/>

  <!--
    A page as a draft in HTML. $matter is its place in a book: frontmatter, bodymatter, backmatter.
    What else the web edition's templates pass on has no place here.
  -->
  <xsl:template name="t:page" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string" select="f:root($path)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <xsl:param name="head" as="element()*" select="()"/>
    <!-- A book has one style sheet and runs no script. -->
    <xsl:param name="styles" as="xs:string*" select="()"/>
    <xsl:param name="scripts" as="xs:string*" select="()"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:param name="matter" as="xs:string" select="'backmatter'"/>
    <xsl:document>
      <html lang="{$fp:ui}">
        <xsl:if test="f:direction($fp:ui) eq 'rtl'">
          <xsl:attribute name="dir" select="'rtl'"/>
        </xsl:if>
        <head>
          <meta charset="utf-8"/>
          <title>{$title}</title>
          <link rel="stylesheet" type="text/css"
                href="{'../'[contains($path, '/')]}epub.css"/>
        </head>
        <xsl:text>&#10;</xsl:text>
        <body epub:type="{$matter}">
          <xsl:sequence select="$main"/>
        </body>
      </html>
    </xsl:document>
  </xsl:template>

  <!-- ============================================================= to XHTML -->

  <!--
    A draft as it goes into a book. $path: its own; $only: the letter that the book is all about, if
    it is; $moved: see m:letter.
  -->
  <xsl:function name="fp:xhtml" as="document-node()?">
    <xsl:param name="draft" as="document-node()?"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="only" as="xs:string?"/>
    <xsl:param name="moved" as="map(xs:string, xs:string)"/>
    <xsl:apply-templates mode="mp:xhtml" select="$draft">
      <xsl:with-param name="path" select="$path" tunnel="yes"/>
      <xsl:with-param name="only" select="$only" tunnel="yes"/>
      <xsl:with-param name="moved" select="$moved" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- The kinds of WAI-ARIA's publishing module that EPUB has a name of its own for. -->
  <xsl:variable name="fp:types" as="map(xs:string, xs:string)" select="map {
      'doc-chapter': 'chapter', 'doc-noteref': 'noteref', 'doc-footnote': 'footnote',
      'doc-backlink': 'backlink', 'doc-pagebreak': 'pagebreak',
      'doc-toc': 'toc', 'doc-pagelist': 'page-list',
      'doc-introduction': 'introduction', 'doc-colophon': 'colophon' }"/>

  <xsl:template mode="mp:xhtml" match="*" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates mode="mp:xhtml" select="@*"/>
      <xsl:apply-templates mode="mp:xhtml"/>
    </xsl:element>
  </xsl:template>

  <!-- Words for those who don't see, which the web's style sheet hides, become the link's name. -->
  <xsl:template mode="mp:xhtml" match="a[span/@class = 'vh']" priority="1" as="element()">
    <xsl:element name="a" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates mode="mp:xhtml" select="@*"/>
      <xsl:attribute name="aria-label" select="normalize-space()"/>
      <xsl:apply-templates mode="mp:xhtml" select="node() except span[@class = 'vh']"/>
    </xsl:element>
  </xsl:template>

  <!-- True of a link on a letter's page to another letter than $id. -->
  <xsl:function name="fp:leads-out" as="xs:boolean">
    <xsl:param name="href" as="attribute(href)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="starts-with($href, '../letters/')
        and not(tokenize($href, '#')[1] eq '../' || f:letter-path($id))"/>
  </xsl:function>

  <!-- A link out of the book, or of a kind that reading systems don't know, is none. -->
  <xsl:template mode="mp:xhtml" match="a[@href]" priority="2" as="element()">
    <xsl:param name="only" as="xs:string?" select="()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="starts-with(@href, 'geo:') or exists($only) and fp:leads-out(@href, $only)">
        <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
          <xsl:apply-templates mode="mp:xhtml" select="@* except (@href, @rel)"/>
          <xsl:apply-templates mode="mp:xhtml"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="mp:xhtml" match="@role[map:contains($fp:types, .)]" as="attribute()+"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map">
    <xsl:attribute name="epub:type" select="$fp:types(.)"/>
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template mode="mp:xhtml" match="@lang" as="attribute()+">
    <xsl:sequence select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- Where a letter has several pages, its addresses are those of the pages. -->
  <xsl:template mode="mp:xhtml" match="@href[contains(., '#')]" as="attribute()">
    <xsl:param name="path" as="xs:string" tunnel="yes"/>
    <xsl:param name="moved" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="page" as="xs:string" select="replace($path, '~\d+\.xhtml$', '.xhtml')"/>
    <xsl:variable name="target" as="xs:string?"
                  select="$moved(if (starts-with(., '#')) then $page || . else replace(., '^\.\./', ''))"/>
    <xsl:attribute name="href" select="
        if (empty($target)) then .
        else if (starts-with($target, $path || '#')) then substring-after($target, $path)
        else (if (contains($path, '/')) then '../' else '') || $target"/>
  </xsl:template>

  <!-- A hint is an element's title, as far as a reading system shows it; a link leads to more. -->
  <xsl:template mode="mp:xhtml" match="@data-hint" as="attribute()">
    <xsl:attribute name="title" select="."/>
  </xsl:template>

  <xsl:template mode="mp:xhtml" match="a/@data-hint | @tabindex | @loading
                                       | div[@class = 'scroll']/@role | div[@class = 'scroll']/@aria-label"
                as="empty-sequence()" priority="1"/>

</xsl:stylesheet>
