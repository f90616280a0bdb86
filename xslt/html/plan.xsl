<?xml version="1.0" encoding="UTF-8"?>
<!-- The plan of a printed volume: its parts in order, each with the letters that stand in it. -->
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

  <!-- What stands in a part, and what stands in none, by the file that holds it. -->
  <xsl:key name="fp:within" match="lp:part | lp:letter" use="@part"/>
  <xsl:key name="fp:outermost" match="(lp:part | lp:letter)[not(@part)]" use="@file"/>

  <!-- The plan of each volume that has parts; nothing in an edition of single letters. -->
  <xsl:template name="tp:plan" as="element()?">
    <xsl:context-item use="absent"/>
    <xsl:where-populated>
      <section class="contents plan" aria-labelledby="plan">
        <xsl:for-each select="distinct-values($corpus/lp:corpus/lp:part/@file)">
          <xsl:if test="position() eq 1">
            <h2 id="plan">{f:l10n('contents.plan', $fp:ui)}</h2>
          </xsl:if>
          <xsl:call-template name="tp:plan-level">
            <xsl:with-param name="members" select="key('fp:outermost', ., $corpus)"/>
          </xsl:call-template>
        </xsl:for-each>
      </section>
    </xsl:where-populated>
  </xsl:template>

  <!-- Parts and letters of one level, in the order of the volume; in each part, what it holds. -->
  <xsl:template name="tp:plan-level" as="element()">
    <xsl:context-item use="optional"/>
    <xsl:param name="members" as="element()+"/>
    <ol class="parts">
      <xsl:for-each select="sort($members, (), function($one) { xs:integer(($one/@position, 0)[1]) })">
        <xsl:variable name="within" as="element()*" select="key('fp:within', @id, $corpus)"/>
        <xsl:text>&#10;</xsl:text>
        <li>
          <a href="{f:letter-path(@id)}">
            <xsl:if test="self::lp:part and @lang ne $fp:ui">
              <xsl:attribute name="lang" select="@lang"/>
            </xsl:if>
            <xsl:text>{if (self::lp:part) then @title else f:short-title(.)}</xsl:text>
          </a>
          <xsl:if test="$within">
            <xsl:call-template name="tp:plan-level">
              <xsl:with-param name="members" select="$within"/>
            </xsl:call-template>
          </xsl:if>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:template>

</xsl:stylesheet>
