<?xml version="1.0" encoding="UTF-8"?>
<!-- What the edition says where a page isn't found, and its imprint. -->
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
    The answer to an address that leads nowhere. A server gives it at any depth, so that no relative
    link would hold: its links are absolute, and it fetches nothing, not even the style sheet. An
    edition that doesn't know its address has no such page.
  -->
  <xsl:template name="tp:missing" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('page.missing', $fp:ui)"/>
    <xsl:document>
      <html lang="{$fp:ui}">
        <xsl:if test="f:direction($fp:ui) eq 'rtl'">
          <xsl:attribute name="dir" select="'rtl'"/>
        </xsl:if>
        <head>
          <meta charset="utf-8"/>
          <title>{$title} · {$fp:edition/@title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <meta name="color-scheme" content="light dark"/>
          <meta name="robots" content="noindex"/>
        </head>
        <xsl:text>&#10;</xsl:text>
        <body>
          <main>
            <h1>{$title}</h1>
            <p>{f:l10n('page.missing-why', $fp:ui)}</p>
            <p><a href="{$fp:edition/@url}index.html">{$fp:edition/@title}</a></p>
          </main>
        </body>
      </html>
    </xsl:document>
  </xsl:template>

  <!-- Who published the edition, where and when, and on what terms; nothing if nothing is known. -->
  <xsl:template name="tp:imprint" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:variable name="facts" as="element()*">
      <xsl:for-each select="'publisher', 'place', 'date', 'identifier', 'url'">
        <xsl:variable name="value" as="xs:string" select="string($fp:edition/@*[local-name() eq current()])"/>
        <xsl:if test="$value">
          <dt>{f:l10n('imprint.' || ., $fp:ui)}</dt>
          <dd><xsl:sequence select="f:link($value, f:web-address($value), ())"/></dd>
        </xsl:if>
      </xsl:for-each>
      <xsl:if test="$fp:edition/(@licence, @licence-target)[string()]">
        <dt>{f:l10n('letter.licence', $fp:ui)}</dt>
        <dd><xsl:sequence select="f:licence($fp:edition/@licence, $fp:edition/@licence-target)"/></dd>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="$facts">
      <h2>{f:l10n('page.imprint', $fp:ui)}</h2>
      <dl class="imprint">
        <xsl:sequence select="$facts"/>
      </dl>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
