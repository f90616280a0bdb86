<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition as a whole: the list of letters, the edition itself, the set of all. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Links to the volumes of several letters that stand beside a page, of that name. -->
  <xsl:function name="fp:volumes" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="known" as="array(xs:string)*"
                  select="['book', '.pdf', 'application/pdf'][$name eq 'edition'],
                          ['epub', '.epub', 'application/epub+zip'], ['text', '.txt', 'text/plain'],
                          ['diplomatic', '.diplomatic.txt', 'text/plain'], ['markdown', '.md', 'text/markdown']"/>
    <xsl:where-populated>
      <ul class="tools">
        <xsl:for-each select="$known[?1 = $formats]">
          <li>
            <a href="{$name || ?2}" type="{?3}">{f:l10n('format.' || ?1, $fp:ui)}</a>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:function>

  <!-- ================================================================ index -->

  <xsl:template name="tp:contents" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="main" as="node()*">
      <header class="title-page">
        <xsl:call-template name="tp:edition-title"/>
        <xsl:sequence select="fp:volumes('edition')"/>
      </header>
      <xsl:text>&#10;</xsl:text>
      <xsl:call-template name="tp:blurb"/>
      <xsl:call-template name="tp:plan"/>
      <xsl:choose>
        <xsl:when test="$fp:is-large">
          <xsl:call-template name="tp:ways-in"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="tp:letter-list"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'index.html'"/>
      <xsl:with-param name="title" select="string($fp:edition/@title)"/>
      <xsl:with-param name="description" select="string($fp:edition/@subtitle)"/>
      <xsl:with-param name="head" select="f:edition-head()"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:edition-title" as="element()+">
    <xsl:context-item use="absent"/>
    <h1>{$fp:edition/@title}</h1>
    <xsl:if test="$fp:edition/@subtitle[string()]">
      <p class="subtitle">{$fp:edition/@subtitle}</p>
    </xsl:if>
    <xsl:if test="$fp:edition/lp:editor">
      <p class="editors">{f:edited-by()}</p>
    </xsl:if>
  </xsl:template>

  <!-- The first paragraph about the edition, and the way to the rest. -->
  <xsl:template name="tp:blurb" as="element()?">
    <xsl:context-item use="absent"/>
    <xsl:variable name="first" as="element(p)?"
                  select="($fp:edition/lp:section[@type = 'about'][1]//p)[1]"/>
    <xsl:if test="$first">
      <div class="blurb">
        <xsl:apply-templates mode="m:content" select="$first">
          <xsl:with-param name="root" select="''" tunnel="yes"/>
          <xsl:with-param name="prefix" select="'about-'" tunnel="yes"/>
        </xsl:apply-templates>
        <p class="more"><a href="about.html">{f:l10n('page.about', $fp:ui)}</a></p>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- All letters by date, under their years if there is more than one. -->
  <xsl:template name="tp:letter-list" as="element()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="$corpus/lp:corpus/lp:letter"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values($letters ! fp:year(.))"/>
    <section class="contents" aria-labelledby="letters">
      <h2 id="letters">{if (count($letters) eq 1) then f:l10n('page.letters', $fp:ui)
          else f:counted('count.letter', count($letters), $fp:ui)}</h2>
      <xsl:if test="count($years) gt 2">
        <nav class="jump" aria-label="{f:l10n('contents.years', $fp:ui)}">
          <ul>
            <xsl:for-each select="$years">
              <li><a href="#{fp:year-id(.)}">{fp:year-label(.)}</a></li>
            </xsl:for-each>
          </ul>
        </nav>
      </xsl:if>
      <xsl:for-each-group select="$letters" group-by="fp:year(.)">
        <xsl:if test="count($years) gt 1">
          <h3 id="{fp:year-id(current-grouping-key())}">{fp:year-label(current-grouping-key())}</h3>
        </xsl:if>
        <ol class="letters">
          <xsl:text>&#10;</xsl:text>
          <xsl:for-each select="current-group()">
            <xsl:sequence select="f:letter-line(., '')"/>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </xsl:for-each-group>
    </section>
  </xsl:template>

  <!-- The ways into an edition of many letters: by year, by correspondent. -->
  <xsl:template name="tp:ways-in" as="element()+">
    <xsl:context-item use="absent"/>
    <xsl:variable name="letters" as="element(lp:letter)+" select="$corpus/lp:corpus/lp:letter"/>
    <section class="contents" aria-labelledby="letters">
      <h2 id="letters"><a href="{$fp:list}">{f:counted('count.letter', count($letters), $fp:ui)}</a></h2>
      <ul class="years">
        <xsl:for-each-group select="$letters" group-by="fp:year(.)">
          <li>
            <a href="{$fp:list}#{fp:year-id(current-grouping-key())}">{fp:year-label(current-grouping-key())}</a>
            <xsl:text> </xsl:text>
            <span class="count">{f:grouped(count(current-group()), $fp:ui)}</span>
          </li>
        </xsl:for-each-group>
      </ul>
    </section>
    <xsl:if test="exists($fp:correspondences)">
      <section class="contents" aria-labelledby="correspondents">
        <h2 id="correspondents"><a href="correspondences/index.html">{f:l10n('page.correspondences', $fp:ui)}</a></h2>
        <ul class="ties">
          <xsl:for-each select="sort($fp:correspondences, (), function($one) { -count(tokenize($one/@letters)) })[position() le 12]">
            <li>
              <a href="{f:correspondence-path(.)}">{f:parties(.)}</a>
              <xsl:text> </xsl:text>
              <span class="count">{fp:correspondence-facts(.)}</span>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="count($fp:correspondences) gt 12">
          <p class="more"><a href="correspondences/index.html">{
            f:counted('contents.all', count($fp:correspondences), $fp:ui)}</a></p>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ================================================================ about -->

  <xsl:template name="tp:about" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="main" as="node()*">
      <h1>{f:l10n('page.about', $fp:ui)}</h1>
      <xsl:call-template name="tp:sections"/>
      <xsl:call-template name="tp:policies"/>
      <div class="about">
        <h2>{f:l10n('letter.cite', $fp:ui)}</h2>
        <p>
          <xsl:text>{f:citation()}</xsl:text>
          <xsl:for-each select="$fp:edition/@url[string()]">
            <xsl:text> </xsl:text>
            <a href="{.}">{.}</a>
          </xsl:for-each>
        </p>
        <xsl:call-template name="tp:imprint-facts"/>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'about.html'"/>
      <xsl:with-param name="title" select="f:l10n('page.about', $fp:ui)"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What the edition's own header says of it at length. -->
  <xsl:template name="tp:sections" as="node()*">
    <xsl:context-item use="absent"/>
    <xsl:for-each select="$fp:edition/lp:section">
      <div class="{fp:classes('about', @type)}">
        <!-- What the page is called need not be said again. -->
        <xsl:apply-templates mode="m:content" select="* except head[not(.//note)][lower-case(normalize-space()) eq lower-case(f:l10n('page.about', $fp:ui))]">
          <xsl:with-param name="root" select="''" tunnel="yes"/>
          <xsl:with-param name="prefix" select="'s' || position() || '-'" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
