<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases as Markdown: what must be escaped, and where emphasis can stand. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The two ends of a footnote's label; the others are in lines.xsl. -->
  <xsl:variable name="fp:label-from" as="xs:string" select="'&#x10FF08;'"/>
  <xsl:variable name="fp:label-to" as="xs:string" select="'&#x10FF09;'"/>

  <!-- A link's words, its address, its end. -->
  <xsl:variable name="fp:link-from" as="xs:string" select="'&#x10FF0A;'"/>
  <xsl:variable name="fp:link-to" as="xs:string" select="'&#x10FF0B;'"/>
  <xsl:variable name="fp:link-end" as="xs:string" select="'&#x10FF0C;'"/>

  <!-- A reference to the web keeps its address. A link holds no other, and a note's mark is one. -->
  <xsl:template match="ref[matches(@target, '^(https?|mailto):\S+$')][normalize-space()][not(.//note or .//ref or ancestor::ref)]"
                mode="mp:phrases" as="xs:string*">
    <xsl:sequence select="$fp:link-from"/>
    <xsl:apply-templates mode="mp:phrases"/>
    <xsl:sequence select="$fp:link-to || (iri-to-uri(@target) => replace('\(', '%28') => replace('\)', '%29')) || $fp:link-end"/>
  </xsl:template>

  <!-- A note's mark in the text. -->
  <xsl:function name="fp:mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$fp:label-from || fp:label($note) || $fp:label-to"/>
  </xsl:function>

  <!-- A note's label: its mark, where that is a word and this note's alone, else its id. -->
  <xsl:function name="fp:label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if (matches($note/@n, '^[A-Za-z0-9]+$') and count(key('fp:note', lower-case($note/@n), root($note))) eq 1)
                          then $note/@n else string($note/@xml:id)"/>
  </xsl:function>

  <xsl:key name="fp:note" match="note" use="lower-case(@n)"/>

  <!-- Phrases → Markdown; lines of their own end in "\". -->
  <xsl:function name="fp:inline" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="fp:set($nodes, false(), false())"/>
  </xsl:function>

  <!-- The same on one line, for headings. -->
  <xsl:function name="fp:one-line" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="replace(fp:set($nodes, false(), true()), ' (#+)$', ' \\$1')"/>
  </xsl:function>

  <!-- The same in bold. -->
  <xsl:function name="fp:strong" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="fp:set($nodes, true(), true())"/>
  </xsl:function>

  <xsl:function name="fp:set" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="strong" as="xs:boolean"/>
    <xsl:param name="one-line" as="xs:boolean"/>
    <xsl:variable name="phrases" as="xs:string*">
      <xsl:apply-templates select="$nodes" mode="mp:phrases">
        <xsl:with-param name="emphasised" select="$strong" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string" select="string-join($phrases)"/>
    <xsl:sequence select="fp:markdown(if ($strong) then $fp:strong-from || $text || $fp:strong-to else $text, $one-line)"/>
  </xsl:function>

  <!-- Text with the signs of lines.xsl → Markdown. -->
  <xsl:function name="fp:markdown" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="one-line" as="xs:boolean"/>
    <xsl:variable name="said" as="xs:string" select="fp:with-marks(translate($text, $fp:tie || '&#xAD;', ' '))"/>
    <xsl:variable name="escaped" as="xs:string"
                  select="replace(if ($one-line) then replace($said, '\s+', ' ') else $said, '[\\`*_\[\]&lt;|~]', '\\$0')
                          => replace('&amp;([#A-Za-z])', '\\&amp;$1')
                          => replace($fp:label-from, '[^') => replace($fp:label-to, ']')
                          => replace('!' || $fp:link-from, '\\!' || $fp:link-from)
                          => replace($fp:link-from, '[') => replace($fp:link-to, '](') => replace($fp:link-end, ')')"/>
    <xsl:variable name="lines" as="xs:string*"
                  select="tokenize(fp:emphasis($escaped), '\n') ! replace(., '^ +| +$', '') ! replace(., ' +', ' ')"/>
    <!-- What would begin a heading, a quotation, a list or a rule. -->
    <xsl:sequence select="string-join($lines[. ne ''] ! replace(., '^[#>+=-]', '\\$0') ! replace(., '^(\d+)([.)])', '$1\\$2'),
                                      '\&#10;')"/>
  </xsl:function>

  <!--
    The signs of italics and bold → "*" and "**", where CommonMark takes them as such (section 6.2:
    outside of spaces, and not between a letter and punctuation); elsewhere the looks give way.
  -->
  <xsl:function name="fp:emphasis" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (not(matches($text, '[' || $fp:italic-from || $fp:strong-from || ']'))) then $text
                          else fp:pair($text, $fp:italic-from, $fp:italic-to)
                               => fp:pair($fp:strong-from, $fp:strong-to)
                               => fp:apart($fp:italic-to, $fp:strong-from, $fp:strong-to)
                               => fp:apart($fp:strong-to, $fp:italic-from, $fp:italic-to)
                               => replace('[' || $fp:italic-from || $fp:italic-to || ']', '*')
                               => replace('[' || $fp:strong-from || $fp:strong-to || ']', '**')"/>
  </xsl:function>

  <xsl:function name="fp:pair" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:variable name="within" as="xs:string" select="'[^' || $to || ']*'"/>
    <xsl:sequence select="replace($text, $from || '([\p{Z}\s]*)', '$1' || $from)
                          => replace('([\p{Z}\s]*)' || $to, $to || '$1')
                          => replace($from || $to || '|' || $to || $from, '')
                          => replace('([^\p{Z}\s\p{P}\p{S}])' || $from || '([\p{P}\p{S}]' || $within || ')' || $to, '$1$2')
                          => replace($from || '(' || $within || '[\p{P}\p{S}])' || $to || '([^\p{Z}\s\p{P}\p{S}])', '$1$2')"/>
  </xsl:function>

  <!-- Where the end of one meets the beginning of the other, the other gives way. -->
  <xsl:function name="fp:apart" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="end" as="xs:string"/>
    <xsl:param name="from" as="xs:string"/>
    <xsl:param name="to" as="xs:string"/>
    <xsl:sequence select="replace($text, $end || $from || '([^' || $to || ']*)' || $to, $end || '$1')"/>
  </xsl:function>

</xsl:stylesheet>
