<?xml version="1.0" encoding="UTF-8"?>
<!-- A book: every page of it but the letters' own. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    The pages in reading order: path (in the book) and page of each; none for those of the letters,
    which are made already. The first is the cover's, with the words that stand on it. $letters: what
    m:letter has said of each, with the paths as 'pages'.
  -->
  <xsl:template name="t:book" as="map(xs:string, item()*)+">
    <xsl:context-item use="absent"/>
    <xsl:param name="letters" as="map(xs:string, item()*)*"/>
    <xsl:variable name="signs" as="xs:string*" select="distinct-values($letters?signs)"/>
    <xsl:variable name="has-about" as="xs:boolean" select="exists((
        $fp:edition/lp:section, $corpus/lp:corpus/lp:letter/lp:policy[*], $signs))"/>
    <xsl:variable name="cover" as="document-node()">
      <xsl:call-template name="tp:cover"/>
    </xsl:variable>
    <xsl:variable name="title" as="document-node()">
      <xsl:call-template name="tp:title-page"/>
    </xsl:variable>
    <xsl:variable name="contents" as="document-node()">
      <xsl:call-template name="tp:navigation">
        <xsl:with-param name="letters" select="$letters"/>
        <xsl:with-param name="about" select="$has-about"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="about" as="document-node()?">
      <xsl:if test="$has-about">
        <xsl:call-template name="tp:about-page">
          <xsl:with-param name="signs" select="$signs"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="registers" as="map(xs:string, item())*">
      <xsl:for-each select="$fp:kinds-present">
        <xsl:variable name="register" as="document-node()">
          <xsl:call-template name="t:register">
            <xsl:with-param name="kind" select="."/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:sequence select="map { 'path': $fp:register(.), 'draft': $register }"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="imprint" as="document-node()">
      <xsl:call-template name="tp:imprint"/>
    </xsl:variable>
    <xsl:variable name="moved" as="map(xs:string, xs:string)" select="map:merge($letters?moved)"/>
    <xsl:sequence select="(
        map { 'path': 'cover.xhtml', 'draft': $cover },
        map { 'path': 'title.xhtml', 'draft': $title },
        map { 'path': 'nav.xhtml', 'draft': $contents },
        $about ! map { 'path': 'about.xhtml', 'draft': . },
        $letters?pages ! map { 'path': string(.), 'draft': () },
        $registers,
        map { 'path': 'imprint.xhtml', 'draft': $imprint })
        ! map { 'path': ?path, 'page': fp:xhtml(?draft, ?path, (), $moved),
                'words': if (?path eq 'cover.xhtml') then fp:cover-words() else () }"/>
  </xsl:template>

  <!-- ================================================================ title -->

  <xsl:variable name="fp:between" as="element(lp:correspondence)?"
                select="$between ! key('fp:correspondence', ., $corpus)"/>

  <!-- What the book is called: the edition's title, the letter's, or the names of the two. -->
  <xsl:function name="fp:book-title" as="xs:string">
    <xsl:sequence select="($only ! f:short-title(f:record(.)), $fp:between ! f:parties(.), string($fp:edition/@title))[1]"/>
  </xsl:function>

  <!-- Publisher's name and date, as they stand at the foot of a title page. -->
  <xsl:function name="fp:published" as="xs:string">
    <xsl:sequence select="string-join((string-join($fp:edition/(@place, @publisher)[string()], ': '),
                          $fp:edition/@date)[string()], ', ')"/>
  </xsl:function>

  <!-- Title, subtitle, editors or edition, publisher: each may be empty. -->
  <xsl:function name="fp:cover-words" as="xs:string+">
    <xsl:variable name="letter" as="element()?" select="$only ! f:record(.)"/>
    <xsl:sequence select="
        if ($letter) then (f:correspondents($letter),
            string(f:written($letter)[not(contains(f:correspondents($letter), .))]),
            string($fp:edition/@title))
        else if ($fp:between) then (f:parties($fp:between), fp:correspondence-facts($fp:between),
            string($fp:edition/@title))
        else (string($fp:edition/@title), string($fp:edition/@subtitle),
              f:edited-by()[$fp:edition/lp:editor], ''[not($fp:edition/lp:editor)])"/>
    <xsl:sequence select="fp:published()"/>
  </xsl:function>

  <xsl:template name="tp:cover" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="main" as="element()">
      <section class="cover" epub:type="cover" xmlns:epub="http://www.idpf.org/2007/ops">
        <img role="doc-cover" src="cover.png" alt="{f:l10n('epub.cover.text', $fp:ui, map { 'text': string-join(
          fp:cover-words()[.], ', ') })}"/>
      </section>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'cover.xhtml'"/>
      <xsl:with-param name="title" select="f:l10n('epub.cover', $fp:ui)"/>
      <xsl:with-param name="main" select="$main"/>
      <xsl:with-param name="matter" select="'frontmatter'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:title-page" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="main" as="element()">
      <section class="title-page" epub:type="titlepage" xmlns:epub="http://www.idpf.org/2007/ops">
        <xsl:choose>
          <xsl:when test="exists($only)">
            <xsl:for-each select="f:record($only)">
              <h1>{f:correspondents(.)}</h1>
              <xsl:for-each select="f:written(.)[not(contains(f:correspondents(ancestor::lp:letter), .))]">
                <p class="subtitle"><xsl:sequence select="f:time(.)"/></p>
              </xsl:for-each>
            </xsl:for-each>
            <xsl:call-template name="tp:in-edition"/>
          </xsl:when>
          <xsl:when test="$fp:between">
            <h1>{f:parties($fp:between)}</h1>
            <p class="subtitle">{fp:correspondence-facts($fp:between)}</p>
            <xsl:call-template name="tp:in-edition"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="tp:edition-title"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="fp:published()[.]">
          <p class="published">{.}</p>
        </xsl:for-each>
      </section>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'title.xhtml'"/>
      <xsl:with-param name="title" select="fp:book-title()"/>
      <xsl:with-param name="main" select="$main"/>
      <xsl:with-param name="matter" select="'frontmatter'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Of which edition the book is a part. -->
  <xsl:template name="tp:in-edition" as="element()">
    <xsl:context-item use="optional"/>
    <p class="editors">{f:l10n('edition.in', $fp:ui, map { 'title':
      string-join(($fp:edition/@title, f:edited-by()[$fp:edition/lp:editor]), ', ') })}</p>
  </xsl:template>

  <!-- ================================================================ about -->

  <!-- The edition's own words, the policies of its letters, once each, and the signs. -->
  <xsl:template name="tp:about-page" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="signs" as="xs:string*"/>
    <xsl:variable name="main" as="element()">
      <section class="about-page" role="doc-introduction" aria-labelledby="about">
        <h1 id="about">{f:l10n('page.about', $fp:ui)}</h1>
        <xsl:call-template name="tp:sections"/>
        <xsl:call-template name="tp:policies"/>
        <xsl:if test="exists($signs)">
          <div class="about signs">
            <h2>{f:l10n('epub.signs', $fp:ui)}</h2>
            <xsl:call-template name="tp:sign-list">
              <xsl:with-param name="signs" select="$fp:signs[. = $signs]"/>
            </xsl:call-template>
          </div>
        </xsl:if>
      </section>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'about.xhtml'"/>
      <xsl:with-param name="title" select="f:l10n('page.about', $fp:ui)"/>
      <xsl:with-param name="main" select="$main"/>
      <xsl:with-param name="matter" select="'frontmatter'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ============================================================== imprint -->

  <xsl:template name="tp:imprint" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="$corpus/lp:corpus/lp:letter"/>
    <xsl:variable name="sources" as="element(lp:source)*">
      <xsl:for-each-group select="$letters/lp:source" group-by="normalize-space()">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="main" as="element()">
      <section class="imprint" role="doc-colophon" aria-labelledby="imprint">
        <h1 id="imprint">{f:l10n('epub.imprint', $fp:ui)}</h1>
        <h2>{f:l10n('letter.cite', $fp:ui)}</h2>
        <p>{($only ! f:letter-citation(f:record(.)), f:citation())[1]}</p>
        <!-- Where there are many, each stands under its letter. -->
        <xsl:if test="$sources and count($sources) le 5">
          <h2>{f:l10n('letter.source', $fp:ui)}</h2>
          <xsl:for-each select="$sources">
            <p><xsl:sequence select="f:link(normalize-space(), f:web-address(@target), ())"/></p>
          </xsl:for-each>
        </xsl:if>
        <xsl:if test="$fp:edition/(@licence, @licence-target)[string()]">
          <h2>{f:l10n('letter.licence', $fp:ui)}</h2>
          <p><xsl:sequence select="f:licence($fp:edition/@licence, $fp:edition/@licence-target)"/></p>
        </xsl:if>
      </section>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'imprint.xhtml'"/>
      <xsl:with-param name="title" select="f:l10n('epub.imprint', $fp:ui)"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
