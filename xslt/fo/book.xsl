<?xml version="1.0" encoding="UTF-8"?>
<!-- 
  The book of all letters: its frame, in which the press puts the letters' pages (fo.xsl, lp:letter).

  The front matter stands behind the letters: what these come to stand on is known only then; and before
  the index, which names its pages too. The press binds its pages first, as roman ones. Their number is even, so that the first letter begins on the right.
 -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
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

  <xsl:template name="t:book" as="element(fo:root)">
    <xsl:context-item use="absent"/>
    <fo:root lp:lines="{$line-numbers}" xml:lang="{$fp:ui}" xsl:use-attribute-sets="fp:text">
      <xsl:call-template name="tp:page-masters"/>
      <xsl:call-template name="tp:book-metadata"/>
      <xsl:call-template name="tp:book-bookmarks"/>
      <xsl:for-each select="f:reading-order($corpus)">
        <lp:letter id="{@id}"/>
      </xsl:for-each>
      <xsl:call-template name="tp:back-matter">
        <xsl:with-param name="parts" select="$fp:back-matter[. ne 'index']"/>
      </xsl:call-template>
      <xsl:call-template name="tp:front-matter"/>
      <xsl:call-template name="tp:back-matter">
        <xsl:with-param name="parts" select="$fp:back-matter[. eq 'index']"/>
      </xsl:call-template>
    </fo:root>
  </xsl:template>

  <!-- The letters, and the parts about them that have pages of their own. -->
  <xsl:template name="tp:book-bookmarks" as="element(fo:bookmark-tree)">
    <xsl:context-item use="absent"/>
    <fo:bookmark-tree>
      <xsl:sequence select="fp:bookmark('contents', f:l10n('print.contents', $fp:ui)),
                            $fp:edition/lp:section ! fp:bookmark(fp:section-id(.), fp:section-title(.)),
                            f:reading-order($corpus) ! fp:bookmark(@id || '.top', fp:title-and-date(.)),
                            $fp:back-matter ! fp:bookmark(., f:l10n('print.' || ., $fp:ui))"/>
    </fo:bookmark-tree>
  </xsl:template>

  <xsl:function name="fp:bookmark" as="element(fo:bookmark)">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <fo:bookmark internal-destination="{$id}">
      <fo:bookmark-title>{$title}</fo:bookmark-title>
    </fo:bookmark>
  </xsl:function>

  <xsl:template name="tp:book-metadata" as="element(fo:declarations)">
    <xsl:context-item use="absent"/>
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>
              <rdf:Alt>
                <rdf:li xml:lang="x-default">{fp:full-title()}</rdf:li>
              </rdf:Alt>
            </dc:title>
            <xsl:where-populated>
              <dc:creator>
                <xsl:where-populated>
                  <rdf:Seq>
                    <xsl:for-each select="$fp:edition/lp:editor">
                      <rdf:li>{normalize-space(.)}</rdf:li>
                    </xsl:for-each>
                  </rdf:Seq>
                </xsl:where-populated>
              </dc:creator>
            </xsl:where-populated>
            <xsl:call-template name="tp:publisher"/>
            <dc:language>
              <rdf:Bag>
                <xsl:for-each select="distinct-values(($fp:ui, $corpus/lp:corpus/lp:letter/@lang))">
                  <rdf:li>{.}</rdf:li>
                </xsl:for-each>
              </rdf:Bag>
            </dc:language>
            <xsl:for-each select="$fp:edition/@licence[normalize-space() ne '']">
              <dc:rights>
                <rdf:Alt>
                  <rdf:li xml:lang="x-default">{.}</rdf:li>
                </rdf:Alt>
              </dc:rights>
            </xsl:for-each>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <xsl:function name="fp:full-title" as="xs:string">
    <xsl:sequence select="string-join(($fp:edition/@title, $fp:edition/@subtitle)[normalize-space() ne ''], ': ')"/>
  </xsl:function>

  <!-- ========================================================= front matter -->

  <!-- The one and only place where the numbers of pages are small roman ones. -->
  <xsl:template name="tp:front-matter" as="element(fo:page-sequence)+">
    <xsl:context-item use="absent"/>
    <fo:page-sequence master-reference="letter" initial-page-number="1" format="i" force-page-count="even">
      <fo:flow flow-name="xsl-region-body">
        <fo:block id="front" role="P" text-align="center" font-size="13pt" line-height="{fp:lines(1.5)}"
                  hyphenate="false" space-before="{fp:lines(9)}" space-before.conditionality="retain">{$fp:edition/@title}</fo:block>
      </fo:flow>
    </fo:page-sequence>
    <fo:page-sequence master-reference="letter" format="i" force-page-count="even">
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="tp:title-page"/>
        <xsl:call-template name="tp:imprint-page"/>
      </fo:flow>
    </fo:page-sequence>
    <fo:page-sequence master-reference="letter" format="i">
      <xsl:if test="empty($fp:edition/lp:section)">
        <xsl:attribute name="force-page-count" select="'end-on-even'"/>
      </xsl:if>
      <xsl:call-template name="tp:running-heads">
        <xsl:with-param name="left" select="string($fp:edition/@title)"/>
        <xsl:with-param name="right" select="f:l10n('print.contents', $fp:ui)"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <xsl:call-template name="tp:contents"/>
      </fo:flow>
    </fo:page-sequence>
    <xsl:for-each select="$fp:edition/lp:section">
      <fo:page-sequence master-reference="letter" format="i">
        <xsl:if test="position() eq last()">
          <xsl:attribute name="force-page-count" select="'end-on-even'"/>
        </xsl:if>
        <xsl:call-template name="tp:running-heads">
          <xsl:with-param name="left" select="string($fp:edition/@title)"/>
          <xsl:with-param name="right" select="fp:section-title(.)"/>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <fo:block role="Sect" id="{fp:section-id(.)}">
            <xsl:call-template name="tp:opening">
              <xsl:with-param name="title" as="node()*">
                <xsl:apply-templates select="head[1]/node()" mode="mp:phrase"/>
                <xsl:if test="not(head)">{f:l10n('page.about', $fp:ui)}</xsl:if>
              </xsl:with-param>
            </xsl:call-template>
            <xsl:apply-templates select="* except head[1]" mode="mp:block"/>
            <xsl:call-template name="tp:end-notes"/>
          </fo:block>
        </fo:flow>
      </fo:page-sequence>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="fp:section-id" as="xs:string">
    <xsl:param name="section" as="element(lp:section)"/>
    <xsl:sequence select="'section-' || count($section/preceding-sibling::lp:section) + 1"/>
  </xsl:function>

  <xsl:function name="fp:section-title" as="xs:string">
    <xsl:param name="section" as="element(lp:section)"/>
    <xsl:sequence select="($section/head[1] ! fp:plain(.), f:l10n('page.about', $fp:ui))[1]"/>
  </xsl:function>

  <xsl:template name="tp:title-page" as="element(fo:block)+">
    <xsl:context-item use="absent"/>
    <fo:block role="H1" id="title-page" font-size="24pt" line-height="{fp:lines(2)}" text-align="center" hyphenate="false"
              space-before="{fp:lines(7)}" space-before.conditionality="retain">{$fp:edition/@title}</fo:block>
    <xsl:for-each select="$fp:edition/@subtitle[normalize-space() ne '']">
      <fo:block role="P" font-size="14pt" line-height="{fp:lines(1.5)}" font-style="italic" text-align="center"
                hyphenate="false" space-before="{fp:lines(1)}">{.}</fo:block>
    </xsl:for-each>
    <xsl:if test="$fp:edition/lp:editor[normalize-space() ne '']">
      <fo:block role="P" font-size="12pt" text-align="center" hyphenate="false" space-before="{fp:lines(4)}">{
        f:l10n('print.edited-by', $fp:ui, map { 'editors': f:enumeration($fp:edition/lp:editor ! normalize-space(.), $fp:ui) }) }</fo:block>
    </xsl:if>
    <xsl:variable name="press" as="xs:string*"
                  select="($fp:edition/@publisher, string-join(($fp:edition/@place/string(), $fp:edition/@date ! f:date(., $fp:ui))[normalize-space() ne ''], ' '))
                          [normalize-space() ne '']"/>
    <xsl:for-each select="$press">
      <fo:block role="P" text-align="center" hyphenate="false">
        <xsl:if test="position() eq 1">
          <xsl:attribute name="space-before" select="fp:lines(11)"/>
        </xsl:if>
        <xsl:text>{.}</xsl:text>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <!-- On the back of the title page. -->
  <xsl:template name="tp:imprint-page" as="element(fo:block)">
    <xsl:context-item use="absent"/>
    <xsl:variable name="lines" as="xs:string*" select="
        fp:edition-line($fp:edition/lp:editor), fp:maker-lines(()), $fp:edition/@number,
        $fp:edition/@url, fp:licence-lines($fp:edition/@licence[normalize-space() ne ''], $fp:edition/@licence-target[normalize-space() ne '']),
        f:l10n('print.colophon', $fp:ui, map { 'font': tokenize($font-family, ', ')[1] })"/>
    <fo:block xsl:use-attribute-sets="fp:small-text" role="Sect" break-before="page" id="imprint"
              space-before="{fp:lines($fp:trim('lines') - 14)}" space-before.conditionality="retain">
      <xsl:for-each select="$lines[normalize-space() ne '']">
        <fo:block role="P" space-after="5pt">{fp:breakable(fp:tied(normalize-space(.)))}</fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Each letter with the page on which it begins; then what follows them. -->
  <xsl:template name="tp:contents" as="element(fo:block)+">
    <xsl:context-item use="absent"/>
    <fo:block role="Sect" id="contents">
      <xsl:call-template name="tp:opening">
        <xsl:with-param name="title" select="f:l10n('print.contents', $fp:ui)"/>
      </xsl:call-template>
    </fo:block>
    <fo:block role="TOC">
      <xsl:for-each select="$fp:edition/lp:section">
        <xsl:sequence select="fp:contents-line(fp:section-title(.), (), fp:section-id(.), 0)"/>
      </xsl:for-each>
      <xsl:for-each select="f:reading-order($corpus)">
        <xsl:sequence select="fp:contents-line(fp:title(.), fp:place-and-date(.), @id || '.top', fp:part-depth(.))"/>
      </xsl:for-each>
      <xsl:for-each select="$fp:back-matter">
        <xsl:sequence select="fp:contents-line(f:l10n('print.' || ., $fp:ui), (), ., 0)"/>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- How many parts of a volume a letter or part stands in. -->
  <xsl:function name="fp:part-depth" as="xs:integer">
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="part" as="element()?" select="$record/@part ! key('fp:record', string(.), $corpus)[1]"/>
    <xsl:sequence select="if ($part) then 1 + fp:part-depth($part) else 0"/>
  </xsl:function>

  <!-- A day stays with its month, initials and the last words stay together. -->
  <xsl:function name="fp:kept" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(fp:tied($text), '(\d\.?|\p{Lu}\.) (\p{L})', '$1&#160;$2')"/>
  </xsl:function>

  <!--
    What it is, a row of dots, its page; the deeper it stands, the further it is indented. The dots
    alone fill the line: FOP stretches other spaces without counting those that don't break.
  -->
  <xsl:function name="fp:contents-line" as="element(fo:block)">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="more" as="xs:string?"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="depth" as="xs:integer"/>
    <fo:block role="TOCI" text-align="start" text-align-last="justify" hyphenate="false" start-indent="{14 + 10 * $depth}pt"
              text-indent="-14pt" end-indent="24pt" last-line-end-indent="-24pt" word-spacing="0em"
              keep-together.within-page="always">
      <xsl:text>{fp:kept($title)}</xsl:text>
      <xsl:if test="$more[. ne '']">
        <xsl:text>, </xsl:text>
        <!-- Place and date aren't parted, as long as they leave the line above no hole. -->
        <fo:inline font-style="italic">{if (string-length($more) le 32) then replace($more, ' ', '&#160;') else fp:kept($more)}</fo:inline>
      </xsl:if>
      <fo:inline keep-together.within-line="always">
        <xsl:text>&#160;</xsl:text>
        <fo:leader leader-pattern="dots" leader-pattern-width="6pt" leader-alignment="reference-area"
                   leader-length.minimum="12pt" leader-length.optimum="24pt" leader-length.maximum="100%"
                   role="artifact"/>
        <xsl:choose>
          <!-- The front matter is set after its own contents; and so is the index; only these few pages have to wait. -->
          <xsl:when test="starts-with($id, 'section-') or $id eq 'index'">
            <fo:basic-link internal-destination="{$id}" fox:alt-text="{$title}">
              <fo:page-number-citation ref-id="{$id}"/>
            </fo:basic-link>
          </xsl:when>
          <xsl:otherwise>
            <lp:pages page="{f:l10n('print.index.page', $fp:ui)}" note="">
              <lp:at id="{$id}"/>
            </lp:pages>
          </xsl:otherwise>
        </xsl:choose>
      </fo:inline>
    </fo:block>
  </xsl:function>

  <!-- The title above a part of the book that is no letter. -->
  <xsl:template name="tp:opening" as="element(fo:block)">
    <xsl:param name="title" as="item()*"/>
    <fo:block role="H1" font-size="17pt" line-height="{fp:lines(1.5)}" text-align="center" hyphenate="false"
              space-before="{fp:lines(3)}" space-before.conditionality="retain" space-after="{fp:lines(1.5)}"
              keep-with-next.within-page="always"><xsl:sequence select="$title"/></fo:block>
  </xsl:template>

</xsl:stylesheet>
