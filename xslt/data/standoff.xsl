<?xml version="1.0" encoding="UTF-8"?>
<!--
  A letter's encoding with the register entries that it refers to in its own standOff, so that it can
  be read without the rest of the edition. Its text is not touched.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- A file of TEI, with references to register entries led to its own standOff. -->
  <xsl:mode name="mp:standoff" on-no-match="shallow-copy"/>

  <xsl:variable name="fp:lists" as="map(xs:string, xs:string)" select="map {
      'person': 'listPerson', 'place': 'listPlace', 'org': 'listOrg', 'event': 'listEvent',
      'work': 'listBibl' }"/>

  <!-- $tei: the letter's document. $id: its id. $registers: by id, the encodings of all entries that it leads to. -->
  <xsl:template name="t:standoff" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:param name="tei" as="document-node()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="registers" as="map(xs:string, element())"/>
    <xsl:variable name="record" as="element()" select="f:record($id)"/>
    <xsl:variable name="own" as="xs:string*" select="$tei//@xml:id/string()"/>
    <xsl:variable name="meant" as="element()*"
                  select="fp:closure($record/(lp:mention | lp:action/*)/@ref/string(), (), $registers)"/>
    <!-- What the letter has in itself, or lies within another entry, is not brought once more. -->
    <xsl:variable name="entries" as="element()*"
                  select="$meant[not(@xml:id = $own)][not(ancestor::*[@xml:id = $meant/@xml:id])]"/>
    <xsl:apply-templates mode="mp:standoff" select="$tei">
      <xsl:with-param name="entries" select="$entries" tunnel="yes"/>
      <xsl:with-param name="known" tunnel="yes"
                      select="map:merge($meant//@xml:id ! map:entry(string(), true()))"/>
      <xsl:with-param name="own" select="map:merge($own ! map:entry(., true()))" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The entries with these ids, and those that they refer to themselves. -->
  <xsl:function name="fp:closure" as="element()*">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:param name="found" as="element()*"/>
    <xsl:param name="registers" as="map(xs:string, element())"/>
    <xsl:variable name="new" as="element()*"
                  select="distinct-values($ids) ! $registers(.) except $found"/>
    <xsl:sequence select="if (empty($new)) then $found
        else fp:closure($new//@ref ! tokenize(.) ! replace(., '^.*#', ''), $found | $new, $registers)"/>
  </xsl:function>

  <!-- A schema that the letter names is the letter's, not this file's; its path leads nowhere here. -->
  <xsl:template mode="mp:standoff" match="processing-instruction('xml-model')" as="empty-sequence()"/>

  <!-- The entries follow the text; nested letters of a corpus follow them. -->
  <xsl:template mode="mp:standoff" match="/*/text[last()]" as="node()+">
    <xsl:param name="entries" as="element()*" tunnel="yes"/>
    <xsl:next-match/>
    <xsl:if test="$entries">
      <xsl:text>&#10;</xsl:text>
      <standOff xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:for-each-group select="$entries" group-by="f:kind-of-entry(.)">
          <xsl:sort select="index-of($fp:kinds, current-grouping-key())"/>
          <xsl:element name="{$fp:lists(current-grouping-key())}" namespace="http://www.tei-c.org/ns/1.0">
            <xsl:for-each select="current-group()">
              <xsl:sort select="@xml:id" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <xsl:text>&#10;</xsl:text>
              <xsl:apply-templates mode="mp:standoff" select=".">
                <xsl:with-param name="is-entry" select="true()" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:for-each>
            <xsl:text>&#10;</xsl:text>
          </xsl:element>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each-group>
      </standOff>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:kind-of-entry" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="(local-name($entry)[. = $fp:kinds], 'work')[1]"/>
  </xsl:function>

  <!-- "persons.xml#kennedy" is "#kennedy" now; so is the bare "kennedy" that some editions write. -->
  <xsl:template mode="mp:standoff" match="@ref | @corresp[contains(., '#')] | @target[contains(., '#')]"
                as="attribute()">
    <xsl:param name="known" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:attribute name="{name()}" select="string-join(
        tokenize(.) ! (let $id := replace(., '^.*#', '')
                       return if ($known($id)) then '#' || $id else .), ' ')"/>
  </xsl:template>

  <!-- No id stands twice. -->
  <xsl:template mode="mp:standoff" match="@xml:id" as="attribute()?">
    <xsl:param name="own" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:param name="is-entry" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($is-entry and $own(.))">
      <xsl:sequence select="."/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
