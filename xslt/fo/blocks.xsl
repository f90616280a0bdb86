<?xml version="1.0" encoding="UTF-8"?>
<!-- Divisions, headings, paragraphs, the parts of a letter, quotations, verse, figures. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ============================================================ containers -->

  <xsl:template match="text | front | body | back" mode="mp:block" as="node()*">
    <xsl:call-template name="tp:blocks"/>
  </xsl:template>

  <xsl:template match="div" mode="mp:block" as="element(fo:block)">
    <fo:block role="{if (head) then 'Sect' else 'Div'}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:if test="preceding-sibling::div">
        <xsl:attribute name="space-before" select="fp:lines(1)"/>
      </xsl:if>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <!-- The place of a letter in a part of its volume, in the program's words. -->
  <xsl:template match="ptr" mode="mp:block" as="element(fo:block)">
    <xsl:variable name="record" as="element()?" select="key('fp:record', @target, $corpus)[1]"/>
    <fo:block role="NonStruct" font-style="italic" hyphenate="false" start-indent="from-parent(start-indent) + {fp:pt($fp:indent)}"
              text-indent="{fp:pt(-$fp:indent)}">
      <xsl:sequence select="fp:language($fp:ui)"/>
      <xsl:call-template name="tp:pages-before"/>
      <xsl:text>{fp:tied(string-join((fp:title($record), fp:written($record)[. ne '']), ', '))}</xsl:text>
    </fo:block>
  </xsl:template>

  <!-- A letter within the letter, an enclosure. -->
  <xsl:template match="floatingText | quote" mode="mp:block" as="element(fo:block)">
    <fo:block role="BlockQuote" start-indent="from-parent(start-indent) + {fp:pt($fp:indent * 1.5)}"
              end-indent="from-parent(end-indent) + {fp:pt($fp:indent * 0.75)}"
              font-size="9.75pt" line-height="12.5pt"
              space-before="{fp:lines(0.5)}" space-after="{fp:lines(0.5)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <!-- The content where blocks stand; a run of phrases among them becomes a paragraph. -->
  <xsl:template name="tp:blocks" as="node()*">
    <xsl:context-item as="element()"/>
    <xsl:for-each-group select="node()" group-adjacent="fp:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="mp:block"/>
        </xsl:when>
        <xsl:when test="some $n in current-group() satisfies fp:prints($n)">
          <fo:block role="P">
            <xsl:apply-templates select="current-group()[not(self::pb)]" mode="mp:phrase"/>
          </fo:block>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <!-- True of what is set as a block of its own. -->
  <xsl:function name="fp:is-block" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::p or self::ab or self::head or self::opener or self::closer
                                       or self::postscript or self::dateline or self::salute or self::signed
                                       or self::byline or self::ptr or self::address or self::addrLine or self::list
                                       or self::table or self::lg or self::l or self::figure or self::div
                                       or self::quote[@rend = 'block'] or self::floatingText or self::text
                                       or self::front or self::body or self::back])"/>
  </xsl:function>

  <!-- True of a node among phrases that leaves ink on the page. -->
  <xsl:function name="fp:prints" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="if ($node instance of text()) then normalize-space($node) ne ''
                          else $node instance of element()
                               and not($node[self::pb or self::lb or self::cb or self::anchor])"/>
  </xsl:function>

  <!-- What every block carries: its id and its language. -->
  <xsl:template name="tp:attributes" as="attribute()*">
    <xsl:context-item as="element()"/>
    <xsl:if test="@xml:id and not(@part = 'F')">
      <xsl:attribute name="id" select="@xml:id"/>
    </xsl:if>
    <xsl:sequence select="@xml:lang ! fp:language(fp:written-as(.., .))"/>
  </xsl:template>

  <!-- A language that is written from the right, in Latin letters, is read from the left. -->
  <xsl:function name="fp:written-as" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="if (f:direction($lang) eq 'rtl' and matches($element, '\p{L}')
                              and not(matches($element, '[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;]')))
                          then tokenize($lang, '-')[1] || '-Latn' else $lang"/>
  </xsl:function>

  <!-- A block's language, and from where it is read. -->
  <xsl:function name="fp:language" as="attribute()+">
    <xsl:param name="lang" as="xs:string"/>
    <!-- FOP knows no scripts of blocks: "he" would be taken for Hebrew letters. -->
    <xsl:attribute name="xml:lang" select="if (matches($lang, '-latn(-|$)', 'i')) then 'und' else $lang"/>
    <xsl:attribute name="writing-mode" select="if (f:direction($lang) eq 'rtl') then 'rl-tb' else 'lr-tb'"/>
  </xsl:function>

  <!--
    The content of a block that holds phrases: pages that begin with it, then its words. Columns of
    tables are too narrow for bound words.
  -->
  <xsl:template name="tp:words" as="node()*">
    <xsl:context-item as="element()"/>
    <xsl:call-template name="tp:pages-before"/>
    <xsl:apply-templates mode="mp:phrase">
      <xsl:with-param name="tied" select="fp:last-text(.[not(ancestor-or-self::*[self::cell or self::note][1]/self::cell)])" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Blocks or phrases, whichever an item, cell or note holds. -->
  <xsl:template name="tp:content" as="node()*">
    <xsl:context-item as="element()"/>
    <xsl:choose>
      <xsl:when test="exists(node()[fp:is-block(.)])">
        <xsl:call-template name="tp:blocks"/>
      </xsl:when>
      <xsl:otherwise>
        <fo:block role="P">
          <xsl:call-template name="tp:words"/>
        </fo:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    The text that holds the last space of a block, notes aside, if very little comes after it: that
    space is bound, so that no scrap stands on a line by itself. Bound words are never hyphenated, so
    a long word stays free: it would leave a loose line behind.
  -->
  <xsl:function name="fp:last-text" as="text()?">
    <xsl:param name="block" as="element()?"/>
    <xsl:variable name="inner" as="element(note)*" select="$block/descendant::note"/>
    <xsl:variable name="texts" as="text()*"
                  select="$block/descendant::text()[empty(ancestor::note intersect $inner)]"/>
    <xsl:variable name="spaced" as="text()?" select="$texts[matches(., '\s\S') or (matches(., '\s$') and not(. is $texts[last()]))][last()]"/>
    <xsl:variable name="rest" as="xs:string"
                  select="replace($spaced, '^.*\s', '', 's') || string-join($texts[. >> $spaced])"/>
    <xsl:variable name="word" as="xs:string" select="replace($spaced, '^.*?(\S*)\s\S*$', '$1', 's')"/>
    <xsl:sequence select="$spaced[string-length($rest) lt 7 and string-length($word) lt 9 and not(matches($rest, '\s'))]"/>
  </xsl:function>

  <!-- ============================================================== headings -->

  <!-- Headings of divisions; those of lists, tables, verse and pictures are not in the outline. -->
  <xsl:function name="fp:is-heading" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="exists($head[parent::div or parent::body or parent::front or parent::back
                                       or parent::text][not(preceding-sibling::head)])"/>
  </xsl:function>

  <xsl:function name="fp:head-id" as="xs:string">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="'head-' || count($head/preceding::head) + 1"/>
  </xsl:function>

  <!-- One level deeper for each headed division around it. -->
  <xsl:function name="fp:depth" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="min((6, 2 + count($head/ancestor::*[head][not(. is $head/..)])))"/>
  </xsl:function>

  <xsl:template match="head[fp:is-heading(.)]" mode="mp:block" as="element(fo:block)" priority="1">
    <xsl:variable name="depth" as="xs:integer" select="fp:depth(.)"/>
    <fo:block id="{fp:head-id(.)}" role="H{$depth}" hyphenate="false" text-align="{if ($depth = 2) then 'center' else 'start'}"
              space-before="{fp:lines(if ($depth = 2) then 1.5 else 1)}" space-after="{fp:lines(if ($depth = 2) then 1 else 0.5)}"
              keep-with-next.within-page="always" keep-together.within-page="always">
      <xsl:choose>
        <xsl:when test="$depth = 2">
          <xsl:attribute name="font-size" select="'11.5pt'"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="font-style" select="'italic'"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="head" mode="mp:block" as="element(fo:block)">
    <fo:block role="P" hyphenate="false" text-align="center" font-style="italic" space-before="{fp:lines(0.5)}"
              space-after="{fp:lines(0.5)}" keep-with-next.within-page="always">
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <!-- ============================================================ paragraphs -->

  <!--
    A paragraph after another block of the running text is indented; @part="F" goes on after a list.
    One before a heading announces it, such as "Enclosure 2"; so does "P. S." what follows.
  -->
  <xsl:template match="p | ab" mode="mp:block" as="element(fo:block)">
    <xsl:variable name="before" as="element()?" select="preceding-sibling::*[fp:is-block(.)][1]"/>
    <xsl:variable name="align" as="xs:string?" select="tokenize(@rend)[. = ('center', 'right', 'left')][1]"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(.)"/>
    <fo:block role="P">
      <xsl:call-template name="tp:attributes"/>
      <xsl:if test="following-sibling::*[fp:is-block(.)][1][self::head or (parent::postscript and empty($before) and string-length($words) le 20)]">
        <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$align">
          <xsl:attribute name="text-align" select="map { 'center': 'center', 'right': 'end', 'left': 'start' }($align)"/>
          <xsl:attribute name="hyphenate" select="'false'"/>
        </xsl:when>
        <xsl:when test="not(@part = 'F') and $before[not(self::head or self::opener or self::salute or self::dateline
                                                         or self::byline or self::address or self::figure)]">
          <xsl:attribute name="text-indent" select="fp:pt($fp:indent)"/>
        </xsl:when>
      </xsl:choose>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <!-- ======================================================= parts of letters -->

  <xsl:template match="opener" mode="mp:block" as="element(fo:block)">
    <fo:block role="Div" space-after="{fp:lines(0.5)}" keep-with-next.within-page="always">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="closer" mode="mp:block" as="element(fo:block)">
    <fo:block role="Div" space-before="{fp:lines(1)}" space-after="{fp:lines(0.5)}"
              keep-with-previous.within-page="always" keep-together.within-page="10">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="postscript" mode="mp:block" as="element(fo:block)">
    <fo:block role="Div" space-before="{fp:lines(1)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <!-- Place and date stand at the right before the text, at the left after it. -->
  <xsl:template match="dateline" mode="mp:block" as="element(fo:block)">
    <fo:block xsl:use-attribute-sets="fp:ragged" role="P" space-after="{fp:lines(0.5)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:if test="not(ancestor::closer or ancestor::postscript)">
        <xsl:attribute name="text-align" select="'end'"/>
      </xsl:if>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="salute" mode="mp:block" as="element(fo:block)">
    <fo:block xsl:use-attribute-sets="fp:ragged" role="P">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:sign-off"/>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="signed | byline" mode="mp:block" as="element(fo:block)">
    <fo:block xsl:use-attribute-sets="fp:ragged" role="P">
      <xsl:call-template name="tp:attributes"/>
      <xsl:if test="self::signed">
        <xsl:attribute name="start-indent" select="'from-parent(start-indent) + ' || fp:pt($fp:measure * 0.5)"/>
        <xsl:attribute name="keep-with-previous.within-page" select="'always'"/>
      </xsl:if>
      <xsl:if test="self::signed[preceding-sibling::salute]">
        <xsl:attribute name="space-before" select="fp:lines(0.5)"/>
      </xsl:if>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <!-- "Sincerely," begins where the signature begins. -->
  <xsl:template name="tp:sign-off" as="attribute()?">
    <xsl:context-item as="element(salute)"/>
    <xsl:if test="parent::closer and string-length(.) le 40">
      <xsl:attribute name="start-indent" select="'from-parent(start-indent) + ' || fp:pt($fp:measure * 0.5)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="address" mode="mp:block" as="element(fo:block)">
    <fo:block xsl:use-attribute-sets="fp:ragged" role="Div" space-after="{fp:lines(0.5)}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="addrLine" mode="mp:block" as="element(fo:block)">
    <fo:block role="P">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <!-- ================================================================= verse -->

  <xsl:template match="lg" mode="mp:block" as="element(fo:block)">
    <fo:block role="Div" hyphenate="false" text-align="start" space-before="{fp:lines(0.5)}"
              space-after="{fp:lines(0.5)}">
      <xsl:if test="not(parent::lg)">
        <xsl:attribute name="start-indent" select="'from-parent(start-indent) + ' || fp:pt($fp:indent * 2)"/>
      </xsl:if>
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:blocks"/>
    </fo:block>
  </xsl:template>

  <!-- What a line of verse has too much is indented below it; a word is hyphenated where no line would hold it. -->
  <xsl:template match="l" mode="mp:block" as="element(fo:block)">
    <xsl:variable name="steps" as="xs:double"
                  select="min((3, xs:integer((tokenize(@rend)[starts-with(., 'indent-')] ! substring-after(., '-'), '0')[1])))"/>
    <fo:block role="P" hyphenate="{exists(tokenize(.)[string-length() ge 40])}" text-align="start" text-indent="-{fp:pt($fp:indent)}"
              start-indent="from-parent(start-indent) + {fp:pt($fp:indent * (1 + $steps))}">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:words"/>
    </fo:block>
  </xsl:template>

  <!-- =============================================================== figures -->

  <!-- Pictures of the edition's own folder; one on another host is said in words, never fetched. -->
  <xsl:template match="figure" mode="mp:block" as="element(fo:block)">
    <xsl:variable name="what" as="xs:string"
                  select="(normalize-space(string-join(figDesc, ' '))[. ne ''],
                           f:l10n('print.figure', $fp:ui))[1]"/>
    <xsl:variable name="shown" as="element(graphic)*" select="graphic[@url][not(matches(@url, '^[a-z][a-z0-9+.-]+:', 'i'))]"/>
    <fo:block role="Div" text-align="center" space-before="{fp:lines(1)}" space-after="{fp:lines(1)}"
              keep-together.within-page="always" start-indent="0pt" text-indent="0pt">
      <xsl:call-template name="tp:attributes"/>
      <xsl:for-each select="$shown">
        <fo:block role="Div" line-height="1" line-stacking-strategy="max-height">
          <fo:external-graphic src="{@url}" fox:alt-text="{$what}" content-width="scale-down-to-fit"
                               content-height="scale-down-to-fit" scaling="uniform"
                               inline-progression-dimension.maximum="{fp:pt($fp:measure)}"
                               block-progression-dimension.maximum="{fp:lines(22)}"/>
        </fo:block>
      </xsl:for-each>
      <xsl:if test="empty($shown)">
        <fo:block role="NonStruct" font-style="italic">[{$what}]</fo:block>
      </xsl:if>
      <fo:block role="Caption" font-size="9.75pt" line-height="12.5pt" space-before="{fp:lines(0.5)}">
        <xsl:call-template name="tp:pages-before"/>
        <xsl:apply-templates select="* except (graphic | figDesc | pb)" mode="mp:block"/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <!-- =============================================================== unknown -->

  <!-- What no rule knows keeps its text, and is reported by name. -->
  <xsl:template match="*" mode="mp:block" as="element(fo:block)" priority="-1">
    <xsl:message>The print knows no block of the name {name()}.</xsl:message>
    <fo:block role="Div">
      <xsl:call-template name="tp:attributes"/>
      <xsl:call-template name="tp:content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="text()" mode="mp:block" as="text()?">
    <xsl:sequence select=".[normalize-space() ne '']"/>
  </xsl:template>

</xsl:stylesheet>
