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

  <!-- From how many entries on a register has a row of initials to jump by. -->
  <xsl:variable name="fp:long-register" as="xs:integer" select="30"/>

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

  <!-- A row of initials to jump by, where a register is long. -->
  <xsl:template name="tp:initials" as="element()?">
    <xsl:context-item use="optional"/>
    <xsl:param name="entries" as="element(lp:entry)*"/>
    <xsl:if test="count($entries) ge $fp:long-register">
      <nav class="jump" aria-label="{f:l10n('register.initials', $fp:ui)}">
        <ul>
          <xsl:for-each-group select="$entries[fp:initial(.)]" group-by="fp:initial(.)">
            <li><a href="#{encode-for-uri(@id)}">{current-grouping-key()}</a></li>
          </xsl:for-each-group>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- What a register sorts and heads an entry by. -->
  <xsl:function name="fp:heading" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="string($entry/(@sort[string()], @label)[1])"/>
  </xsl:function>

  <!-- The letter or digit that the heading begins with, without its accents; none for a sign. -->
  <xsl:function name="fp:initial" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="first" as="xs:string"
                  select="substring(normalize-unicode(fp:heading($entry), 'NFD'), 1, 1)"/>
    <xsl:sequence select="upper-case($first)[matches(., '[\p{L}\p{N}]')] => string()"/>
  </xsl:function>

  <xsl:template mode="m:entry" match="lp:entry" as="node()+">
    <xsl:variable name="heading" as="xs:string" select="fp:heading(.)"/>
    <section class="entry" id="{@id}">
      <h2>
        <xsl:text>{$heading}</xsl:text>
        <xsl:if test="@dates[string()]">
          <xsl:text> </xsl:text>
          <span class="dates">{@dates}</span>
        </xsl:if>
      </h2>
      <xsl:variable name="names" as="xs:string*"
                    select="distinct-values((@label, lp:variant))[. and . ne $heading]"/>
      <xsl:if test="exists($names)">
        <p class="variants">{string-join($names, ' · ')}</p>
      </xsl:if>
      <xsl:for-each select="lp:note[string()]">
        <p>{.}</p>
      </xsl:for-each>
      <xsl:if test="lp:idno | lp:geo">
        <ul class="identifiers">
          <xsl:for-each select="lp:idno">
            <li>
              <xsl:text>{@type} </xsl:text>
              <xsl:sequence select="f:link(string(.), f:web-address(@href), ())"/>
            </li>
          </xsl:for-each>
          <xsl:for-each select="lp:geo">
            <li><a href="geo:{@lat},{@lon}">{f:coordinates(.)}</a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:call-template name="tp:occurrences"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- "52.5° N, 13.3° E". -->
  <xsl:function name="f:coordinates" as="xs:string">
    <xsl:param name="geo" as="element(lp:geo)"/>
    <xsl:sequence select="fp:degrees($geo/@lat, 'north', 'south') || ', '
                          || fp:degrees($geo/@lon, 'east', 'west')"/>
  </xsl:function>

  <xsl:function name="fp:degrees" as="xs:string">
    <xsl:param name="angle" as="xs:string"/>
    <xsl:param name="positive" as="xs:string"/>
    <xsl:param name="negative" as="xs:string"/>
    <xsl:sequence select="replace($angle, '^\s*[+-]', '') || '° '
        || f:l10n('geo.' || (if (matches($angle, '^\s*-')) then $negative else $positive), $fp:ui)"/>
  </xsl:function>

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
        then f:l10n('entry.page', $fp:ui, map { 'page': string($mention/@page) })
        else if (matches($mention/@block, '^p\d+$')) then '¶ ' || substring($mention/@block, 2)
        else f:l10n('entry.here', $fp:ui)"/>
  </xsl:function>

</xsl:stylesheet>
