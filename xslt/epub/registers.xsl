<?xml version="1.0" encoding="UTF-8"?>
<!-- A register whole, as books have it: every entry with what is known of it and its mentions. -->
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

  <xsl:template name="t:register" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="entries" as="element(lp:entry)+"
                  select="$corpus/lp:corpus/lp:entry[@kind = $kind]"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('register.' || $kind, $fp:ui)"/>
    <xsl:variable name="main" as="node()*">
      <h1>{$title}</h1>
      <xsl:call-template name="tp:initials">
        <xsl:with-param name="entries" select="$entries"/>
      </xsl:call-template>
      <div class="register">
        <xsl:text>&#10;</xsl:text>
        <xsl:apply-templates mode="m:entry" select="$entries"/>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="$fp:register($kind)"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="m:entry" match="lp:entry" as="node()+">
    <xsl:variable name="heading" as="xs:string" select="fp:heading(.)"/>
    <section class="entry" id="{@id}">
      <h2>
        <xsl:text>{$heading}</xsl:text>
        <xsl:for-each select="string-join((f:authors(.)[.], f:dates(.)), ', ')[.]">
          <xsl:text> </xsl:text>
          <span class="dates">{.}</span>
        </xsl:for-each>
      </h2>
      <xsl:variable name="names" as="xs:string*"
                    select="distinct-values((@label, lp:variant))[. and . ne $heading]"/>
      <xsl:if test="exists($names)">
        <p class="variants">{string-join($names, ' · ')}</p>
      </xsl:if>
      <xsl:for-each select="lp:note[string()]">
        <p>{.}</p>
      </xsl:for-each>
      <xsl:call-template name="tp:identifiers"/>
      <xsl:call-template name="tp:occurrences"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- ========================================================== occurrences -->

  <!-- The letters that the entry wrote or received, then those that mention it. -->
  <xsl:template name="tp:occurrences" as="element()?">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:variable name="actions" as="element(lp:action)*"
                  select="key('fp:correspondent', @id, $corpus)/parent::lp:action"/>
    <xsl:variable name="mentions" as="element(lp:mention)*" select="key('fp:mention', @id, $corpus)"/>
    <xsl:if test="$mentions or $actions[@type = ('sent', 'received')]">
      <dl class="occurrences">
        <xsl:sequence select="fp:letters('entry.wrote', $actions[@type = 'sent']/..),
                              fp:letters('entry.received', $actions[@type = 'received']/..)"/>
        <xsl:if test="$mentions">
          <dt>{f:l10n('entry.mentioned', $fp:ui)}</dt>
          <xsl:for-each-group select="$mentions" group-by="string(../@id)">
            <dd>
              <a href="{f:letter-path(current-grouping-key())}">{f:short-title(..)}</a>
              <xsl:text>: </xsl:text>
              <xsl:sequence select="fp:places(current-group())"/>
            </dd>
          </xsl:for-each-group>
        </xsl:if>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:function name="fp:letters" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="letters" as="element(lp:letter)*"/>
    <xsl:if test="$letters">
      <dt>{f:l10n($key, $fp:ui)}</dt>
      <xsl:for-each select="$letters">
        <dd><a href="{f:letter-path(@id)}">{f:short-title(.)}</a></dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!--
    The places of one entry in one letter, each a link: "p. 46, p. 47 2 3". Within a page (or a
    paragraph, where the source has no pages; or the letter, where it has neither) they are counted.
  -->
  <xsl:function name="fp:places" as="node()+">
    <xsl:param name="mentions" as="element(lp:mention)+"/>
    <xsl:variable name="letter" as="xs:string" select="f:letter-path($mentions[1]/../@id)"/>
    <xsl:for-each-group select="$mentions" group-adjacent="fp:place-label(.)">
      <xsl:if test="position() gt 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <span class="place">
        <a href="{$letter}#{@at}">{current-grouping-key()}</a>
        <xsl:for-each select="tail(current-group())">
          <xsl:text> </xsl:text>
          <a class="again" href="{$letter}#{@at}">{position() + 1}</a>
        </xsl:for-each>
      </span>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:place-label" as="xs:string">
    <xsl:param name="mention" as="element(lp:mention)"/>
    <xsl:sequence select="if ($mention/@page[string()])
        then f:page($mention/@page, $fp:ui)
        else if (matches($mention/@block, '^p\d+$')) then '¶ ' || substring($mention/@block, 2)
        else f:l10n('entry.here', $fp:ui)"/>
  </xsl:function>

</xsl:stylesheet>
