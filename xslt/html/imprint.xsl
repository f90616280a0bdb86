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
    The answer to an address that leads nowhere. A server gives it at any depth, where no relative
    link would hold: so its links begin with the path of the edition's address on its host. An
    edition that doesn't know its address has no such page.
  -->
  <xsl:template name="tp:missing" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('page.missing', $fp:ui)"/>
    <xsl:variable name="root" as="xs:string" select="replace($fp:edition/@url, '^https?://[^/]*', '', 'i')"/>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'404.html'"/>
      <xsl:with-param name="root" select="$root"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="head" as="element()">
        <meta name="robots" content="noindex"/>
      </xsl:with-param>
      <xsl:with-param name="main" as="element()+">
        <h1>{$title}</h1>
        <p>{f:l10n('page.missing-why', $fp:ui)}</p>
        <p><a href="{$root}index.html">{$fp:edition/@title}</a></p>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- Who published the edition, where and when, and on what terms; nothing if nothing is known. -->
  <xsl:template name="tp:imprint-facts" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:variable name="facts" as="element()*">
      <xsl:for-each select="'publisher', 'place', 'date', 'number', 'url'">
        <xsl:variable name="said" as="xs:string" select="string($fp:edition/@*[local-name() eq current()])"/>
        <xsl:variable name="value" as="xs:string" select="if (. eq 'date') then f:date($said, $fp:ui) else $said"/>
        <xsl:if test="$value">
          <dt>{f:l10n('imprint.' || ., $fp:ui)}</dt>
          <dd><xsl:sequence select="f:link($value, f:web-address($value), ())"/></dd>
        </xsl:if>
      </xsl:for-each>
      <xsl:for-each-group select="$fp:edition/(lp:responsible, lp:funder)"
                          group-by="(@for, f:l10n('letter.' || local-name(), $fp:ui))[1]">
        <dt>{current-grouping-key()}</dt>
        <dd>{string-join(current-group(), ', ')}</dd>
      </xsl:for-each-group>
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
