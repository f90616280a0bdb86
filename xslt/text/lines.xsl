<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines: wrapping, indenting, centring. Nothing here knows TEI. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    Signs for the stylesheets' eyes only, out of a plane that no letter uses: a space at which no line
    breaks; the two ends of a mark that stands in no word; a break within a word; italics; bold; what
    comes next is raised; the two ends of a sign that stands behind its word.
  -->
  <xsl:variable name="fp:tie" as="xs:string" select="'&#x10FF00;'"/>
  <xsl:variable name="fp:mark-from" as="xs:string" select="'&#x10FF01;'"/>
  <xsl:variable name="fp:mark-to" as="xs:string" select="'&#x10FF02;'"/>
  <xsl:variable name="fp:join" as="xs:string" select="'&#x10FF03;'"/>
  <xsl:variable name="fp:italic-from" as="xs:string" select="'&#x10FF04;'"/>
  <xsl:variable name="fp:italic-to" as="xs:string" select="'&#x10FF05;'"/>
  <xsl:variable name="fp:strong-from" as="xs:string" select="'&#x10FF06;'"/>
  <xsl:variable name="fp:strong-to" as="xs:string" select="'&#x10FF07;'"/>

  <xsl:variable name="fp:raised" as="xs:string" select="'&#x10FF10;'"/>
  <xsl:variable name="fp:behind-from" as="xs:string" select="'&#x10FF11;'"/>
  <xsl:variable name="fp:behind-to" as="xs:string" select="'&#x10FF12;'"/>

  <!-- A measure that no line reaches: the diplomatic reading breaks where the source does. -->
  <xsl:variable name="fp:endless" as="xs:integer" select="100000"/>

  <!--
    Text → its lines. Lines break at spaces and at line feeds, never within a word, even one that
    is longer than $width.
  -->
  <xsl:function name="fp:wrap" as="xs:string*">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:for-each select="tokenize(fp:with-marks($text), '\n')">
      <xsl:variable name="one" as="xs:string" select="normalize-space(.)"/>
      <xsl:sequence select="(if (string-length($one) le $width) then $one
                             else tokenize(replace($one, '(.{1,' || $width || '})( |$)', '$1&#10;'), '\n')[. ne ''])
                            ! translate(., $fp:tie, ' ')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A page mark has a space on both sides where the text has one on either. -->
  <xsl:function name="fp:with-marks" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="said" as="xs:string" select="fp:behind-words(fp:raised($text))"/>
    <xsl:variable name="joined" as="xs:string"
                  select="if (contains($said, $fp:join)) then fp:joined($said) else $said"/>
    <xsl:sequence select="if (not(contains($joined, $fp:mark-from))) then $joined
                          else if ($diplomatic) then fp:marks-apart($joined)
                          else string-join(fp:marks-spaced(tokenize($joined, '[' || $fp:mark-from || $fp:mark-to || ']')))"/>
  </xsl:function>

  <!-- $pieces: of a text, the second, fourth and so on marks. -->
  <xsl:function name="fp:marks-spaced" as="xs:string*">
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:iterate select="$pieces">
      <xsl:param name="spaced" as="xs:boolean" select="true()"/>
      <xsl:variable name="next" as="xs:integer" select="position() + 1"/>
      <xsl:variable name="is-mark" as="xs:boolean" select="$next mod 2 eq 1"/>
      <xsl:variable name="space-after" as="xs:boolean"
                    select="matches($pieces[$next], '^[ \n]') or $pieces[$next] eq '' and $next eq count($pieces)"/>
      <xsl:variable name="add-after" as="xs:boolean" select="$is-mark and $spaced and not($space-after)"/>
      <xsl:sequence select="' '[$is-mark and not($spaced) and $space-after], ., ' '[$add-after]"/>
      <xsl:next-iteration>
        <xsl:with-param name="spaced" select="if ($is-mark) then $add-after
                                              else if (. eq '') then $spaced else matches(., '[ \n]$')"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- A raised figure would be one with the figure before it: "10^3"; letters are plain without a sign. -->
  <xsl:function name="fp:raised" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="looks" as="xs:string"
                  select="'[_' || $fp:italic-from || $fp:italic-to || $fp:strong-from || $fp:strong-to || ']*'"/>
    <xsl:sequence select="if (not(contains($text, $fp:raised))) then $text
                          else replace($text, '(\d' || $looks || ')' || $fp:raised || '(' || $looks || '\d)', '$1^$2')
                               => translate($fp:raised, '')"/>
  </xsl:function>

  <!-- Signs that stand within words go behind them. -->
  <xsl:function name="fp:behind-words" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="'[\p{L}\p{M}\p{N}]+'"/>
    <xsl:sequence select="if (not(contains($text, $fp:behind-from))) then $text
                          else replace($text, $fp:behind-from || '([^' || $fp:behind-to || ']*)' || $fp:behind-to
                                              || '(' || $word || '(?:[-‐’'']' || $word || ')*)?', '$2$1')"/>
  </xsl:function>

  <!--
    A word that goes on over a break; in the diplomatic reading with a sign, but after a hyphen or that
    sign itself. Of several breaks and marks in a row the sign stands before the first.
  -->
  <xsl:function name="fp:joined" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="one" as="xs:string" select="replace($text, '[ \n]*' || $fp:join || '[ \n]*', $fp:join)"/>
    <xsl:sequence select="if (not($diplomatic)) then translate($one, $fp:join, '')
                          else analyze-string($one, '(' || $fp:join || '|' || $fp:mark-from || '[^' || $fp:mark-to || ']*' || $fp:mark-to || ')+')/*
                               ! ((if (contains(., $fp:join)) then $fp:join else '') || translate(., $fp:join, ''))
                               => string-join()
                               => replace('([\p{Pd}¬])' || $fp:join, '$1&#10;')
                               => replace($fp:join, '¬&#10;')"/>
  </xsl:function>

  <!-- Each mark on a line of its own; within a word, the word's first part has the sign. -->
  <xsl:function name="fp:marks-apart" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="mark" as="xs:string" select="$fp:mark-from || '([^' || $fp:mark-to || ']*)' || $fp:mark-to"/>
    <xsl:sequence select="replace($text, '([\p{L}\p{M}\p{N}])' || $mark || '([\p{L}\p{M}\p{N}])', '$1¬&#10;$2&#10;$3')
                          => replace($mark, '&#10;$1&#10;')"/>
  </xsl:function>

  <!-- Each line moved to the right; empty lines stay empty. -->
  <xsl:function name="fp:indent" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="by" as="xs:integer"/>
    <xsl:sequence select="$lines ! (if (. eq '') then . else fp:spaces($by) || .)"/>
  </xsl:function>

  <!-- The same for the lines of blocks. -->
  <xsl:function name="fp:indent-blocks" as="xs:string*">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:param name="by" as="xs:integer"/>
    <xsl:sequence select="$blocks ! string-join(fp:indent(tokenize(., '\n'), $by), '&#10;')"/>
  </xsl:function>

  <!-- A sign set before the first line, the others moved under its text. -->
  <xsl:function name="fp:hang" as="xs:string*">
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="by" as="xs:integer"/>
    <xsl:sequence select="fp:pad($sign, $by) || head($lines), fp:indent(tail($lines), $by)"/>
  </xsl:function>

  <!-- Each line in the middle of the measure. -->
  <xsl:function name="fp:centre" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="if ($width gt $fp:endless idiv 2) then $lines
                          else $lines ! fp:indent(., ($width - string-length(.)) idiv 2)"/>
  </xsl:function>

  <!-- Each line at the right end of the measure. -->
  <xsl:function name="fp:right" as="xs:string*">
    <xsl:param name="lines" as="xs:string*"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="if ($width gt $fp:endless idiv 2) then $lines
                          else $lines ! fp:indent(., $width - string-length(.))"/>
  </xsl:function>

  <!-- A text filled up with spaces. -->
  <xsl:function name="fp:pad" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="$text || fp:spaces($width - string-length($text))"/>
  </xsl:function>

  <!-- So many spaces; none for a number below one. -->
  <xsl:function name="fp:spaces" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="string-join((1 to $count) ! ' ')"/>
  </xsl:function>

</xsl:stylesheet>
