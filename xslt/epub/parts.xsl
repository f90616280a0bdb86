<?xml version="1.0" encoding="UTF-8"?>
<!-- Where one text is a whole volume, its divisions become pages of their own. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- How many characters a page may hold before it is parted where it has divisions. -->
  <xsl:variable name="fp:page-limit" as="xs:integer" select="100000"/>

  <!-- The text in pages, each the one member of an array; most texts are one. -->
  <xsl:function name="fp:parts" as="array(node()*)+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="inner" as="node()*"
                  select="$element/node()[not(self::text()) or normalize-space()]"/>
    <xsl:choose>
      <xsl:when test="string-length($element) le $fp:page-limit
                      or not($inner[self::div or self::front or self::body or self::back])">
        <xsl:sequence select="[$element]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$inner" group-starting-with="*[fp:begins-part(.)]">
          <xsl:variable name="division" as="element()?"
                        select="current-group()[self::div or self::front or self::body or self::back]"/>
          <xsl:variable name="before" as="node()*" select="current-group()[. &lt;&lt; $division]"/>
          <xsl:variable name="after" as="node()*" select="current-group()[. >> $division]"/>
          <xsl:choose>
            <xsl:when test="empty($division)">
              <xsl:sequence select="[current-group()]"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:variable name="parts" as="array(node()*)+" select="fp:parts($division)"/>
              <xsl:sequence select="
                  if (count($parts) eq 1) then [($before, $parts?1, $after)]
                  else ([($before, $parts[1]?1)], $parts[position() = 2 to last() - 1],
                        [($parts[last()]?1, $after)])"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- True of a division, or of the page break before one. -->
  <xsl:function name="fp:begins-part" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="previous" as="element()?" select="$node/preceding-sibling::*[1]"/>
    <xsl:variable name="next" as="element()?"
                  select="$node/following-sibling::*[not(self::pb or self::cb or self::anchor)][1]"/>
    <xsl:sequence select="
        if ($node[self::div or self::front or self::body or self::back])
        then not($previous[self::pb or self::cb or self::anchor])
        else exists($node[self::pb or self::cb or self::anchor])
             and not($previous[self::pb or self::cb or self::anchor]) and exists($next[self::div])"/>
  </xsl:function>

  <!-- What a page is called: the letter's title, or the heading of its division. -->
  <xsl:function name="fp:part-title" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="nodes" as="node()+"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="heading" as="xs:string" select="normalize-space(f:run-on(
        $nodes[self::div][1]/head[1]//(text() | lb)[not(ancestor::note)]))"/>
    <xsl:sequence select="if ($number eq 1) then f:short-title($record)
                          else ($heading[.], f:short-title($record) || ' (' || $number || ')')[1]"/>
  </xsl:function>

  <!-- A page's file in the book. No id has a tilde in it. -->
  <xsl:function name="fp:part-file" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="'letters/' || $id || ('~' || $number)[$number gt 1] || '.xhtml'"/>
  </xsl:function>

  <!-- The same as a URL. -->
  <xsl:function name="fp:part-href" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="fp:part-file(encode-for-uri($id), $number)"/>
  </xsl:function>

</xsl:stylesheet>
