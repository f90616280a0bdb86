<?xml version="1.0" encoding="UTF-8"?>
<!-- Search: the box in the banner, the page, and the catalogue that the index is made from. -->
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

  <!-- ================================================================== box -->

  <!-- A plain form that leads to the page; that page has one of its own. -->
  <xsl:template name="tp:search-box" as="element(Q{}form)?">
    <xsl:context-item use="absent"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:if test="$path ne 'search.html'">
      <form class="search-box" role="search" action="{$root}search.html">
        <label class="vh" for="search-box">{f:l10n('search.label', $fp:ui)}</label>
        <input id="search-box" type="search" name="q" size="12" autocomplete="off"/>
        <button><span class="vh">{f:l10n('search.go', $fp:ui)}</span></button>
      </form>
    </xsl:if>
  </xsl:template>

  <!-- ================================================================= page -->

  <!-- What letters may be narrowed down by, each a file of the index. -->
  <xsl:variable name="fp:facets" as="xs:string+"
                select="'correspondent', 'person', 'place', 'lang'"/>

  <!-- What the script has to say, by the keys of its messages. -->
  <xsl:variable name="fp:search-words" as="xs:string+"
                select="'none', 'begins', 'kin', 'suggest', 'alone', 'failed'"/>

  <!-- What it has to say of a number, in its forms. -->
  <xsl:variable name="fp:search-counts" as="xs:string+"
                select="'all', 'shown', 'places', 'entries', 'narrower'"/>

  <!-- The page works by its script alone, and says so where there is none. -->
  <xsl:template name="tp:search" as="document-node()">
    <xsl:context-item use="absent"/>
    <xsl:variable name="main" as="node()*">
      <h1>{f:l10n('page.search', $fp:ui)}</h1>
      <noscript>
        <p>{f:l10n('search.noscript', $fp:ui)}</p>
        <ul>
          <li><a href="{$fp:list}">{f:l10n('page.letters', $fp:ui)}</a></li>
          <xsl:for-each select="$fp:registers">
            <li><a href="{$fp:register(.)}">{f:l10n('register.' || ., $fp:ui)}</a></li>
          </xsl:for-each>
        </ul>
      </noscript>
      <div id="search" class="search" hidden="hidden">
        <xsl:for-each select="$fp:search-words">
          <xsl:attribute name="data-{.}" select="f:l10n('search.' || ., $fp:ui)"/>
        </xsl:for-each>
        <xsl:for-each select="$fp:search-counts">
          <xsl:attribute name="data-{.}" select="f:forms('search.' || ., $fp:ui)"/>
        </xsl:for-each>
        <xsl:attribute name="data-group" select="f:l10n('number.group', $fp:ui)"/>
        <xsl:attribute name="data-letters" select="f:forms('count.letter', $fp:ui)"/>
        <xsl:call-template name="tp:search-form"/>
        <p id="search-status" class="status" role="status"></p>
        <div id="search-advice" class="search-advice"></div>
        <div id="search-help" class="search-help">
          <xsl:for-each select="'words', 'phrase', 'prefix'">
            <p>
              <kbd>{f:l10n('search.help.' || . || '.sample', $fp:ui)}</kbd>
              <xsl:text> {f:l10n('search.help.' || ., $fp:ui)}</xsl:text>
            </p>
          </xsl:for-each>
        </div>
        <section id="search-entries" class="search-entries" aria-labelledby="search-entries-head"
                 hidden="hidden">
          <h2 id="search-entries-head">{f:l10n('search.registers', $fp:ui)}</h2>
          <ul></ul>
        </section>
        <ol id="search-hits" class="hits"></ol>
        <button id="search-more" type="button" hidden="hidden"
          >{f:l10n('search.more', $fp:ui)}</button>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'search.html'"/>
      <xsl:with-param name="title" select="f:l10n('page.search', $fp:ui)"/>
      <xsl:with-param name="scripts" select="'search.js'"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="tp:search-form" as="element(Q{}form)">
    <xsl:context-item use="absent"/>
    <form id="search-form" role="search" action="search.html">
      <p class="query">
        <label class="vh" for="search-query">{f:l10n('search.label', $fp:ui)}</label>
        <input id="search-query" type="search" name="q" autocomplete="off" autocapitalize="none"
               spellcheck="false" placeholder="{f:l10n('search.placeholder', $fp:ui)}"
               aria-describedby="search-help"/>
        <button>{f:l10n('search.go', $fp:ui)}</button>
      </p>
      <details id="search-filters" class="filters">
        <summary>{f:l10n('search.filters', $fp:ui)}</summary>
        <div class="fields">
          <xsl:for-each select="$fp:facets">
            <p>
              <label for="search-{.}">{f:l10n('search.filter.' || ., $fp:ui)}</label>
              <select id="search-{.}" name="{.}" data-facet="{.}">
                <option value="">{f:l10n('search.any', $fp:ui)}</option>
              </select>
            </p>
          </xsl:for-each>
          <xsl:for-each select="'from', 'to'">
            <p class="year">
              <label for="search-{.}">{f:l10n('search.filter.' || ., $fp:ui)}</label>
              <input id="search-{.}" name="{.}" type="text" inputmode="numeric" maxlength="4"
                     autocomplete="off"/>
            </p>
          </xsl:for-each>
          <p>
            <label for="search-sort">{f:l10n('search.sort', $fp:ui)}</label>
            <select id="search-sort" name="sort">
              <option value="">{f:l10n('search.sort.rank', $fp:ui)}</option>
              <option value="date">{f:l10n('search.sort.date', $fp:ui)}</option>
            </select>
          </p>
          <p class="clear"><button type="reset">{f:l10n('search.clear', $fp:ui)}</button></p>
        </div>
      </details>
    </form>
  </xsl:template>

  <!-- ============================================================ catalogue -->

  <!--
    What is known of each letter and entry beside its words: where it is, what it is called, and, in
    attributes named after the facets, the keys of what it may be narrowed down by. Letters stand in
    the order of the edition.
  -->
  <xsl:template name="t:search-catalogue" as="element(Q{}catalogue)">
    <xsl:context-item use="optional"/>
    <xsl:variable name="letters" as="element(lp:letter)*" select="$corpus/lp:corpus/lp:letter"/>
    <catalogue lang="{$fp:ui}">
      <xsl:for-each select="$letters, $corpus/lp:corpus/lp:part">
        <xsl:variable name="sent" as="element(lp:action)?"
                      select="lp:action[@type = 'sent'][1]"/>
        <letter id="{@id}" href="{f:letter-path(@id)}" title="{f:correspondents(.)}"
                facts="{string-join((f:written(.)/string()[.],
                                     f:enumeration($sent/lp:place/string())[.]), ', ')}"
                lang="{(@lang[string()], $fp:ui)[1]}"
                correspondent="{distinct-values(lp:action/lp:agent ! fp:party-keys(.))}"
                person="{fp:keys(lp:mention/@ref, 'person')}"
                place="{fp:keys((lp:mention/@ref, lp:action/lp:place/@ref), 'place')}"
                year="{fp:years(.)}"/>
      </xsl:for-each>
      <xsl:for-each select="$corpus/lp:corpus/lp:entry">
        <entry href="{f:entry-path(.)}" title="{@label}" lang="{$fp:ui}"
               facts="{string-join((f:authors(.)[.], @dates[string()], f:l10n('register.' || @kind, $fp:ui)), ', ')}"
               words="{normalize-space(string-join((lp:variant, lp:note), ' · '))}"/>
      </xsl:for-each>
      <facet name="correspondent">
        <xsl:for-each-group select="$letters/lp:action/lp:agent" group-by="fp:party-keys(.)">
          <xsl:sort select="fp:sort-label(.)" lang="{$fp:ui}"/>
          <value key="{current-grouping-key()}"
                 label="{(key('fp:entry', current-grouping-key(), $corpus)/fp:sort-label(.), .)[1]}"/>
        </xsl:for-each-group>
      </facet>
      <xsl:for-each select="'person', 'place'">
        <facet name="{.}">
          <xsl:for-each select="$corpus/lp:corpus/lp:entry[@kind = current()]">
            <value key="{@id}" label="{string-join((fp:sort-label(.), @dates[string()]), ', ')}"/>
          </xsl:for-each>
        </facet>
      </xsl:for-each>
      <facet name="lang">
        <xsl:for-each select="sort(distinct-values($letters/@lang))">
          <value key="{.}" label="{.}"/>
        </xsl:for-each>
      </facet>
      <facet name="year">
        <xsl:for-each select="sort(distinct-values($letters ! fp:years(.)))">
          <value key="{.}" label="{.}"/>
        </xsl:for-each>
      </facet>
    </catalogue>
  </xsl:template>

  <!-- Whom an agent stands for: entries of the register, else the name itself. -->
  <xsl:function name="fp:party-keys" as="xs:string+">
    <xsl:param name="agent" as="element(lp:agent)"/>
    <xsl:variable name="refs" as="xs:string*" select="tokenize($agent/@ref)"/>
    <xsl:sequence select="if (exists($refs)) then $refs
                          else translate(normalize-space($agent), ' ', '_')"/>
  </xsl:function>

  <!-- The name that lists are sorted by. -->
  <xsl:function name="fp:sort-label" as="xs:string">
    <xsl:param name="named" as="element()"/>
    <xsl:sequence select="string(($named/@sort[string()], $named/@label, $named)[1])"/>
  </xsl:function>

  <!-- Those of the references that are entries of a kind, each once. -->
  <xsl:function name="fp:keys" as="xs:string*">
    <xsl:param name="refs" as="xs:string*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="f:entries-for(string-join(distinct-values($refs), ' '))
                          [@kind = $kind]/@id/string()"/>
  </xsl:function>

  <!-- The years that a letter may have been written in, the first and last alone of very many. -->
  <xsl:function name="fp:years" as="xs:string*">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="years" as="xs:integer*" select="
        f:written($letter)/(@when, @from, @to, @notBefore, @notAfter)[matches(., '^\d{4}')]
        ! xs:integer(substring(., 1, 4))"/>
    <xsl:variable name="all" as="xs:integer*"
                  select="if (exists($years)) then min($years) to max($years) else ()"/>
    <xsl:sequence select="(if (count($all) gt 100) then (min($years), max($years)) else $all)
                          ! format-integer(., '0000')"/>
  </xsl:function>

</xsl:stylesheet>
