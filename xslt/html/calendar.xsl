<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar: each year of the letters as twelve months, days with letters linked. -->
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

  <xsl:key name="fp:day" match="lp:letter" use="@sort[matches(., '^\d{4}-\d\d-\d\d$')]/string()"/>

  <!-- A year's calendar, from the site's root. -->
  <xsl:function name="f:calendar-path" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="'calendar/' || $year || '.html'"/>
  </xsl:function>

  <xsl:template name="tp:calendar" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="year" as="xs:string"/>
    <xsl:variable name="letters" as="element(lp:letter)+"
                  select="$corpus/lp:corpus/lp:letter[fp:year(.) eq $year]"/>
    <xsl:variable name="undated" as="element(lp:letter)*" select="$letters[not(fp:is-day(@sort))]"/>
    <xsl:variable name="main" as="node()*">
      <div class="calendar-page">
        <h1>{f:l10n('page.calendar', $fp:ui)} {$year}</h1>
        <xsl:if test="count($fp:years) gt 1">
          <nav class="jump" aria-label="{f:l10n('contents.years', $fp:ui)}">
            <ul>
              <xsl:for-each select="$fp:years">
                <li>
                  <a href="{.}.html">
                    <xsl:if test=". eq $year">
                      <xsl:attribute name="aria-current" select="'page'"/>
                    </xsl:if>
                    <xsl:text>{.}</xsl:text>
                  </a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
        </xsl:if>
        <div class="months">
          <xsl:for-each select="1 to 12">
            <xsl:call-template name="tp:month">
              <xsl:with-param name="first" select="xs:date($year || '-' || format-number(., '00') || '-01')"/>
            </xsl:call-template>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </div>
        <section class="contents" aria-labelledby="by-day">
          <h2 id="by-day">{f:counted('count.letter', count($letters), $fp:ui)}</h2>
          <ol class="letters">
            <xsl:text>&#10;</xsl:text>
            <xsl:for-each select="$letters except $undated">
              <xsl:variable name="line" as="element(Q{}li)" select="f:letter-line(., '../')"/>
              <li>
                <!-- The first letter of a day is what its cell leads to. -->
                <xsl:if test=". is key('fp:day', @sort, $corpus)[1]">
                  <xsl:attribute name="id" select="'day-' || @sort"/>
                </xsl:if>
                <xsl:sequence select="$line/node()"/>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ol>
        </section>
        <xsl:if test="exists($undated)">
          <section class="contents" aria-labelledby="no-day">
            <h2 id="no-day">{f:l10n('calendar.inexact', $fp:ui)}</h2>
            <ol class="letters">
              <xsl:for-each select="$undated">
                <xsl:sequence select="f:letter-line(., '../')"/>
              </xsl:for-each>
            </ol>
          </section>
        </xsl:if>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="f:calendar-path($year)"/>
      <xsl:with-param name="title" select="f:l10n('page.calendar', $fp:ui) || ' ' || $year"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="fp:is-day" as="xs:boolean">
    <xsl:param name="when" as="xs:string?"/>
    <xsl:sequence select="matches($when, '^\d{4}-\d\d-\d\d$') and $when castable as xs:date"/>
  </xsl:function>

  <!-- A month as a table, Monday first; a day with letters leads to them. -->
  <xsl:template name="tp:month" as="element(Q{}table)">
    <xsl:context-item use="optional"/>
    <xsl:param name="first" as="xs:date"/>
    <xsl:variable name="month" as="xs:string" select="f:month(month-from-date($first), $fp:ui)"/>
    <xsl:variable name="next" as="xs:date" select="$first + xs:yearMonthDuration('P1M')"/>
    <xsl:variable name="days" as="xs:integer" select="days-from-duration($next - $first)"/>
    <!-- 6 January 2000 was a Thursday, so this counts from a Monday. -->
    <xsl:variable name="blank" as="xs:integer"
                  select="(days-from-duration($first - xs:date('2000-01-03')) mod 7 + 7) mod 7"/>
    <table class="month">
      <caption>{$month}</caption>
      <thead>
        <tr>
          <xsl:for-each select="f:weekdays($fp:ui)">
            <th scope="col"><abbr title="{?name}">{?short}</abbr></th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="0 to ($blank + $days - 1) idiv 7">
          <xsl:variable name="week" as="xs:integer" select="."/>
          <tr>
            <xsl:for-each select="1 to 7">
              <xsl:variable name="day" as="xs:integer" select="7 * $week + . - $blank"/>
              <td>
                <xsl:if test="$day ge 1 and $day le $days">
                  <xsl:sequence select="fp:day-cell($first + xs:dayTimeDuration('P1D') * ($day - 1), $day)"/>
                </xsl:if>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:function name="fp:day-cell" as="node()">
    <xsl:param name="date" as="xs:date"/>
    <xsl:param name="day" as="xs:integer"/>
    <xsl:variable name="when" as="xs:string" select="string($date)"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="key('fp:day', $when, $corpus)"/>
    <xsl:choose>
      <xsl:when test="empty($letters)">
        <xsl:text>{$day}</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <a href="{if (count($letters) eq 1) then '../' || f:letter-path($letters/@id) else '#day-' || $when}"
           aria-label="{f:date($when, $fp:ui)}: {if (count($letters) eq 1) then f:correspondents($letters)
                        else f:counted('count.letter', count($letters), $fp:ui)}">
          <xsl:text>{$day}</xsl:text>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
