<?xml version="1.0" encoding="UTF-8"?>
<!-- The file: header, text, notes. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:template match="document-node()" mode="m:letter" as="xs:string">
    <xsl:apply-templates select="lp:letter" mode="m:letter"/>
  </xsl:template>

  <xsl:template match="lp:letter" mode="m:letter" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="text" mode="mp:blocks">
        <xsl:with-param name="measure" select="$fp:measure" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:sequence select="fp:file((fp:header(fp:header-lines(.)), $blocks[. ne ''], fp:notes(.)))"/>
  </xsl:template>

  <!-- The first part of a volume: what it is, and its letters; of all, or of one correspondence. -->
  <xsl:template name="t:front" as="xs:string">
    <xsl:param name="correspondence" as="xs:string?"/>
    <xsl:variable name="between" as="element(lp:correspondence)?"
                  select="$correspondence ! key('fp:correspondence', ., $corpus)"/>
    <xsl:variable name="contents" as="xs:string*" select="fp:contents($between)"/>
    <xsl:variable name="digits" as="xs:integer" select="string-length(string(count($contents)))"/>
    <xsl:variable name="list" as="xs:string*"
                  select="for $n in 1 to count($contents)
                          return fp:hang(fp:spaces($digits - string-length(string($n))) || $n || '.',
                                         fp:wrap($contents[$n], $width - $digits - 2), $digits + 2)"/>
    <xsl:variable name="heading" as="xs:string" select="f:l10n('text.contents', $fp:language)"/>
    <xsl:sequence select="fp:file((fp:header(fp:volume-lines($between)), $heading || '&#10;' || replace($heading, '.', '-'),
                                   string-join($list, '&#10;')))"/>
  </xsl:template>

  <!-- The longest line of a block in the body. -->
  <xsl:variable name="fp:measure" as="xs:integer" select="if ($diplomatic) then $fp:endless else $width"/>

  <!-- Blocks → a file. Soft hyphens say where a line may break; here every line is broken. -->
  <xsl:function name="fp:file" as="xs:string">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:variable name="text" as="xs:string" select="translate(string-join($blocks, '&#10;&#10;'), '&#xAD;', '')"/>
    <xsl:sequence select="normalize-unicode(if (contains($text, ' &#10;') or contains($text, '&#xA0;&#10;')) then replace($text, '[ &#xA0;]+\n', '&#10;') else $text, 'NFC') || '&#10;'"/>
  </xsl:function>

  <!-- Lines, and a line of "=" under them. -->
  <xsl:function name="fp:header" as="xs:string">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:sequence select="string-join(($lines ! fp:wrap(., $width), string-join((1 to $width) ! '=')), '&#10;')"/>
  </xsl:function>

  <!-- The notes' heading and each note with its mark, in the order of their ids. -->
  <xsl:function name="fp:notes" as="xs:string*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="notes" as="element(note)*" select="fp:notes-in-order($letter)"/>
    <xsl:if test="exists($notes)">
      <xsl:variable name="heading" as="xs:string" select="f:l10n('text.notes', $fp:language)"/>
      <!-- As far as the longest mark asks for; one that is no number stands over its note. -->
      <xsl:variable name="by" as="xs:integer" select="max((4, $notes ! (string-length(fp:mark(.)) + 1)[. le 7]))"/>
      <xsl:sequence select="$heading || '&#10;' || replace($heading, '.', '-')"/>
      <xsl:for-each select="$notes">
        <xsl:variable name="blocks" as="xs:string*">
          <xsl:call-template name="tp:blocks-or-phrases">
            <xsl:with-param name="measure" select="$fp:measure - $by" tunnel="yes"/>
          </xsl:call-template>
        </xsl:variable>
        <!-- The mark, then the first line on the same line where it fits into the indent. -->
        <xsl:variable name="mark" as="xs:string" select="fp:mark(.)"/>
        <xsl:variable name="indented" as="xs:string*" select="fp:indent-blocks($blocks, $by)"/>
        <xsl:sequence select="if (empty($blocks)) then $mark
                              else if (string-length($mark) lt $by)
                              then (fp:pad($mark, $by) || substring(head($indented), $by + 1), tail($indented))
                              else ($mark || '&#10;' || head($indented), tail($indented))"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- A note's mark as it stands in the text; where others have it too, it says which of them this is: [*], [*(2)]. -->
  <xsl:function name="fp:mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="mark" as="xs:string" select="fp:plain-mark($note)"/>
    <xsl:variable name="nth" as="xs:integer" select="1 + count(key('fp:marked', $mark, root($note))[. &lt;&lt; $note])"/>
    <xsl:sequence select="'[' || $mark || ('(' || $nth || ')')[$nth gt 1] || ']'"/>
  </xsl:function>

  <xsl:function name="fp:plain-mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="replace($note/@n, '[\[\]\s]', '')"/>
  </xsl:function>

  <xsl:key name="fp:marked" match="note" use="fp:plain-mark(.)"/>

</xsl:stylesheet>
