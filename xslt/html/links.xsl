<?xml version="1.0" encoding="UTF-8"?>
<!-- Where things are, and how a phrase becomes a link although it may hold links itself. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- A letter's page, from the site's root. -->
  <xsl:function name="f:letter-path" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'letters/' || encode-for-uri($id) || '.html'"/>
  </xsl:function>

  <!-- An entry's page, from the site's root. -->
  <xsl:function name="f:entry-path" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="fp:entry-folder($entry) || encode-for-uri($entry/@id) || '.html'"/>
  </xsl:function>

  <!-- persons/, places/ … -->
  <xsl:function name="fp:entry-folder" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="replace($fp:register($entry/@kind), '\.html$', '/')"/>
  </xsl:function>

  <!-- An address on the web as it stands; nothing for any other, such as one that runs a script. -->
  <xsl:function name="f:web-address" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="normalize-space($target)[matches(., '^(https?://[^/\s]|mailto:\S)', 'i')]
                          ! iri-to-uri(.)"/>
  </xsl:function>

  <!--
    What a reference in the source leads to: an address on the web, another letter of the edition or
    (as ID#ANCHOR) a place in it, an entry of a register, or nothing. $root is the way from the page to the site's root.
  -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:variable name="clean" as="xs:string" select="normalize-space($target)"/>
    <xsl:variable name="file" as="xs:string"
                  select="replace(substring-before($clean || '#', '#'), '^.*/|\.(xml|html)$', '')"/>
    <xsl:variable name="fragment" as="xs:string" select="substring-after($clean, '#')"/>
    <xsl:sequence select="(f:web-address($target),
                           f:record($file)[matches($fragment, '^((p|b|d|m|note-|pb-)\d+|page-.+)$')][not(contains($clean, '.xml#'))]
                             ! ($root || f:letter-path(@id) || '#' || encode-for-uri($fragment)),
                           ($file, $fragment) ! f:record(.) ! ($root || f:letter-path(@id)),
                           f:entries-for(($fragment, $file)[.][1]) ! ($root || f:entry-path(.)))[1]"/>
  </xsl:function>

  <!-- A picture's file from the site's root, by what the source calls it; none where it isn't there. -->
  <xsl:function name="f:picture" as="xs:string?">
    <xsl:param name="said" as="attribute()?"/>
    <xsl:variable name="file" as="xs:string"
                  select="string(($said/ancestor::lp:letter/(@file, @id ! f:record(.)/@file), 'edition.xml')[1])"/>
    <xsl:sequence select="$pictures($file || ' ' || $said)"/>
  </xsl:function>

  <!-- Where a page of the source is shown: on the web or beside the pages. -->
  <xsl:function name="f:facsimile" as="xs:string?">
    <xsl:param name="said" as="attribute()?"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="(f:web-address($said), f:picture($said) ! ($root || .))[1]"/>
  </xsl:function>

  <!-- True of what becomes a link, or holds one: HTML allows no link within a link. -->
  <xsl:function name="fp:holds-link" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/descendant-or-self::*[self::rs[@ref] or self::ref or
                                 self::note or self::pb[@xml:id or @facs]])"/>
  </xsl:function>

  <!--
    The content of the context element with $href on all of it that isn't a link already. True words
    only: a lone space between two names needs no link.
  -->
  <xsl:template name="tp:linked-content" as="node()*">
    <xsl:context-item as="element()"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="hint" as="xs:string?" select="()"/>
    <xsl:for-each-group select="node()" group-adjacent="fp:holds-link(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()
                        or not(normalize-space(string-join(current-group())))">
          <xsl:apply-templates mode="m:content" select="current-group()"/>
        </xsl:when>
        <xsl:otherwise>
          <a href="{$href}">
            <xsl:for-each select="$hint">
              <xsl:attribute name="data-hint" select="."/>
              <xsl:attribute name="aria-label" select="normalize-space(string-join(current-group())) || ': ' || ."/>
            </xsl:for-each>
            <xsl:apply-templates mode="m:content" select="current-group()"/>
          </a>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A name: a link to the entry of whoever or whatever is meant. -->
  <xsl:template mode="m:content" match="rs" as="element()">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="entries" as="element(lp:entry)*" select="f:entries-for(@ref)"/>
    <xsl:choose>
      <xsl:when test="empty($entries)">
        <span class="name">
          <xsl:apply-templates mode="mp:attributes" select="@*"/>
          <xsl:apply-templates mode="m:content"/>
        </span>
      </xsl:when>
      <xsl:when test="count($entries) eq 1 and not(node()[fp:holds-link(.)])">
        <a href="{$root || f:entry-path($entries)}">
          <xsl:apply-templates mode="mp:attributes" select="@*"/>
          <xsl:apply-templates mode="m:content"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <!-- Where other links take up all the words, the first entry too gets a mark of its own. -->
        <xsl:variable name="covered" as="xs:boolean"
                      select="not(normalize-space(string-join(node()[not(fp:holds-link(.))])))"/>
        <span class="name">
          <xsl:apply-templates mode="mp:attributes" select="@*"/>
          <xsl:call-template name="tp:linked-content">
            <xsl:with-param name="href" select="$root || f:entry-path($entries[1])"/>
          </xsl:call-template>
          <xsl:for-each select="if ($covered) then $entries else tail($entries)">
            <a class="also" href="{$root || f:entry-path(.)}" data-audit="skip">+<span class="vh" lang="{$fp:ui}">{@label}</span></a>
          </xsl:for-each>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A reference: within this text, to another letter or entry, or to the web. -->
  <xsl:template mode="m:content" match="ref" as="element()">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="here" as="xs:string?" select="substring-after(@target, '#')[.]"/>
    <xsl:variable name="href" as="xs:string?"
                  select="if (starts-with(@target, '#')
                              and exists(key('fp:by-id', $here, fp:own-text(.))))
                          then '#' || $prefix || $here
                          else f:address(@target, $root)"/>
    <span class="ref">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:choose>
        <xsl:when test="not(*) and not(normalize-space())">
          <xsl:sequence select="fp:wordless(., $href, key('fp:by-id', $here, fp:own-text(.))/self::note/@n)"/>
        </xsl:when>
        <xsl:when test="exists($href)">
          <xsl:call-template name="tp:linked-content">
            <xsl:with-param name="href" select="$href"/>
            <xsl:with-param name="hint" select="fp:letter-meant(.)[not(contains(current(), .))]"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="m:content"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- What the letter is called that a reference such as "Document 22" leads to: of this edition, or one that
       the header names as its neighbour. -->
  <xsl:function name="fp:letter-meant" as="xs:string?">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="target" as="xs:string" select="normalize-space($ref/@target)"/>
    <xsl:variable name="ids" as="xs:string*" select="tokenize(replace($target, '^.*/|\.(xml|html)$', ''), '#')[.]"/>
    <xsl:sequence select="($ids ! f:record(.)/self::lp:letter ! f:short-title(.),
                           $ref/ancestor::lp:letter/@id ! f:record(.)/lp:context[@target = $target]/normalize-space())[1]"/>
  </xsl:function>

  <!-- A reference without words: the name of what it leads to, a note's mark or a day, in the program's words. -->
  <xsl:function name="fp:wordless" as="element(Q{}span)?">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:param name="href" as="xs:string?"/>
    <xsl:param name="mark" as="xs:string?"/>
    <xsl:variable name="id" as="xs:string" select="replace($ref/@target, '^.*[#/]|\.(xml|html)$', '')"/>
    <xsl:variable name="name" as="xs:string" select="
        string(($mark, (f:record($id) ! f:short-title(.), f:entries-for($id)/@label)[$href], f:day-meant($ref, $fp:ui), $ref/@target)[1])"/>
    <xsl:if test="normalize-space($ref/@target)">
      <span class="ed" data-audit="skip">
        <xsl:text>{'→ '[exists($href)]}</xsl:text>
        <xsl:sequence select="f:link($name, $href, ())"/>
      </span>
    </xsl:if>
  </xsl:function>

  <xsl:key name="fp:by-id" match="*[@xml:id]" use="@xml:id"/>

  <!-- The text that ids are unique in: the letter, or one of the texts in the corpus document. -->
  <xsl:function name="fp:own-text" as="node()">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="(($node/ancestor::lp:policy, $node/ancestor::lp:section,
                            $node/ancestor::lp:letter)[1], root($node))[1]"/>
  </xsl:function>

</xsl:stylesheet>
