<?xml version="1.0" encoding="UTF-8"?>
<!--
  The map of places and the letters' ways, and the network of correspondents, as SVG. What stands
  where is laid out by the program ($maps, $network); the same is said in tables for those who listen.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:svg="http://www.w3.org/2000/svg"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ================================================================== map -->

  <xsl:template name="t:map" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('page.map', $fp:ui)"/>
    <xsl:variable name="main" as="node()*">
      <div class="chart-page">
        <h1>{$title}</h1>
        <xsl:for-each select="$maps">
          <xsl:call-template name="tp:one-map">
            <xsl:with-param name="map" select="."/>
            <xsl:with-param name="name" select="if (position() lt last()) then 'map.close'
                                                else if (last() eq 1) then 'page.map' else 'map.whole'"/>
          </xsl:call-template>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
        <xsl:call-template name="tp:place-table">
          <xsl:with-param name="map" select="$maps[last()]"/>
        </xsl:call-template>
        <xsl:call-template name="tp:way-table">
          <xsl:with-param name="map" select="$maps[last()]"/>
        </xsl:call-template>
        <p class="source-note">{f:l10n('map.source', $fp:ui)}</p>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'map.html'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="scripts" select="'charts.js'"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:one-map" as="element(Q{}figure)">
    <xsl:context-item use="optional"/>
    <xsl:param name="map" as="map(*)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="most" as="xs:integer?" select="max($map?ways ! ?letters)"/>
    <figure class="chart map">
      <div class="pane" tabindex="0" role="region" aria-label="{f:l10n($name, $fp:ui)}">
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {$map?width} {$map?height}">
          <rect class="sea" width="{$map?width}" height="{$map?height}"/>
          <path class="land" transform="scale(0.1)" fill-rule="evenodd" d="{$map?land}"/>
          <g class="ways" aria-hidden="true">
            <xsl:for-each select="$map?ways">
              <xsl:sort select="?letters"/>
              <path d="{?d}" stroke-width="{fp:stroke(?letters, $most)}"/>
            </xsl:for-each>
          </g>
          <xsl:for-each select="reverse($map?points)">
            <xsl:call-template name="tp:mark">
              <xsl:with-param name="mark" select="."/>
              <xsl:with-param name="href" select="fp:chart-link(?id)"/>
              <xsl:with-param name="title" select="?label || ': ' || fp:place-counts(.)"/>
            </xsl:call-template>
          </xsl:for-each>
        </svg>
      </div>
      <xsl:if test="$name ne 'page.map'">
        <figcaption>{f:l10n($name, $fp:ui)}</figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <!-- The width of a line, by how many letters went that way; the most, 5 units. -->
  <xsl:function name="fp:stroke" as="xs:string">
    <xsl:param name="letters" as="xs:integer"/>
    <xsl:param name="most" as="xs:integer?"/>
    <xsl:sequence select="format-number(0.8 + 4.2 * ($letters - 1) div max(($most, 2)), '0.0')"/>
  </xsl:function>

  <!-- A mark with its name, as a link where there is somewhere to go. -->
  <xsl:template name="tp:mark" as="element()">
    <xsl:context-item use="optional"/>
    <xsl:param name="mark" as="map(*)"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="drawn" as="element()+">
      <circle xmlns="http://www.w3.org/2000/svg" cx="{$mark?x}" cy="{$mark?y}" r="{$mark?r}"/>
      <xsl:if test="$mark?side ne 'none'">
        <xsl:variable name="away" as="xs:double" select="number($mark?away)"/>
        <text xmlns="http://www.w3.org/2000/svg" class="{$mark?side}"
              x="{fp:sum($mark?x, ('right', 'left')[. eq $mark?side] ! (if (. eq 'right') then $away else -$away))}"
              y="{fp:sum($mark?y, if ($mark?side eq 'above') then -$away
                                  else if ($mark?side eq 'below') then $away + 10 else 4)}">{$mark?label}</text>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$href">
        <a xmlns="http://www.w3.org/2000/svg" class="mark" href="{$href}" aria-label="{$title}">
          <title>{$title}</title>
          <xsl:sequence select="$drawn"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <g xmlns="http://www.w3.org/2000/svg" class="mark">
          <title>{$title}</title>
          <xsl:sequence select="$drawn"/>
        </g>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="fp:sum" as="xs:string">
    <xsl:param name="length" as="xs:string"/>
    <xsl:param name="more" as="xs:double?"/>
    <xsl:sequence select="format-number(number($length) + ($more, 0)[1], '0.#')"/>
  </xsl:function>

  <!-- Where an entry is read about; none where the register has it not. -->
  <xsl:function name="fp:chart-link" as="xs:string?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="key('fp:entry', $id, $corpus)[1] ! f:entry-path(.)"/>
  </xsl:function>

  <!-- "3 letters sent, 2 received, 12 mentions". -->
  <xsl:function name="fp:place-counts" as="xs:string">
    <xsl:param name="point" as="map(*)"/>
    <xsl:sequence select="string-join((
        for $what in ('sent', 'received', 'mentions')[$point(.) gt 0]
        return f:l10n('map.' || $what, $fp:ui, map { 'count': $point($what) })), ', ')"/>
  </xsl:function>

  <xsl:template name="tp:place-table" as="element(Q{}section)">
    <xsl:context-item use="absent"/>
    <xsl:param name="map" as="map(*)"/>
    <section class="chart-table">
      <h2 id="places">{f:l10n('map.places', $fp:ui)}</h2>
      <div class="wide" tabindex="0" role="region" aria-labelledby="places">
        <table>
          <thead>
            <tr>
              <th scope="col">{f:l10n('map.place', $fp:ui)}</th>
              <th scope="col" class="count">{f:l10n('map.head.sent', $fp:ui)}</th>
              <th scope="col" class="count">{f:l10n('map.head.received', $fp:ui)}</th>
              <th scope="col" class="count">{f:l10n('map.head.mentions', $fp:ui)}</th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$map?points">
              <tr>
                <th scope="row"><a href="{fp:chart-link(?id)}">{?label}</a></th>
                <td class="count">{?sent}</td>
                <td class="count">{?received}</td>
                <td class="count">{?mentions}</td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
  </xsl:template>

  <xsl:template name="tp:way-table" as="element(Q{}section)?">
    <xsl:context-item use="absent"/>
    <xsl:param name="map" as="map(*)"/>
    <xsl:if test="exists($map?ways)">
      <section class="chart-table">
        <h2 id="ways">{f:l10n('map.ways', $fp:ui)}</h2>
        <div class="wide" tabindex="0" role="region" aria-labelledby="ways">
          <table>
            <thead>
              <tr>
                <th scope="col">{f:l10n('map.way', $fp:ui)}</th>
                <th scope="col" class="count">{f:l10n('page.letters', $fp:ui)}</th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$map?ways">
                <xsl:sort select="?letters" order="descending"/>
                <tr>
                  <th scope="row">{?from} – {?to}</th>
                  <td class="count">{?letters}</td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ============================================================== network -->

  <xsl:template name="t:network" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('page.network', $fp:ui)"/>
    <xsl:variable name="most" as="xs:integer?" select="max($network?ties ! ?letters)"/>
    <xsl:variable name="main" as="node()*">
      <div class="chart-page">
        <h1>{$title}</h1>
        <xsl:if test="$network?all gt count($network?parties)">
          <p>{f:l10n('network.some', $fp:ui,
                     map { 'shown': f:grouped(count($network?parties), $fp:ui), 'all': f:grouped($network?all, $fp:ui) })}</p>
        </xsl:if>
        <figure class="chart network">
          <div class="pane" tabindex="0" role="region" aria-label="{$title}">
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {$network?width} {$network?height}">
              <g class="ties" aria-hidden="true">
                <xsl:for-each select="$network?ties">
                  <line x1="{?x1}" y1="{?y1}" x2="{?x2}" y2="{?y2}"
                        stroke-width="{fp:stroke(?letters, $most)}"/>
                </xsl:for-each>
              </g>
              <xsl:for-each select="reverse($network?parties)">
                <xsl:call-template name="tp:mark">
                  <xsl:with-param name="mark" select="."/>
                  <xsl:with-param name="href" select="fp:chart-link(?ref)"/>
                  <xsl:with-param name="title" select="?label || ': '
                      || f:counted('count.letter', ?letters, $fp:ui)"/>
                </xsl:call-template>
              </xsl:for-each>
            </svg>
          </div>
        </figure>
        <section class="chart-table">
          <h2 id="ties">{f:l10n('network.table', $fp:ui)}</h2>
          <div class="wide" tabindex="0" role="region" aria-labelledby="ties">
            <table>
              <thead>
                <tr>
                  <th scope="col">{f:l10n('network.tie', $fp:ui)}</th>
                  <th scope="col" class="count">{f:l10n('page.letters', $fp:ui)}</th>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="$network?ties">
                  <xsl:sort select="?letters" order="descending"/>
                  <tr>
                    <th scope="row">{?from} – {?to}</th>
                    <td class="count">{?letters}</td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'network.html'"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="scripts" select="'charts.js'"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
