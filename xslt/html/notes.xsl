<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: the mark in the text, and the note below its block or beside its mark. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    A block that holds notes becomes a host: the block, then its notes, in the order of their marks.
    On a wide screen the style sheet sets each beside its mark, which the two share a class for
    (c1 and n1, c2 and n2, …); a block with more notes than the style sheet has classes keeps them
    below. The outermost block is the host, so that a note in a table stands below the table.
  -->
  <xsl:variable name="fp:notes-beside" as="xs:integer" select="12"/>

  <xsl:template mode="m:content" priority="10" as="node()*"
                match="head[.//note] | p[.//note] | ab[.//note] | list[.//note] | table[.//note]
                       | lg[.//note] | l[.//note] | quote[@rend = 'block'][.//note] | figure[.//note]
                       | dateline[.//note] | salute[.//note] | signed[.//note] | byline[.//note]
                       | address[.//note] | opener[note] | closer[note] | postscript[note]">
    <xsl:param name="host" as="element()?" select="()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$host">
        <xsl:next-match/>
      </xsl:when>
      <xsl:otherwise>
        <div class="host">
          <xsl:next-match>
            <xsl:with-param name="host" select="." tunnel="yes"/>
          </xsl:next-match>
          <xsl:apply-templates mode="m:note" select=".//note">
            <xsl:with-param name="host" select="." tunnel="yes"/>
          </xsl:apply-templates>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The mark. A note between blocks, with no phrase to hang on, gets a line of its own. -->
  <xsl:template mode="m:content" match="note" as="element()">
    <xsl:param name="host" as="element()?" select="()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$host">
        <xsl:call-template name="tp:note-mark"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="host">
          <p class="lone-mark">
            <xsl:call-template name="tp:note-mark">
              <xsl:with-param name="host" select="." tunnel="yes"/>
            </xsl:call-template>
          </p>
          <xsl:apply-templates mode="m:note" select="descendant-or-self::note">
            <xsl:with-param name="host" select="." tunnel="yes"/>
          </xsl:apply-templates>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="tp:note-mark" as="element(Q{}a)">
    <xsl:context-item as="element(note)"/>
    <xsl:param name="host" as="element()" tunnel="yes"/>
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <a class="{string-join(('mark', 'sign'[not(matches(current()/@n, '[\p{L}\p{N}]'))],
                           'alone'[current()/preceding-sibling::*[1][self::pb] and empty(current()/../text()[normalize-space()])],
                           fp:place('c', ., $host)), ' ')}" role="doc-noteref"
       id="{$prefix}mark-{@xml:id}" href="#{$prefix || @xml:id}"
       data-note="{$prefix || @xml:id}" data-audit="skip">
      <span class="vh">
        <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
        <xsl:text>{f:l10n('note', $fp:ui)} </xsl:text>
      </span>
      <xsl:text>{@n}</xsl:text>
    </a>
  </xsl:template>

  <!-- The class that ties mark and note: their place among the notes of their host. -->
  <xsl:function name="fp:place" as="xs:string?">
    <xsl:param name="letter" as="xs:string"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="host" as="element()"/>
    <xsl:variable name="notes" as="element(note)+" select="$host/descendant-or-self::note"/>
    <xsl:if test="count($notes) le $fp:notes-beside">
      <xsl:sequence select="$letter || count($notes[. &lt;&lt; $note]) + 1"/>
    </xsl:if>
  </xsl:function>

  <!-- The note itself, and the way back. -->
  <xsl:template mode="m:note" match="note" as="node()+">
    <xsl:param name="host" as="element()" tunnel="yes"/>
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:text>&#10;</xsl:text>
    <aside class="{string-join((fp:classes('note', @type), fp:place('n', ., $host)), ' ')}"
           id="{$prefix || @xml:id}" role="doc-footnote"
           data-audit="{if ($prefix) then 'skip' else 'note'}">
      <xsl:sequence select="fp:note-language(., $host)"/>
      <a class="back" role="doc-backlink" href="#{$prefix}mark-{@xml:id}" data-audit="skip">
        <span class="vh">
          <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
          <xsl:text>{f:l10n('note.back', $fp:ui)} </xsl:text>
        </span>
        <xsl:text>{@n}</xsl:text>
      </a>
      <xsl:for-each-group select="node()" group-adjacent="fp:is-block(.)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates mode="m:content" select="current-group()"/>
          </xsl:when>
          <xsl:when test="normalize-space(string-join(current-group()))
                          or current-group()[self::*]">
            <p><xsl:apply-templates mode="m:content" select="current-group()"/></p>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </aside>
  </xsl:template>

  <!-- A note stands outside the paragraph that its mark is in, so it has to say its own language. -->
  <xsl:function name="fp:note-language" as="attribute()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="host" as="element()"/>
    <xsl:sequence select="f:language-attributes(f:language-at($note), f:language-at($host/..))"/>
  </xsl:function>

  <!-- True of what can't stand in a paragraph of HTML. -->
  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node instance of element() and
        exists($node[self::p or self::ab or self::list or self::table or self::lg or self::l or
                     self::figure or self::floatingText or self::quote[@rend = 'block'] or
                     self::head or self::opener or self::closer or self::postscript or
                     self::dateline or self::salute or self::signed or self::byline or
                     self::address or self::div])"/>
  </xsl:function>

</xsl:stylesheet>
