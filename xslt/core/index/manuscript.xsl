<?xml version="1.0" encoding="UTF-8"?>
<!-- What a header says of the sheet that a letter is written on: of what kind, in whose hand, what was done to it later. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:function name="fp:physical" as="element(lp:physical)*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="sheets" as="element(physDesc)*" select="$header/fileDesc/sourceDesc//physDesc"/>
    <xsl:for-each select="$sheets[not(ancestor::physDesc)]">
      <xsl:sequence select="fp:physical-line('object', (), * except (handDesc | additions))"/>
    </xsl:for-each>
    <xsl:for-each select="$sheets/handDesc/(handNote, (.[not(handNote)])), $header/profileDesc/handNotes/handNote">
      <xsl:sequence select="fp:physical-line('hand', (@scribeRef, @scribe, @corresp)[normalize-space()][1] ! replace(tokenize(.)[1], '^.*#', ''), .)"/>
    </xsl:for-each>
    <xsl:for-each select="$sheets/additions/(incident, .[not(incident)])">
      <xsl:sequence select="fp:physical-line('trace', (), .)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:physical-line" as="element(lp:physical)?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="said" as="xs:string*" select="$elements ! fp:said(.)"/>
    <xsl:if test="exists($said) or exists($ref)">
      <lp:physical kind="{$kind}">
        <xsl:sequence select="fp:attribute('ref', $ref)"/>
        <xsl:text>{string-join($said, ', ')}</xsl:text>
      </lp:physical>
    </xsl:if>
  </xsl:function>

  <!-- Each run of words by itself; and where attributes stand for words, what those say: "2 Blatt", "Bleistift". -->
  <xsl:function name="fp:said" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="$element/self::measure[not(normalize-space())]">
        <xsl:sequence select="$element[not(matches(@unit, '^(zeichen|char)', 'i'))] ! string-join((@quantity, fp:word(@unit) ! fp:plural(., $element)), ' ')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$element/self::handNote/(@medium, @script, @style) ! fp:word(.)"/>
        <xsl:sequence select="if ($element/text()[normalize-space()]) then f:line($element) else $element/* ! fp:said(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A value as words: "schwarze Tinte" of "schwarze-tinte", for in German the last of them is a noun; nothing for
       one that says that there is none. -->
  <xsl:function name="fp:word" as="xs:string?">
    <xsl:param name="value" as="attribute()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(translate($value, '-_', '  '))"/>
    <xsl:variable name="noun" as="xs:string?" select="$words[last()]"/>
    <xsl:if test="exists($noun) and not(string-join($words, ' ') eq 'nicht anzuwenden')">
      <xsl:sequence select="string-join(($words[position() lt last()],
          if (starts-with(f:lang-of($value/..), 'de')) then upper-case(substring($noun, 1, 1)) || substring($noun, 2) else $noun), ' ')"/>
    </xsl:if>
  </xsl:function>

  <!-- "2 Seiten": of the words for a measure, German ones in -e have another form where there are several. -->
  <xsl:function name="fp:plural" as="xs:string">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="measure" as="element(measure)"/>
    <xsl:sequence select="if (ends-with($word, 'e') and not($measure/@quantity = '1') and starts-with(f:lang-of($measure), 'de')) then $word || 'n' else $word"/>
  </xsl:function>

</xsl:stylesheet>
