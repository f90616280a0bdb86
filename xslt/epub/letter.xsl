<?xml version="1.0" encoding="UTF-8"?>
<!-- A letter: its pages, and what the books that hold it have to know of it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    id       the letter's
    pages    map(*)+: path (in the book), page (as the edition has it), alone (as the letter's own
             book has it, without the ways to other letters)
    href     the first of them as a URL
    ways     the URLs of the letters that the pages lead to
    corpus   the corpus document of the letter's own book
    entries  the ids of the register entries in it
    parts    map(*)*: label and href of each page after the first, for the table of contents
    breaks   map(*)*: label and href of each page of the source
    signs    the keys of the signs used
    moved    map: an address in the letter to the same on the page where it stands, if there are several
  -->
  <xsl:template mode="m:letter" match="lp:letter" as="map(xs:string, item()*)" priority="3">
    <xsl:variable name="record" as="element()" select="f:record(@id)"/>
    <xsl:variable name="parts" as="array(node()*)+" select="fp:parts(text)"/>
    <xsl:variable name="text" as="element(lp:letter)" select="."/>
    <xsl:variable name="drafts" as="map(xs:string, item()*)*">
      <xsl:for-each select="$parts">
        <xsl:variable name="draft" as="document-node()">
          <xsl:call-template name="tp:letter-page">
            <xsl:with-param name="record" select="$record"/>
            <xsl:with-param name="nodes" select="?1"/>
            <xsl:with-param name="number" select="position()"/>
            <xsl:with-param name="last" select="position() eq last()"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:map>
          <xsl:map-entry key="'path'" select="fp:part-file($record/@id, position())"/>
          <xsl:map-entry key="'href'" select="fp:part-href($record/@id, position())"/>
          <xsl:map-entry key="'draft'" select="$draft"/>
          <xsl:map-entry key="'label'" select="fp:part-title($record, ?1, position())"/>
        </xsl:map>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="moved" as="map(xs:string, xs:string)" select="
        if (count($parts) eq 1) then map { }
        else map:merge(for $draft in $drafts return
            $draft?draft//@id ! map:entry(f:letter-path($record/@id) || '#' || .,
                                          $draft?href || '#' || .),
            map { 'duplicates': 'use-first' })"/>
    <xsl:variable name="own" as="document-node(element(lp:corpus))" select="fp:corpus-of($record, $drafts?draft)"/>
    <xsl:sequence select="map {
        'id': string(@id),
        'href': f:letter-path(@id),
        'ways': distinct-values($drafts ! ?draft//@href[fp:leads-out(., string($record/@id))]
                                ! substring-after(tokenize(., '#')[1], '../')),
        'pages': $drafts ! fp:finished(., string($record/@id), $moved),
        'corpus': $own,
        'entries': $own/lp:corpus/lp:entry/@id ! string(),
        'parts': tail($drafts) ! map { 'label': ?label, 'href': ?href },
        'breaks': for $draft in $drafts return fp:breaks($draft?draft, $draft?href),
        'signs': fp:signs-in($text),
        'moved': $moved }"/>
  </xsl:template>

  <xsl:template mode="m:letter" match="/" as="map(xs:string, item()*)">
    <xsl:apply-templates mode="m:letter" select="lp:letter"/>
  </xsl:template>

  <!-- A page in both forms; the same node where there is no way to another letter on it. -->
  <xsl:function name="fp:finished" as="map(xs:string, item())">
    <xsl:param name="draft" as="map(xs:string, item()*)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="moved" as="map(xs:string, xs:string)"/>
    <xsl:variable name="page" as="document-node()"
                  select="fp:xhtml($draft?draft, $draft?href, (), $moved)"/>
    <xsl:sequence select="map {
        'path': $draft?path,
        'page': $page,
        'alone': if ($draft?draft//@href[fp:leads-out(., $id)])
                 then fp:xhtml($draft?draft, $draft?href, $id, $moved) else $page }"/>
  </xsl:function>

  <!-- The edition, this letter, and the entries that its pages lead to. -->
  <xsl:function name="fp:corpus-of" as="document-node(element(lp:corpus))">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="drafts" as="document-node()+"/>
    <xsl:variable name="entries" as="element(lp:entry)*" select="
        distinct-values($drafts//@href/string()) ! key('fp:entry-by-path', substring-after(., '../'), $corpus)"/>
    <xsl:document>
      <lp:corpus>
        <!-- The union puts the entries in the corpus document's order. -->
        <xsl:copy-of select="$fp:edition, $record, $entries | ()"/>
      </lp:corpus>
    </xsl:document>
  </xsl:function>

  <!-- The corpus document of a correspondence's book. $entries: the ids of those that it leads to. -->
  <xsl:template name="t:between" as="document-node(element(lp:corpus))">
    <xsl:context-item use="absent"/>
    <xsl:param name="correspondence" as="xs:string"/>
    <xsl:param name="entries" as="xs:string*"/>
    <xsl:variable name="chosen" as="element(lp:correspondence)" select="key('fp:correspondence', $correspondence, $corpus)"/>
    <xsl:document>
      <lp:corpus>
        <xsl:copy-of select="$fp:edition, tokenize($chosen/@letters) ! f:record(.), $chosen,
                             $corpus/lp:corpus/lp:entry[@id = $entries]"/>
      </lp:corpus>
    </xsl:document>
  </xsl:template>

  <xsl:key name="fp:entry-by-path" match="lp:entry" use="f:entry-path(.)"/>

  <xsl:function name="fp:breaks" as="map(xs:string, xs:string)*">
    <xsl:param name="draft" as="document-node()"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:sequence select="$draft//*:span[@role = 'doc-pagebreak']
        ! map { 'label': string(../@data-page), 'href': $href || '#' || @id }"/>
  </xsl:function>

  <!-- ================================================================= page -->

  <xsl:template name="tp:letter-page" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:param name="record" as="element()"/>
    <xsl:param name="nodes" as="node()+"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:variable name="notes" as="element(note)*" select="$nodes/descendant-or-self::note"/>
    <xsl:variable name="language" as="xs:string" select="f:language-at($nodes[1]/..)"/>
    <xsl:variable name="title" as="xs:string" select="fp:part-title($record, $nodes, $number)"/>
    <xsl:variable name="main" as="node()*">
      <section class="letter" role="doc-chapter" aria-label="{$title}">
        <xsl:if test="$number eq 1">
          <header class="title-block">
            <h1>{f:correspondents($record)}</h1>
            <xsl:call-template name="tp:title-facts">
              <xsl:with-param name="record" select="$record"/>
            </xsl:call-template>
          </header>
          <xsl:text>&#10;</xsl:text>
        </xsl:if>
        <div class="text" data-audit="text" data-letter="{$record/@id}">
          <xsl:sequence select="f:language-attributes($language, $fp:ui)"/>
          <xsl:for-each select="$nodes">
            <xsl:apply-templates mode="m:content" select=".">
              <xsl:with-param name="root" select="'../'" tunnel="yes"/>
              <xsl:with-param name="host" select="ancestor::lp:letter/text" tunnel="yes"/>
              <xsl:with-param name="highest" tunnel="yes" select="
                  if ($number eq 1) then 2 else 1 - count($nodes[self::div][1]/ancestor::*[head])"/>
            </xsl:apply-templates>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </div>
        <xsl:text>&#10;</xsl:text>
        <xsl:if test="$notes">
          <section class="notes" epub:type="footnotes" aria-label="{f:l10n('text.notes', $fp:ui)}"
                   xmlns:epub="http://www.idpf.org/2007/ops">
            <xsl:apply-templates mode="m:note" select="$notes">
              <xsl:with-param name="root" select="'../'" tunnel="yes"/>
              <xsl:with-param name="host" select="$record" tunnel="yes"/>
            </xsl:apply-templates>
          </section>
          <xsl:text>&#10;</xsl:text>
        </xsl:if>
        <xsl:if test="$last">
          <xsl:call-template name="tp:facts">
            <xsl:with-param name="record" select="$record"/>
          </xsl:call-template>
        </xsl:if>
      </section>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="f:letter-path($record/@id)"/>
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="main" select="$main"/>
      <xsl:with-param name="matter" select="'bodymatter'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What is known of the letter; policies and signs stand once in the book. -->
  <xsl:template name="tp:facts" as="element()?">
    <xsl:context-item use="optional"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="facts" as="element()*">
      <xsl:apply-templates mode="mp:fact" select="$record/lp:action"/>
      <xsl:call-template name="tp:contexts">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
      <xsl:call-template name="tp:physical">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
      <xsl:call-template name="tp:makers">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
      <xsl:apply-templates mode="mp:fact" select="$record/lp:source,
          $record/lp:licence[string() or @target][1]
                            [not(normalize-space(.) = $fp:edition/@licence)]"/>
    </xsl:variable>
    <xsl:if test="$facts">
      <section class="colophon" aria-labelledby="about-letter">
        <h2 id="about-letter">{f:l10n(fp:about($record), $fp:ui)}</h2>
        <dl class="facts">
          <xsl:sequence select="$facts"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- ======================================== rules that differ from the web's -->

  <!-- Notes stand together below the letter, so each says its language against the page's. -->
  <xsl:function name="fp:note-language" as="attribute()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="host" as="element()"/>
    <xsl:sequence select="f:language-attributes(f:language-at($note), $fp:ui)"/>
  </xsl:function>

  <!-- No note stands beside its mark. -->
  <xsl:function name="fp:place" as="xs:string?">
    <xsl:param name="letter" as="xs:string"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="host" as="element()"/>
  </xsl:function>

  <!--
    A page of the source begins: an empty mark that the list of pages leads to, and its number for
    those who see. One without a number, or in a note, is not in the list.
  -->
  <xsl:template mode="m:content" match="pb" as="element()">
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <span class="{fp:break-class(.)}" data-audit="skip" data-page="{@n}">
      <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
      <xsl:if test="@xml:id">
        <span id="{$prefix || @xml:id}">
          <xsl:if test="@n[normalize-space()] and not($prefix) and not(ancestor::note)">
            <xsl:attribute name="role" select="'doc-pagebreak'"/>
            <xsl:attribute name="aria-label" select="f:page-kind(@n, $fp:ui) || ' ' || @n"/>
          </xsl:if>
        </span>
      </xsl:if>
      <span class="n" aria-hidden="true">{(@n[string()], '·')[1]}</span>
      <xsl:for-each select="f:web-address(@facs)">
        <a class="facs" href="{.}">{f:l10n('page.facsimile', $fp:ui)}</a>
      </xsl:for-each>
    </span>
  </xsl:template>

</xsl:stylesheet>
