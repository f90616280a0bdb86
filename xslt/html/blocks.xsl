<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions and blocks: headings, paragraphs, openers and closers, verse, figures. -->
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

  <!-- ============================================================ divisions -->

  <xsl:template mode="m:content" match="text | front | body | back" as="node()*">
    <xsl:call-template name="tp:blocks"/>
  </xsl:template>

  <xsl:template mode="m:content" match="div" as="element()">
    <!-- A section of HTML wants a heading. -->
    <xsl:element name="{if (head) then 'section' else 'div'}">
      <xsl:attribute name="class" select="fp:classes('div', @type)"/>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:call-template name="tp:blocks"/>
    </xsl:element>
  </xsl:template>

  <xsl:template mode="m:content" match="floatingText" as="element()">
    <div class="floating">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:call-template name="tp:blocks"/>
    </div>
  </xsl:template>

  <!-- The letters and parts that stand in a part, those beside each other as a list. -->
  <xsl:template mode="m:content" match="ptr[@type = 'letter']" as="element()?">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="after" as="element()?" select="following-sibling::*[not(self::ptr)][1]"/>
    <xsl:if test="not(preceding-sibling::*[1]/self::ptr)">
      <ul class="within" data-audit="skip">
        <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
        <xsl:for-each select="(., following-sibling::ptr[not($after &lt;&lt; .)])/f:record(@target)">
          <li>
            <a href="{$root || f:letter-path(@id)}">{f:short-title(.)}</a>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- The content of a division: one line of HTML a block, for those who read the source. -->
  <xsl:template name="tp:blocks" as="node()*">
    <xsl:context-item as="element()"/>
    <xsl:for-each select="node()[not(self::text()) or normalize-space()]">
      <xsl:apply-templates mode="m:content" select="."/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- A class and its finer forms: div, div-enclosure. What can't be in a name is a hyphen. -->
  <xsl:function name="fp:classes" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="tokens" as="xs:string?"/>
    <xsl:sequence select="string-join(($name, tokenize($tokens) !
        ($name || '-' || replace(lower-case(.), '[^\p{L}\p{N}]+', '-'))), ' ')"/>
  </xsl:function>

  <!-- ============================================================= headings -->

  <!--
    h2 under the page's own h1, and one deeper for each headed division around it. $highest is
    another level for the outermost, where a page begins at an inner division.
  -->
  <xsl:template mode="m:content" match="head" as="element()">
    <xsl:param name="highest" as="xs:integer" select="2" tunnel="yes"/>
    <xsl:param name="titled" as="element(head)?" select="()" tunnel="yes"/>
    <xsl:variable name="level" as="xs:integer"
                  select="max((if ($titled) then 2 else 1, min((6, $highest + count(ancestor::*[head] except ..)))))"/>
    <xsl:choose>
      <xsl:when test=". is $titled">
        <xsl:call-template name="tp:own-title"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{$level}">
          <xsl:attribute name="class" select="'head'"/>
          <xsl:apply-templates mode="mp:attributes" select="@*"/>
          <xsl:apply-templates mode="m:content"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A second heading of one division, and the headings of verse, are no level of their own. -->
  <xsl:template mode="m:content" priority="1" as="element()"
                match="head[preceding-sibling::head] | lg/head | quote/head">
    <p class="subhead">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </p>
  </xsl:template>

  <!-- =========================================================== paragraphs -->

  <!--
    A paragraph after a paragraph is indented, as in a book; p@part='F' goes on after a list. Of the
    many that a letter's text counts (ids p1, p2 …) those few are marked that aren't; of others those that are.
  -->
  <xsl:template mode="m:content" match="p | ab" as="element()">
    <xsl:variable name="after" as="element()?"
                  select="preceding-sibling::*[not(self::pb or self::cb or self::anchor)][1]"/>
    <xsl:variable name="indented" as="xs:boolean" select="exists($after[self::p or self::ab]) and not(@part = 'F')"/>
    <xsl:variable name="counted" as="xs:boolean" select="starts-with(@xml:id, 'p') and exists(ancestor::text)"/>
    <p>
      <xsl:where-populated>
        <xsl:attribute name="class" select="string-join((
            'indent'[$indented and not($counted)], 'first'[$counted and not($indented)],
            'unknown'[current()/@type = 'unknown'],
            tokenize(@rend)[. = ('center', 'right', 'left')] ! ('rend-' || .)), ' ')"/>
      </xsl:where-populated>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </p>
  </xsl:template>

  <!-- ====================================================== parts of letters -->

  <xsl:template mode="m:content" match="opener | closer | postscript" as="element()">
    <div class="{local-name()}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:call-template name="tp:blocks"/>
    </div>
  </xsl:template>

  <xsl:template mode="m:content" match="dateline | salute | signed | byline" as="element()">
    <p class="{local-name()}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </p>
  </xsl:template>

  <!-- HTML's own address element means whom to write to about the page. -->
  <xsl:template mode="m:content" match="address" as="element()">
    <div class="address">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:call-template name="tp:blocks"/>
    </div>
  </xsl:template>

  <xsl:template mode="m:content" match="addrLine" as="element()">
    <div class="addr-line">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </div>
  </xsl:template>

  <!-- ================================================= verse and quotations -->

  <xsl:template mode="m:content" match="lg" as="element()">
    <div class="lg">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:call-template name="tp:blocks"/>
    </div>
  </xsl:template>

  <xsl:template mode="m:content" match="l" as="element()">
    <div class="{string-join(('l', tokenize(@rend)[starts-with(., 'indent-')]), ' ')}">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </div>
  </xsl:template>

  <xsl:template mode="m:content" match="quote[@rend = 'block']" as="element()">
    <blockquote>
      <xsl:apply-templates mode="mp:attributes" select="@* except @rend"/>
      <xsl:call-template name="tp:blocks"/>
    </blockquote>
  </xsl:template>

  <!-- ============================================================== figures -->

  <xsl:template mode="m:content" match="figure" as="element()">
    <figure>
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:variable name="shown" as="element(graphic)*" select="graphic[f:picture(@url)]"/>
      <xsl:apply-templates mode="m:content" select="$shown"/>
      <xsl:if test="empty($shown)">
        <p class="no-picture" data-audit="skip">
          <xsl:sequence select="f:language-attributes($fp:ui, f:language-at(.))"/>
          <xsl:text>[{f:l10n('figure', $fp:ui)}</xsl:text>
          <xsl:text>{figDesc ! (': ' || normalize-space(.))}]</xsl:text>
        </p>
      </xsl:if>
      <xsl:if test="head | p">
        <figcaption>
          <xsl:apply-templates mode="m:content" select="head | p"/>
        </figcaption>
      </xsl:if>
      <xsl:apply-templates mode="m:content" select="* except (graphic | figDesc | head | p)"/>
    </figure>
  </xsl:template>

  <!-- No picture is fetched from another host: only those are shown that stand beside the page. -->
  <xsl:template mode="m:content" match="graphic" as="element()?">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="what" as="xs:string" select="normalize-space(../figDesc[1])"/>
    <xsl:for-each select="f:picture(@url)">
      <img src="{$root || .}" alt="{$what}" loading="lazy"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The alternate text, said above. -->
  <xsl:template mode="m:content" match="figDesc" as="empty-sequence()"/>

  <xsl:template mode="m:content" match="figure/head" priority="2" as="element()">
    <p class="subhead">
      <xsl:apply-templates mode="mp:attributes" select="@*"/>
      <xsl:apply-templates mode="m:content"/>
    </p>
  </xsl:template>

  <!-- ============================================================== unknown -->

  <!-- What no rule knows keeps its text, and is reported by name. -->
  <xsl:template mode="m:content" match="*" priority="-1" as="element()">
    <xsl:message error-code="f:unknown-element"
                 select="'The web edition has no rule for the element ' || name() ||
                         '; it prints its text as it stands.'"/>
    <span class="unknown">
      <xsl:apply-templates mode="mp:attributes" select="@xml:id, @xml:lang"/>
      <xsl:apply-templates mode="m:content"/>
    </span>
  </xsl:template>

</xsl:stylesheet>
