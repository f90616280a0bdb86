<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages ask of the corpus document: look-ups, and the short names of letters. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:key name="fp:letter" match="lp:letter | lp:part" use="@id"/>
  <xsl:key name="fp:entry" match="lp:entry" use="@id"/>
  <xsl:key name="fp:kind" match="lp:entry" use="@kind"/>
  <xsl:key name="fp:mention" match="lp:mention" use="@ref"/>
  <xsl:key name="fp:correspondent" match="lp:agent" use="@ref"/>
  <xsl:key name="fp:stage" match="lp:action/lp:place" use="@ref"/>
  <xsl:key name="fp:told-of" match="lp:fact" use="@ref"/>

  <xsl:variable name="fp:edition" as="element(lp:edition)" select="$corpus/lp:corpus/lp:edition"/>

  <!-- The kinds of register entry, in the order in which a reader meets them. -->
  <xsl:variable name="fp:kinds" as="xs:string+" select="'person', 'place', 'org', 'event', 'work'"/>

  <!-- A register's file, by the kind of its entries. -->
  <xsl:variable name="fp:register" as="map(xs:string, xs:string)" select="map {
      'person': 'persons.html', 'place': 'places.html', 'org': 'organisations.html',
      'event': 'events.html', 'work': 'works.html' }"/>

  <!-- The kinds of the entries that the corpus document has. -->
  <xsl:variable name="fp:kinds-present" as="xs:string*"
                select="$fp:kinds[exists(key('fp:kind', ., $corpus))]"/>

  <!-- The kinds that have entries at all: only these have a page. -->
  <xsl:variable name="fp:registers" as="xs:string*" select="tokenize($corpus/lp:corpus/@registers)"/>

  <!-- The corpus document's own record of a letter or part; none if it isn't of this edition. -->
  <xsl:function name="f:record" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="key('fp:letter', $id, $corpus)[1]"/>
  </xsl:function>

  <xsl:key name="fp:position" match="lp:letter[@position] | lp:part" use="@file, @position" composite="yes"/>

  <!-- The parts of a volume that a letter or part stands in, the outermost first. -->
  <xsl:function name="f:parts-around" as="element(lp:part)*">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="$record/@part ! f:record(.) ! (f:parts-around(.), .)"/>
  </xsl:function>

  <!-- The entries that a reference names (ids parted by spaces), in its order; dead ids give none. -->
  <xsl:function name="f:entries-for" as="element(lp:entry)*">
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:sequence select="distinct-values(tokenize($ref)) ! key('fp:entry', ., $corpus)[1]"/>
  </xsl:function>

  <!-- Several names as one phrase, in the language of the pages. -->
  <xsl:function name="f:enumeration" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:sequence select="f:enumeration($items, $fp:ui)"/>
  </xsl:function>

  <!-- Those who took part in an action, as one phrase; empty if none is named. -->
  <xsl:function name="f:agents" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="f:enumeration($letter/lp:action[@type = $type]/lp:agent/string())"/>
  </xsl:function>

  <!-- "Nikita S. Khrushchev to John F. Kennedy"; the title where one of them isn't known. -->
  <xsl:function name="f:correspondents" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="from" as="xs:string" select="f:agents($letter, 'sent')"/>
    <xsl:variable name="to" as="xs:string" select="f:agents($letter, 'received')"/>
    <xsl:sequence select="if ($from and $to)
        then f:l10n('letter.to', $fp:ui, map { 'from': $from, 'to': $to })
        else string($letter/@title)"/>
  </xsl:function>

  <!-- "Document 22": what the letter's volume counts it as, where its name doesn't begin with that. -->
  <xsl:function name="f:number" as="xs:string?">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($letter/@number)"/>
    <xsl:if test="exists($parts) and not(tokenize(f:correspondents($letter), '\W+')[.][position() le 2] = $parts[2])">
      <xsl:sequence select="f:l10n('letter.number.' || head($parts), $fp:ui, map { 'number': string-join(tail($parts), ' ') })"/>
    </xsl:if>
  </xsl:function>

  <!-- The day of writing, ready to print; none if the metadata have none. -->
  <xsl:function name="f:written" as="element(lp:date)?">
    <xsl:param name="letter" as="element()"/>
    <xsl:sequence select="$letter/lp:action[@type = 'sent'][1]/lp:date[1]"/>
  </xsl:function>

  <!-- "Nikita S. Khrushchev to John F. Kennedy, 9 November 1961"; in a volume, "Document 23: …". -->
  <xsl:function name="f:short-title" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="who" as="xs:string" select="f:correspondents($letter)"/>
    <xsl:variable name="when" as="xs:string?" select="f:written($letter)/string()"/>
    <xsl:sequence select="string-join((f:number($letter), string-join(($who, $when[. and not(contains($who, .))]), ', ')), ': ')"/>
  </xsl:function>

  <!-- Who wrote a work, as one phrase. -->
  <xsl:function name="f:authors" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="f:enumeration($entry/lp:fact[@what = 'author']/string())"/>
  </xsl:function>

  <!-- When an event was or a work came out, as exactly as it is known; of anything else, its years. -->
  <xsl:function name="f:dates" as="xs:string?">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:sequence select="($entry/lp:date ! (string()[.], f:period(., $fp:ui)[.])[1], $entry/@dates/string()[.])[1]"/>
  </xsl:function>

  <!-- What a reader is told of an entry in passing: "John F. Kennedy, 1917–1963. President …". -->
  <xsl:function name="f:hint" as="xs:string">
    <xsl:param name="entry" as="element(lp:entry)"/>
    <xsl:variable name="name" as="xs:string"
                  select="string-join(($entry/@label, f:authors($entry)[.], $entry/@dates[string()]), ', ')"/>
    <xsl:sequence select="string-join(($name, $entry/lp:note[1]/string()[.]), '. ')"/>
  </xsl:function>

</xsl:stylesheet>
