<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of letters: all of them, and the lines that other pages list them by. -->
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

  <!-- Whether there are so many that the first page shows the years, and the list has a page of its own. -->
  <xsl:variable name="fp:is-large" as="xs:boolean" select="exists($corpus/lp:corpus/@large)"/>

  <!-- The years that letters are dated by, in order. -->
  <xsl:variable name="fp:years" as="xs:string*"
                select="distinct-values($corpus/lp:corpus/lp:letter ! fp:year(.)[.]) => sort()"/>

  <!-- Where all letters are listed. -->
  <xsl:variable name="fp:list" as="xs:string" select="if ($fp:is-large) then 'letters/index.html' else 'index.html'"/>

  <!-- A letter in a list: when, who to whom, where. $root is the way to the site's root. -->
  <xsl:function name="f:letter-line" as="element(Q{}li)">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:for-each select="$letter">
      <li>
        <xsl:variable name="written" as="element(lp:date)?" select="f:written(.)"/>
        <span class="when">
          <xsl:sequence select="$written ! f:time(.)"/>
          <xsl:if test="empty($written)">{f:l10n('date.unknown', $fp:ui)}</xsl:if>
        </span>
        <xsl:text> </xsl:text>
        <xsl:variable name="link" as="element()">
          <a href="{$root || f:letter-path(@id)}">{f:correspondents(.)}</a>
        </xsl:variable>
        <xsl:variable name="number" as="xs:string?" select="f:number(.)"/>
        <xsl:choose>
          <xsl:when test="$number">
            <span><xsl:sequence select="$link"/>{' '}<span class="number">{$number}</span></span>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="$link"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="lp:action[@type = 'sent'][1][lp:place]">
          <xsl:text> </xsl:text>
          <span class="where">{f:enumeration(lp:place/string())}</span>
        </xsl:for-each>
      </li>
    </xsl:for-each>
  </xsl:function>

  <!-- All letters, each under its year; a script sorts and filters the table. -->
  <xsl:template name="tp:all-letters" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="letters" as="element(lp:letter)+" select="$corpus/lp:corpus/lp:letter"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('page.letters', $fp:ui)"/>
    <xsl:variable name="languages" as="xs:string*" select="distinct-values($letters/@lang/string())[.]"/>
    <xsl:variable name="main" as="node()*">
      <div class="all-letters">
        <h1>{$title}</h1>
        <p class="count" id="count" role="status"
           data-letters="{f:forms('count.letter', $fp:ui)}" data-group="{f:l10n('number.group', $fp:ui)}">{
          f:counted('count.letter', count($letters), $fp:ui)}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{$title}">
          <table id="letters" data-filter="{f:l10n('list.filter', $fp:ui)}" data-year="{f:l10n('list.year', $fp:ui)}" data-all="{f:l10n('list.all', $fp:ui)}">
            <thead>
              <tr>
                <th scope="col">{f:l10n('list.date', $fp:ui)}</th>
                <th scope="col" data-field="from">{f:l10n('list.from', $fp:ui)}</th>
                <th scope="col" data-field="to">{f:l10n('list.to', $fp:ui)}</th>
                <th scope="col" data-field="place">{f:l10n('list.place', $fp:ui)}</th>
                <xsl:if test="count($languages) gt 1">
                  <th scope="col" data-field="language">{f:l10n('list.language', $fp:ui)}</th>
                </xsl:if>
                <xsl:if test="$letters/@number">
                  <th scope="col">{f:l10n('list.number', $fp:ui)}</th>
                </xsl:if>
              </tr>
            </thead>
            <xsl:for-each-group select="$letters" group-by="fp:year(.)">
              <tbody id="{fp:year-id(current-grouping-key())}" data-year="{fp:year-label(current-grouping-key())}">
                <xsl:text>&#10;</xsl:text>
                <xsl:for-each select="current-group()">
                  <xsl:variable name="from" as="xs:string" select="f:agents(., 'sent')"/>
                  <xsl:variable name="to" as="xs:string" select="f:agents(., 'received')"/>
                  <tr>
                    <td data-sort="{@sort}"><a href="{encode-for-uri(@id)}.html">{
                      (f:written(.)/string()[.], f:l10n('date.unknown', $fp:ui))[1]}</a></td>
                    <td>{if ($from or $to) then $from else @title}</td>
                    <td>{$to}</td>
                    <td>{f:enumeration(lp:action[@type = 'sent'][1]/lp:place/string())}</td>
                    <xsl:if test="count($languages) gt 1">
                      <td>{@lang}</td>
                    </xsl:if>
                    <xsl:if test="$letters/@number">
                      <td data-label="{f:l10n('list.number', $fp:ui)}">{substring-after(@number, ' ')}</td>
                    </xsl:if>
                  </tr>
                  <xsl:text>&#10;</xsl:text>
                </xsl:for-each>
              </tbody>
            </xsl:for-each-group>
          </table>
        </div>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'letters/index.html'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="scripts" select="'list.js'"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The year that a letter is listed under; empty if its date is unknown. -->
  <xsl:function name="fp:year" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="if (matches($letter/@sort, '^\d{4}')) then substring($letter/@sort, 1, 4)
                          else ''"/>
  </xsl:function>

  <xsl:function name="fp:year-id" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="'year-' || ($year[.], 'unknown')[1]"/>
  </xsl:function>

  <xsl:function name="fp:year-label" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="($year[.], f:l10n('date.unknown', $fp:ui))[1]"/>
  </xsl:function>

</xsl:stylesheet>
