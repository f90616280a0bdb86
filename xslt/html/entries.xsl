<?xml version="1.0" encoding="UTF-8"?>
<!-- The registers as lists, and a page for each entry: what is known of it, and every mention in its context. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ============================================================ registers -->

  <!-- From how many entries on a register has a row of initials to jump by. -->
  <xsl:variable name="fp:long-register" as="xs:integer" select="30"/>

  <xsl:template name="tp:register-list" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="entries" as="element(lp:entry)+" select="$corpus/lp:corpus/lp:entry[@kind = $kind]"/>
    <xsl:variable name="title" as="xs:string" select="f:l10n('register.' || $kind, $fp:ui)"/>
    <xsl:variable name="main" as="node()*">
      <h1>{$title}</h1>
      <xsl:call-template name="tp:initials">
        <xsl:with-param name="entries" select="$entries"/>
      </xsl:call-template>
      <ol class="register-list">
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="$entries">
          <li id="{@id}">
            <a href="{f:entry-path(.)}">{fp:heading(.)}</a>
            <xsl:for-each select="string-join((f:authors(.)[.], f:dates(.)), ', ')[.]">
              <xsl:text> </xsl:text>
              <span class="dates">{.}</span>
            </xsl:for-each>
            <xsl:for-each select="lp:note[string()][1]">
              <xsl:text> </xsl:text>
              <span class="what">{.}</span>
            </xsl:for-each>
            <xsl:variable name="mentions" as="xs:integer" select="count(key('fp:mention', @id, $corpus))"/>
            <xsl:if test="$mentions gt 0">
              <xsl:text> </xsl:text>
              <span class="count">{f:counted('count.mention', $mentions, $fp:ui)}</span>
            </xsl:if>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ol>
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

  <!-- The letter or digit that the heading begins with, none for a sign; without its accent, unless
       the edition's language has it for a letter of its own. -->
  <xsl:function name="fp:initial" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="heading" as="xs:string" select="upper-case(fp:heading($entry))"/>
    <xsl:variable name="first" as="xs:string" select="substring(normalize-unicode($heading, 'NFC'), 1, 1)"/>
    <xsl:variable name="bare" as="xs:string" select="substring(normalize-unicode($heading, 'NFD'), 1, 1)"/>
    <xsl:variable name="same" as="xs:boolean" select="
        compare($first, $bare, 'http://www.w3.org/2013/collation/UCA?strength=primary;lang=' || $fp:ui) eq 0"/>
    <xsl:sequence select="(if ($same) then $bare else $first)[matches(., '[\p{L}\p{N}]')] => string()"/>
  </xsl:function>

  <!-- ============================================================== an entry -->

  <xsl:template name="tp:entry-page" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="main" as="node()*">
      <article class="entry-page">
        <xsl:for-each select="$entry">
          <header class="title-block">
            <p class="kind"><a href="../{$fp:register(@kind)}">{f:l10n('register.' || @kind, $fp:ui)}</a></p>
            <h1>{@label}</h1>
            <xsl:call-template name="tp:where-when"/>
          </header>
          <xsl:call-template name="tp:entry-facts"/>
          <xsl:call-template name="tp:entry-letters"/>
          <xsl:call-template name="tp:entry-others"/>
          <xsl:call-template name="tp:entry-mentions"/>
        </xsl:for-each>
      </article>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="f:entry-path($entry)"/>
      <xsl:with-param name="title" select="string($entry/@label)"/>
      <xsl:with-param name="description" select="f:hint($entry)"/>
      <xsl:with-param name="head" select="f:entry-head($entry)"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The facts that stand below an entry's name: a work's authors, an event's places. -->
  <xsl:function name="fp:headed" as="element(lp:fact)*">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="$entry/lp:fact[@what = ('author', 'place')]"/>
  </xsl:function>

  <xsl:template name="tp:where-when" as="element()?">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:variable name="facts" as="element(lp:fact)*" select="fp:headed(.)"/>
    <xsl:variable name="dates" as="xs:string?" select="f:dates(.)"/>
    <xsl:if test="exists($facts) or $dates">
      <p class="where-when">
        <xsl:sequence select="fp:linked($facts)"/>
        <xsl:text>{', '[exists($facts) and $dates]}{$dates}</xsl:text>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What facts name, each with a link to its entry where it has one. -->
  <xsl:function name="fp:linked" as="node()*">
    <xsl:param name="facts" as="element(lp:fact)*"/>
    <xsl:for-each select="$facts">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:sequence select="f:link(string(.), fp:entry-address(@ref), ())"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The way to an entry's page from that of another; none if there is no such entry. -->
  <xsl:function name="fp:entry-address" as="xs:string?">
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:sequence select="f:entries-for($ref)[1] ! ('../' || f:entry-path(.))"/>
  </xsl:function>

  <!-- "Richard Beer-Hofmann" of "Beer-Hofmann, Richard", which is no other name. -->
  <xsl:function name="fp:straight" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="replace($name, '^([^,]+), ([^,]+)$', '$2 $1')"/>
  </xsl:function>

  <xsl:template name="tp:entry-facts" as="element()*">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:variable name="names" as="xs:string*"
                  select="distinct-values((@sort, lp:variant))[. and fp:straight(.) ne fp:straight(current()/@label)]"/>
    <xsl:for-each select="lp:note[string()]">
      <p class="what">
        <xsl:for-each select="node()">
          <xsl:sequence select="f:link(string(.), self::lp:name ! fp:entry-address(@ref), ())"/>
        </xsl:for-each>
      </p>
    </xsl:for-each>
    <xsl:variable name="facts" as="element(lp:fact)*" select="lp:fact except fp:headed(.)"/>
    <xsl:if test="exists($facts)">
      <p class="life">
        <xsl:for-each-group select="$facts" group-by="@what">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:text>{if (@what eq 'occupation') then '' else f:l10n('entry.' || @what, $fp:ui) || ' '}</xsl:text>
          <xsl:sequence select="fp:linked(current-group())"/>
        </xsl:for-each-group>
      </p>
    </xsl:if>
    <!-- The years alone stand in the heading. -->
    <xsl:variable name="life" as="element(lp:life)*" select="lp:life[string() or @said or string-length(@when) gt 4 or @* except (@what, @when, @ref)]"/>
    <xsl:if test="exists($life)">
      <p class="life">
        <xsl:for-each select="$life">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <xsl:variable name="day" as="xs:string?" select="(@said, f:period(., $fp:ui)[.])[1]"/>
          <xsl:text>{f:l10n('entry.' || @what, $fp:ui)} {$day}{', '[$day][current()[string()]]}</xsl:text>
          <xsl:sequence select="f:link(string(.), fp:entry-address(@ref), ())"/>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="exists($names)">
      <p class="variants">{f:l10n('entry.also', $fp:ui)}: {string-join($names, ' · ')}</p>
    </xsl:if>
    <xsl:call-template name="tp:identifiers"/>
  </xsl:template>

  <!-- Numbers in authority files, and where a place is. -->
  <xsl:template name="tp:identifiers" as="element()?">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:if test="lp:idno | lp:geo">
      <ul class="identifiers">
        <xsl:for-each-group select="lp:idno" group-by="let $said := fp:identifier(.) return ($said?file || ' ' || $said?number)">
          <xsl:variable name="said" as="map(xs:string, xs:string)" select="fp:identifier(.)"/>
          <li>
            <xsl:text>{$said?file[$said?number]}{' '[$said?file and $said?number]}</xsl:text>
            <xsl:sequence select="f:link(($said?number[.], $said?file)[1], f:web-address(@href), ())"/>
          </li>
        </xsl:for-each-group>
        <xsl:for-each select="lp:geo">
          <li><a href="geo:{@lat},{@lon}">{f:coordinates(.)}</a></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!--
    An identifier's file and its number there: "GND", "118540238". Of an address in no file that the
    program knows, its own name for the file or the host, and no number.
  -->
  <xsl:function name="fp:identifier" as="map(xs:string, xs:string)">
    <xsl:param name="idno" as="element(lp:idno)"/>
    <xsl:variable name="known" as="map(xs:string, xs:string)" select="fp:numbers($idno/@href/string())"/>
    <xsl:variable name="file" as="xs:string?" select="map:keys($known)[1]"/>
    <xsl:sequence select="
        if ($file) then map { 'file': $fp:authorities($file)?name, 'number': $known($file) }
        else if (f:web-address($idno))
             then map { 'file': ($idno/@type[not(lower-case(.) = ('url', 'uri'))], replace($idno, '^https?://(www\.)?([^/]*).*$', '$2'))[1] ! string(),
                        'number': '' }
        else map { 'file': string($idno/@type), 'number': string($idno) }"/>
  </xsl:function>

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

  <!-- The letters that the entry wrote or received, by correspondence where there are several. -->
  <xsl:template name="tp:entry-letters" as="element()*">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:variable name="id" as="xs:string" select="string(@id)"/>
    <xsl:variable name="own" as="element(lp:correspondence)*"
                  select="key('fp:correspondence-of', $id, $corpus)[exists($fp:correspondences)]"/>
    <xsl:variable name="actions" as="element(lp:action)*"
                  select="key('fp:correspondent', $id, $corpus)/parent::lp:action"/>
    <xsl:variable name="other" as="element(lp:letter)*" select="
        ($actions[@type = ('sent', 'received')]/parent::lp:letter)[not(@id = $own/tokenize(@letters))]"/>
    <xsl:if test="exists($own)">
      <section class="of-entry" aria-labelledby="correspondences">
        <h2 id="correspondences">{f:l10n('page.correspondences', $fp:ui)}</h2>
        <ul class="ties">
          <xsl:for-each select="$own">
            <li>
              <a href="../{f:correspondence-path(.)}">{lp:party[not(@ref = $id)][1]}</a>
              <xsl:text> </xsl:text>
              <span class="count">{f:counted('count.letter', count(tokenize(@letters)), $fp:ui)}</span>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
    <xsl:variable name="here" as="element(lp:action)*" select="key('fp:stage', $id, $corpus)/parent::lp:action"/>
    <xsl:sequence select="
        fp:letter-section('own-letters', f:l10n('page.letters', $fp:ui), $other),
        fp:letter-section('written', f:l10n('entry.written', $fp:ui), $here[@type = 'sent']/parent::lp:letter),
        fp:letter-section('received', f:l10n('entry.received-here', $fp:ui), $here[@type = 'received']/parent::lp:letter)"/>
  </xsl:template>

  <xsl:function name="fp:letter-section" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="letters" as="element(lp:letter)*"/>
    <xsl:if test="exists($letters)">
      <section class="of-entry" aria-labelledby="{$id}">
        <h2 id="{$id}">{$title}</h2>
        <ol class="letters">
          <xsl:text>&#10;</xsl:text>
          <xsl:for-each select="$letters">
            <xsl:sequence select="f:letter-line(., '../')"/>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- The works that somebody wrote, the events that were in a place. -->
  <xsl:template name="tp:entry-others" as="element()*">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:for-each-group select="key('fp:told-of', @id, $corpus)[@what = ('author', 'place')]/parent::lp:entry"
                        group-by="@kind">
      <section class="of-entry" aria-labelledby="{current-grouping-key()}">
        <h2 id="{current-grouping-key()}">{f:l10n('register.' || current-grouping-key(), $fp:ui)}</h2>
        <ul class="ties">
          <xsl:for-each select="current-group()">
            <li>
              <a href="../{f:entry-path(.)}">{@label}</a>
              <xsl:for-each select="f:dates(.)">
                <xsl:text> </xsl:text>
                <span class="count">{.}</span>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Each mention with the words about it, under its letter. -->
  <xsl:template name="tp:entry-mentions" as="element(Q{}section)?">
    <xsl:context-item as="element(lp:entry)"/>
    <xsl:variable name="mentions" as="element(lp:mention)*" select="key('fp:mention', @id, $corpus)"/>
    <xsl:if test="exists($mentions)">
      <section class="of-entry" aria-labelledby="mentions">
        <h2 id="mentions">{f:counted('count.mention', count($mentions), $fp:ui)}</h2>
        <xsl:for-each-group select="$mentions" group-by="string(../@id)">
          <h3><a href="../{f:letter-path(current-grouping-key())}">{f:short-title(..)}</a></h3>
          <ul class="contexts">
            <xsl:text>&#10;</xsl:text>
            <xsl:for-each select="current-group()">
              <li>
                <span lang="{../@lang}">
                  <xsl:text>{@before}</xsl:text>
                  <a href="../{f:letter-path(../@id)}#{@at}"><b>{.}</b></a>
                  <xsl:text>{@after}</xsl:text>
                </span>
                <xsl:if test="@page[string()]">
                  <xsl:text> </xsl:text>
                  <span class="count">{f:page(@page, $fp:ui)}</span>
                </xsl:if>
              </li>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </ul>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
