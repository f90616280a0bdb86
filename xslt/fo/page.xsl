<?xml version="1.0" encoding="UTF-8"?>
<!-- Page masters, running heads and folios, the letter's heading, bookmarks, metadata. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="document-node()" mode="m:letter" as="element(fo:root)">
    <xsl:apply-templates select="lp:letter" mode="m:letter"/>
  </xsl:template>

  <xsl:template match="lp:letter" mode="m:letter" as="element(fo:root)">
    <xsl:variable name="record" as="element()?" select="fp:record(.)"/>
    <xsl:variable name="title" as="xs:string" select="fp:title($record)"/>
    <fo:root lp:lines="{$line-numbers}" xml:lang="{$fp:ui}" xsl:use-attribute-sets="fp:text">
      <xsl:call-template name="tp:page-masters"/>
      <xsl:call-template name="tp:metadata">
        <xsl:with-param name="record" select="$record"/>
        <xsl:with-param name="title" select="$title"/>
      </xsl:call-template>
      <xsl:call-template name="tp:bookmarks">
        <xsl:with-param name="title" select="$title"/>
      </xsl:call-template>
      <fo:page-sequence master-reference="letter" initial-page-number="1">
        <xsl:call-template name="tp:letter-pages">
          <xsl:with-param name="record" select="$record"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="imprint" select="not(fp:has-index(.))"/>
        </xsl:call-template>
      </fo:page-sequence>
      <xsl:if test="fp:has-index(.)">
        <fo:page-sequence master-reference="index">
          <xsl:call-template name="tp:running-heads">
            <xsl:with-param name="left" select="$title"/>
            <xsl:with-param name="right" select="f:l10n('print.index', $fp:ui)"/>
          </xsl:call-template>
          <fo:flow flow-name="xsl-region-body">
            <xsl:call-template name="tp:index"/>
            <fo:block span="all" space-before="{fp:lines(2)}">
              <xsl:call-template name="tp:imprint">
                <xsl:with-param name="record" select="$record"/>
              </xsl:call-template>
            </fo:block>
          </fo:flow>
        </fo:page-sequence>
      </xsl:if>
    </fo:root>
  </xsl:template>

  <!-- The pages of one letter, with or without the imprint after its last words. -->
  <xsl:template name="tp:letter-pages" as="element()+">
    <xsl:context-item as="element(lp:letter)"/>
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="imprint" as="xs:boolean"/>
    <xsl:call-template name="tp:running-heads">
      <xsl:with-param name="left" select="$title"/>
      <xsl:with-param name="right" select="(fp:written($record)[. ne ''], $title)[1]"/>
    </xsl:call-template>
    <fo:static-content flow-name="xsl-footnote-separator" role="artifact">
      <fo:block line-height="{fp:lines(1)}" text-align="start" space-before="{fp:lines(0.5)}">
        <fo:leader leader-pattern="rule" leader-length="40pt" rule-thickness="0.4pt"/>
      </fo:block>
    </fo:static-content>
    <fo:flow flow-name="xsl-region-body">
      <xsl:call-template name="tp:heading">
        <xsl:with-param name="record" select="$record"/>
        <xsl:with-param name="title" select="$title"/>
      </xsl:call-template>
      <fo:block role="Art {@id}" id="text">
        <xsl:sequence select="@xml:lang ! fp:language(fp:written-as(.., .))"/>
        <xsl:apply-templates select="*" mode="mp:block"/>
        <xsl:call-template name="tp:last-pages"/>
        <xsl:call-template name="tp:end-notes"/>
      </fo:block>
      <xsl:if test="$imprint">
        <fo:block space-before="{fp:lines(2)}">
          <xsl:call-template name="tp:imprint">
            <xsl:with-param name="record" select="$record"/>
          </xsl:call-template>
        </fo:block>
      </xsl:if>
    </fo:flow>
  </xsl:template>

  <!-- A letter in the book of all. -->
  <xsl:template match="document-node()" mode="m:chapter" as="element(fo:page-sequence)">
    <xsl:apply-templates select="lp:letter" mode="m:chapter"/>
  </xsl:template>

  <xsl:template match="lp:letter" mode="m:chapter" as="element(fo:page-sequence)">
    <xsl:variable name="record" as="element()?" select="fp:record(.)"/>
    <fo:page-sequence master-reference="letter">
      <xsl:call-template name="tp:letter-pages">
        <xsl:with-param name="record" select="$record"/>
        <xsl:with-param name="title" select="fp:title($record)"/>
        <xsl:with-param name="imprint" select="false()"/>
      </xsl:call-template>
    </fo:page-sequence>
  </xsl:template>

  <!-- Writer and addressee, place and date, source: above the letter's own words. -->
  <xsl:template name="tp:heading" as="element()+">
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="where" as="xs:string" select="fp:place-and-date($record)"/>
    <fo:block id="top" role="H1" space-before="{fp:lines(3)}" space-before.conditionality="retain"
              font-size="17pt" line-height="{fp:lines(1.5)}" text-align="center" hyphenate="false"
              keep-with-next.within-page="always">{$title}</fo:block>
    <xsl:if test="$where ne ''">
      <fo:block space-before="{fp:lines(0.5)}" font-size="11.5pt" font-style="italic" text-align="center"
                hyphenate="false" keep-with-next.within-page="always">{$where}</fo:block>
    </xsl:if>
    <xsl:for-each select="$record/lp:source[1]">
      <fo:block space-before="{fp:lines(1)}" font-size="8.75pt" line-height="11pt" text-align="center"
                start-indent="{fp:pt($fp:measure * 0.05)}" end-indent="{fp:pt($fp:measure * 0.05)}"
                hyphenate="false" keep-with-next.within-page="always">{fp:breakable(fp:tied(normalize-space(.)))}</fo:block>
    </xsl:for-each>
    <fo:wrapper role="artifact">
      <fo:block text-align="center" line-height="{fp:lines(1)}" space-before="{fp:lines(0.5)}"
                space-after="{fp:lines(1)}" keep-with-next.within-page="always">
        <fo:leader leader-pattern="rule" leader-length="40pt" rule-thickness="0.4pt"/>
      </fo:block>
    </fo:wrapper>
  </xsl:template>

  <xsl:template name="tp:page-masters" as="element(fo:layout-master-set)">
    <fo:layout-master-set>
      <xsl:for-each select="'letter', 'index'">
        <xsl:variable name="name" as="xs:string" select="."/>
        <xsl:for-each select="'right', 'left', 'first-right', 'first-left'">
          <xsl:variable name="left" as="xs:boolean" select="ends-with(., 'left')"/>
          <fo:simple-page-master master-name="{$name}-{.}" page-width="{fp:pt($fp:trim('width'))}"
                                 page-height="{fp:pt($fp:trim('height'))}">
            <fo:region-body margin-top="{fp:pt($fp:trim('top'))}" margin-bottom="{fp:pt($fp:bottom)}"
                            margin-left="{fp:pt($fp:trim(if ($left) then 'outer' else 'inner'))}"
                            margin-right="{fp:pt($fp:trim(if ($left) then 'inner' else 'outer'))}">
              <xsl:if test="$name = 'index'">
                <xsl:attribute name="column-count" select="2"/>
                <xsl:attribute name="column-gap" select="fp:lines(1.5)"/>
              </xsl:if>
            </fo:region-body>
            <fo:region-before region-name="head-{.}"
                              extent="{fp:pt($fp:trim('top'))}"/>
            <fo:region-after region-name="foot-{.}" extent="{fp:pt($fp:bottom)}"/>
          </fo:simple-page-master>
        </xsl:for-each>
        <fo:simple-page-master master-name="{$name}-blank" page-width="{fp:pt($fp:trim('width'))}"
                               page-height="{fp:pt($fp:trim('height'))}">
          <fo:region-body/>
        </fo:simple-page-master>
        <fo:page-sequence-master master-name="{$name}">
          <fo:repeatable-page-master-alternatives>
            <fo:conditional-page-master-reference master-reference="{$name}-blank" blank-or-not-blank="blank"/>
            <fo:conditional-page-master-reference master-reference="{$name}-first-right" page-position="first" odd-or-even="odd"/>
            <fo:conditional-page-master-reference master-reference="{$name}-first-left" page-position="first" odd-or-even="even"/>
            <fo:conditional-page-master-reference master-reference="{$name}-right" odd-or-even="odd"/>
            <fo:conditional-page-master-reference master-reference="{$name}-left" odd-or-even="even"/>
          </fo:repeatable-page-master-alternatives>
        </fo:page-sequence-master>
      </xsl:for-each>
    </fo:layout-master-set>
  </xsl:template>

  <!-- The letter on the left page, its date on the right, folios outside; the first page has its folio below. -->
  <xsl:template name="tp:running-heads" as="element(fo:static-content)+">
    <xsl:param name="left" as="xs:string"/>
    <xsl:param name="right" as="xs:string"/>
    <fo:static-content flow-name="head-left" role="artifact">
      <xsl:call-template name="tp:running-head">
        <xsl:with-param name="left" select="true()"/>
        <xsl:with-param name="words" select="$left"/>
      </xsl:call-template>
    </fo:static-content>
    <fo:static-content flow-name="head-right" role="artifact">
      <xsl:call-template name="tp:running-head">
        <xsl:with-param name="left" select="false()"/>
        <xsl:with-param name="words" select="$right"/>
      </xsl:call-template>
    </fo:static-content>
    <xsl:for-each select="'left', 'right'">
      <fo:static-content flow-name="foot-first-{.}" role="artifact">
        <fo:block space-before="{fp:lines(1.5)}" space-before.conditionality="retain"
                  start-indent="{fp:pt($fp:trim(if (. = 'left') then 'outer' else 'inner'))}"
                  end-indent="{fp:pt($fp:trim(if (. = 'left') then 'inner' else 'outer'))}"
                  font-size="9.5pt" text-align="center"><fo:page-number/></fo:block>
      </fo:static-content>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="tp:running-head" as="element(fo:block)">
    <xsl:param name="left" as="xs:boolean"/>
    <xsl:param name="words" as="xs:string"/>
    <fo:block space-before="{fp:pt($fp:trim('top') - 2 * $fp:leading)}"
              space-before.conditionality="retain" hyphenate="false" wrap-option="no-wrap"
              start-indent="{fp:pt($fp:trim(if ($left) then 'outer' else 'inner'))}"
              end-indent="{fp:pt($fp:trim(if ($left) then 'inner' else 'outer'))}"
              font-size="9.5pt" line-height="{fp:lines(1)}" text-align="{if ($left) then 'start' else 'end'}">
      <xsl:if test="$left">
        <fo:page-number/>
        <fo:leader leader-length="14pt"/>
      </xsl:if>
      <fo:inline font-style="italic">{fp:short($words)}</fo:inline>
      <xsl:if test="not($left)">
        <fo:leader leader-length="14pt"/>
        <fo:page-number/>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- What fits into one line of the running head. -->
  <xsl:function name="fp:short" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (string-length($words) le 62) then $words
        else replace(substring($words, 1, 61), '[\s,;:.]+\S*$', '') || ' …'"/>
  </xsl:function>

  <xsl:template name="tp:bookmarks" as="element(fo:bookmark-tree)">
    <xsl:param name="title" as="xs:string"/>
    <fo:bookmark-tree>
      <fo:bookmark internal-destination="top">
        <fo:bookmark-title>{$title}</fo:bookmark-title>
        <xsl:for-each select=".//head[fp:is-heading(.)][not(ancestor::note)]">
          <fo:bookmark internal-destination="{fp:head-id(.)}">
            <fo:bookmark-title>{fp:plain(.)}</fo:bookmark-title>
          </fo:bookmark>
        </xsl:for-each>
      </fo:bookmark>
      <xsl:if test="fp:has-index(.)">
        <fo:bookmark internal-destination="index">
          <fo:bookmark-title>{f:l10n('print.index', $fp:ui)}</fo:bookmark-title>
        </fo:bookmark>
      </xsl:if>
    </fo:bookmark-tree>
  </xsl:template>

  <!-- An element's reading text on one line, without its notes. -->
  <xsl:function name="fp:plain" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(f:run-on($element//(text() | lb | ref[not(node())])[not(ancestor::note intersect $element/descendant::note)]
                              [not(ancestor::*[fp:is-unread(.)])]))"/>
  </xsl:function>

  <!-- XMP: what a library's catalogue and a search engine want to know. -->
  <xsl:template name="tp:metadata" as="element(fo:declarations)">
    <xsl:param name="record" as="element()?"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:variable name="when" as="xs:string" select="fp:written($record)"/>
    <xsl:variable name="rights" as="xs:string"
                  select="normalize-space(($record/lp:licence, $fp:edition/@licence)[normalize-space() ne ''][1])"/>
    <xsl:variable name="statement" as="xs:string?"
                  select="($record/lp:licence/@target, $fp:edition/@licence-target)[. ne ''][1]"/>
    <fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                           xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
            <dc:title>
              <rdf:Alt>
                <rdf:li xml:lang="x-default">{string-join(($title, $when[. ne ''][not(contains($title, .))]), ', ')}</rdf:li>
              </rdf:Alt>
            </dc:title>
            <xsl:where-populated>
              <dc:creator>
                <xsl:where-populated>
                  <rdf:Seq>
                    <xsl:for-each select="$record/lp:action[@type = 'sent']/lp:agent[normalize-space() ne '']">
                      <rdf:li>{normalize-space(.)}</rdf:li>
                    </xsl:for-each>
                  </rdf:Seq>
                </xsl:where-populated>
              </dc:creator>
            </xsl:where-populated>
            <xsl:for-each select="$record/lp:action[@type = 'sent'][1]/lp:date/@when[1]">
              <dc:date>
                <rdf:Seq>
                  <rdf:li>{.}</rdf:li>
                </rdf:Seq>
              </dc:date>
            </xsl:for-each>
            <xsl:call-template name="tp:publisher"/>
            <xsl:variable name="description" as="xs:string"
                          select="string-join((fp:place-and-date($record), $record/lp:source[1]/normalize-space())[. ne ''], '. ')"/>
            <xsl:if test="$description ne ''">
              <dc:description>
                <rdf:Alt>
                  <rdf:li xml:lang="x-default">{$description}</rdf:li>
                </rdf:Alt>
              </dc:description>
            </xsl:if>
            <dc:language>
              <rdf:Bag>
                <rdf:li>{(@xml:lang, $fp:ui)[1]}</rdf:li>
              </rdf:Bag>
            </dc:language>
            <xsl:if test="$rights ne ''">
              <dc:rights>
                <rdf:Alt>
                  <rdf:li xml:lang="x-default">{$rights}</rdf:li>
                </rdf:Alt>
              </dc:rights>
            </xsl:if>
            <xsl:if test="$statement">
              <xmpRights:Marked>{if (contains($statement, 'publicdomain')) then 'False' else 'True'}</xmpRights:Marked>
              <xmpRights:WebStatement>{$statement}</xmpRights:WebStatement>
            </xsl:if>
          </rdf:Description>
        </rdf:RDF>
      </x:xmpmeta>
    </fo:declarations>
  </xsl:template>

  <!-- Those who publish the edition, for XMP. -->
  <xsl:template name="tp:publisher" as="element()?">
    <xsl:for-each select="$fp:edition/@publisher[normalize-space() ne '']">
      <dc:publisher xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Bag>
          <rdf:li>{.}</rdf:li>
        </rdf:Bag>
      </dc:publisher>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
