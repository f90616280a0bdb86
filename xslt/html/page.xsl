<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page: head, banner, navigation, foot. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    A whole page. $path is its address from the site's root, $root the way back to it, $title its own name (the edition's is
    added), $head what else belongs in the head, $styles the style sheets in assets/ that the page
    needs beside that of all pages, $scripts the files there that it works better with, $main the
    content.
  -->
  <xsl:template name="t:page" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string" select="f:root($path)"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string" select="''"/>
    <xsl:param name="head" as="element()*" select="()"/>
    <xsl:param name="styles" as="xs:string*" select="'pages.css'"/>
    <xsl:param name="scripts" as="xs:string*" select="()"/>
    <xsl:param name="main" as="node()*"/>
    <xsl:variable name="edition" as="xs:string" select="string($fp:edition/@title)"/>
    <xsl:document>
      <html lang="{$fp:ui}">
        <xsl:if test="f:direction($fp:ui) eq 'rtl'">
          <xsl:attribute name="dir" select="'rtl'"/>
        </xsl:if>
        <head>
          <meta charset="utf-8"/>
          <title>{string-join(distinct-values(($title, $edition)[.]), ' · ')}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <meta name="color-scheme" content="light dark"/>
          <xsl:if test="$description">
            <meta name="description" property="og:description" content="{$description}"/>
          </xsl:if>
          <xsl:for-each select="'fonts.css', 'letterpress.css', $styles">
            <link rel="stylesheet" href="{$root}assets/{.}"/>
          </xsl:for-each>
          <xsl:if test="$styled">
            <link rel="stylesheet" href="{$root}assets/custom.css"/>
          </xsl:if>
          <link rel="icon" type="image/svg+xml" href="{$root}assets/icon.svg"/>
          <xsl:for-each select="$scripts">
            <script src="{$root}assets/{.}" defer="defer"></script>
          </xsl:for-each>
          <!-- The answer to a lost address has none of its own. -->
          <xsl:sequence select="f:page-head($path, $title)[$path ne '404.html'], $head"/>
        </head>
        <xsl:text>&#10;</xsl:text>
        <body>
          <a class="skip" href="#main">{f:l10n('page.skip', $fp:ui)}</a>
          <xsl:call-template name="tp:banner">
            <xsl:with-param name="path" select="$path"/>
            <xsl:with-param name="root" select="$root"/>
          </xsl:call-template>
          <xsl:text>&#10;</xsl:text>
          <main id="main">
            <xsl:sequence select="$main"/>
          </main>
          <xsl:text>&#10;</xsl:text>
          <xsl:call-template name="tp:foot">
            <xsl:with-param name="root" select="$root"/>
          </xsl:call-template>
        </body>
      </html>
    </xsl:document>
  </xsl:template>

  <!-- The way from a page to the site's root: one step up for each folder. -->
  <xsl:function name="f:root" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($path, '/')[position() lt last()] ! '../')"/>
  </xsl:function>

  <!-- The edition's name and the way to its lists; the page that is open says so. -->
  <xsl:template name="tp:banner" as="element(Q{}header)">
    <xsl:context-item use="absent"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:variable name="registers" as="map(xs:string, xs:string)*" select="
        $fp:registers ! map { 'path': $fp:register(.), 'label': f:l10n('register.' || ., $fp:ui) }"/>
    <header class="banner">
      <p class="edition"><a href="{$root}index.html">{$fp:edition/@title}</a></p>
      <nav aria-label="{f:l10n('page.navigation', $fp:ui)}">
        <ul>
          <xsl:sequence select="
              fp:nav-item($fp:list, 'page.letters', $path, $root),
              fp:nav-item('correspondences/index.html', 'page.correspondences', $path, $root)[$corpus/lp:corpus/@correspondences],
              (if (count($registers) gt 1) then fp:nav-group($registers, 'page.registers', $path, $root)
               else $registers ! fp:nav-link(?path, ?label, $path, $root)),
              $corpus/lp:corpus/@year ! fp:nav-item(f:calendar-path(.), 'page.calendar', $path, $root),
              fp:nav-item('map.html', 'page.map', $path, $root)[exists($maps)],
              fp:nav-item('network.html', 'page.network', $path, $root)[exists($network)],
              fp:nav-item('about.html', 'page.about', $path, $root),
              fp:nav-item('search.html', 'page.search', $path, $root)"/>
        </ul>
      </nav>
      <xsl:call-template name="tp:search-box">
        <xsl:with-param name="path" select="$path"/>
        <xsl:with-param name="root" select="$root"/>
      </xsl:call-template>
    </header>
  </xsl:template>

  <xsl:function name="fp:nav-item" as="element(Q{}li)">
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="fp:nav-link($to, f:l10n($key, $fp:ui), $path, $root)"/>
  </xsl:function>

  <xsl:function name="fp:nav-link" as="element(Q{}li)">
    <xsl:param name="to" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <li>
      <a href="{$root || $to}">
        <xsl:if test="$to eq $path">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:text>{$label}</xsl:text>
      </a>
    </li>
  </xsl:function>

  <!-- Several pages under one word, which opens without a script. -->
  <xsl:function name="fp:nav-group" as="element(Q{}li)">
    <xsl:param name="pages" as="map(xs:string, xs:string)+"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <li>
      <details class="{string-join(('group', 'current'[$pages?path = $path]), ' ')}">
        <summary>{f:l10n($key, $fp:ui)}</summary>
        <ul>
          <xsl:sequence select="$pages ! fp:nav-link(?path, ?label, $path, $root)"/>
        </ul>
      </details>
    </li>
  </xsl:function>

  <!-- Who made the edition, and on what terms it may be used. -->
  <xsl:template name="tp:foot" as="element(Q{}footer)">
    <xsl:context-item use="absent"/>
    <xsl:param name="root" as="xs:string"/>
    <footer class="foot">
      <p>
        <xsl:text>{$fp:edition/@title}</xsl:text>
        <xsl:if test="$fp:edition/lp:editor">
          <xsl:text>, {f:edited-by()}</xsl:text>
        </xsl:if>
        <xsl:text>. </xsl:text>
        <xsl:sequence select="f:licence($fp:edition/@licence, $fp:edition/@licence-target)"/>
        <xsl:text> </xsl:text>
        <a href="{$root}about.html">{f:l10n('page.about', $fp:ui)}</a>
        <xsl:text> · </xsl:text>
        <a href="{$root}data/index.html">{f:l10n('page.data', $fp:ui)}</a>
      </p>
    </footer>
  </xsl:template>

  <!-- "edited by A and B". -->
  <xsl:function name="f:edited-by" as="xs:string">
    <xsl:sequence select="f:edited-by($fp:edition/lp:editor)"/>
  </xsl:function>

  <xsl:function name="f:edited-by" as="xs:string">
    <xsl:param name="editors" as="element(lp:editor)*"/>
    <xsl:sequence select="f:l10n('edition.edited-by', $fp:ui, map {
                            'editors': f:enumeration($editors/string()) })"/>
  </xsl:function>

  <!-- A licence by name, linked to its terms; nothing where there is none. -->
  <xsl:function name="f:licence" as="node()*">
    <xsl:param name="name" as="xs:string?"/>
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="label" as="xs:string" select="string(($name[.], $target[.])[1])"/>
    <xsl:sequence select="f:link($label, f:web-address($target), 'license')"/>
    <xsl:text>{'.'[$label and not(ends-with($label, '.'))]}</xsl:text>
  </xsl:function>

  <!-- A label with a link on it where there is somewhere to go. -->
  <xsl:function name="f:link" as="node()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="rel" as="xs:string?"/>
    <xsl:choose>
      <xsl:when test="not($label)"/>
      <xsl:when test="$href">
        <a href="{$href}">
          <xsl:if test="$rel">
            <xsl:attribute name="rel" select="$rel"/>
          </xsl:if>
          <xsl:text>{$label}</xsl:text>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>{$label}</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
