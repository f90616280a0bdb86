<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes at the foot of the page, with the mark that the source gives them; marks and notes link both ways. -->
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

  <!--
    XSL-FO has no footnote in a footnote: a note within a note has its mark there, and its text
    follows as a footnote of its own.
  -->
  <xsl:template match="note" mode="mp:phrase" as="element()+">
    <xsl:param name="unrolled" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$unrolled or $notes eq 'end'">
        <xsl:call-template name="tp:mark"/>
      </xsl:when>
      <xsl:otherwise>
        <fo:footnote role="Span">
          <xsl:call-template name="tp:mark"/>
          <xsl:call-template name="tp:note"/>
        </fo:footnote>
        <xsl:for-each select="descendant::note">
          <fo:footnote role="Span">
            <!-- FOP stumbles over an inline that is quite empty. -->
            <fo:inline>
              <fo:wrapper id="place-{@xml:id}"/>
            </fo:inline>
            <xsl:call-template name="tp:note"/>
          </fo:footnote>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The mark in the text. -->
  <xsl:template name="tp:mark" as="element(fo:inline)">
    <xsl:context-item as="element(note)"/>
    <fo:inline role="Reference {@xml:id}" id="mark-{@xml:id}" font-style="normal" font-weight="normal" text-decoration="none">
      <xsl:call-template name="tp:raised-mark"/>
      <fo:basic-link internal-destination="{@xml:id}" fox:alt-text="{f:l10n('print.note', $fp:ui, map { 'n': string(@n) })}"
                     >{@n}</fo:basic-link>
    </fo:inline>
  </xsl:template>

  <!-- Asterisks stand high by themselves. -->
  <xsl:template name="tp:raised-mark" as="attribute()*">
    <xsl:context-item as="element(note)"/>
    <xsl:if test="not(matches(@n, '^\*+$'))">
      <xsl:call-template name="tp:raised"/>
    </xsl:if>
  </xsl:template>

  <!-- At the foot of the page. -->
  <xsl:template name="tp:note" as="element(fo:footnote-body)">
    <xsl:context-item as="element(note)"/>
    <fo:footnote-body role="Note">
      <xsl:call-template name="tp:note-text"/>
    </fo:footnote-body>
  </xsl:template>

  <!-- All notes of a text, behind it, where they stand at the end. -->
  <xsl:template name="tp:end-notes" as="element(fo:block)*">
    <xsl:context-item as="element()"/>
    <xsl:if test="$notes eq 'end' and descendant::note">
      <fo:block role="NonStruct" font-style="italic" hyphenate="false" text-align="center" space-before="{fp:lines(1.5)}"
                space-after="{fp:lines(0.5)}" keep-with-next.within-page="always">
        <xsl:sequence select="fp:language($fp:ui)"/>
        <xsl:text>{f:l10n('text.notes', $fp:ui)}</xsl:text>
      </fo:block>
      <xsl:for-each select="descendant::note">
        <fo:block role="Note">
          <xsl:call-template name="tp:note-text"/>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The note itself. Everything that the text about it may have set is set back. -->
  <xsl:template name="tp:note-text" as="element(fo:block)">
    <xsl:context-item as="element(note)"/>
    <fo:block xsl:use-attribute-sets="fp:note-text" role="Div" id="{@xml:id}" start-indent="0pt" end-indent="0pt" text-indent="0pt"
              text-align="justify" hyphenate="true" font-style="normal" font-weight="normal"
              keep-together.within-page="auto" space-after="2pt">
      <xsl:sequence select="fp:language(fp:written-as(., fp:lang(.)))"/>
      <xsl:variable name="blocks" as="xs:boolean" select="exists(node()[fp:is-block(.)])"/>
      <xsl:variable name="self" as="element(note)" select="."/>
      <xsl:variable name="leads" as="xs:boolean" select="$blocks and exists(*[1][self::p or self::ab])
                                                         and empty(text()[normalize-space() ne ''][. &lt;&lt; $self/*[1]])"/>
      <xsl:choose>
        <xsl:when test="not($blocks)">
          <fo:block role="P">
            <xsl:call-template name="tp:note-label"/>
            <xsl:for-each select=".">
              <xsl:apply-templates mode="mp:phrase">
                <xsl:with-param name="tied" select="fp:last-text(.)" tunnel="yes"/>
                <xsl:with-param name="unrolled" select="true()" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:for-each>
          </fo:block>
        </xsl:when>
        <xsl:otherwise>
          <xsl:if test="$leads">
            <fo:block role="P">
              <xsl:call-template name="tp:note-label"/>
              <xsl:for-each select="*[1]">
                <xsl:call-template name="tp:words">
                  <xsl:with-param name="unrolled" select="true()" tunnel="yes"/>
                </xsl:call-template>
              </xsl:for-each>
            </fo:block>
          </xsl:if>
          <xsl:if test="not($leads)">
            <fo:block role="P" keep-with-next.within-page="always">
              <xsl:call-template name="tp:note-label"/>
            </fo:block>
          </xsl:if>
          <xsl:for-each-group select="if ($leads) then *[1]/following-sibling::node() else node()" group-adjacent="fp:is-block(.)">
            <xsl:choose>
              <xsl:when test="current-grouping-key()">
                <xsl:apply-templates select="current-group()" mode="mp:block">
                  <xsl:with-param name="unrolled" select="true()" tunnel="yes"/>
                </xsl:apply-templates>
              </xsl:when>
              <xsl:when test="some $n in current-group() satisfies fp:prints($n)">
                <fo:block role="P">
                  <xsl:apply-templates select="current-group()" mode="mp:phrase">
                    <xsl:with-param name="unrolled" select="true()" tunnel="yes"/>
                  </xsl:apply-templates>
                </fo:block>
              </xsl:when>
            </xsl:choose>
          </xsl:for-each-group>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <!-- The mark at the note, and the way back. -->
  <xsl:template name="tp:note-label" as="element()+">
    <xsl:context-item as="element(note)"/>
    <fo:inline role="Lbl">
      <xsl:call-template name="tp:raised-mark"/>
      <fo:basic-link internal-destination="mark-{@xml:id}"
                     fox:alt-text="{f:l10n('print.note.back', $fp:ui, map { 'n': string(@n) })}">{@n}</fo:basic-link>
    </fo:inline>
    <fo:leader leader-pattern="space" leader-length="3pt"/>
  </xsl:template>

</xsl:stylesheet>
