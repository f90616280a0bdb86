<?xml version="1.0" encoding="UTF-8"?>
<!-- Register entries: persons, places, organisations, events, works, wherever a file lists them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- Every entry that a file's registers hold, as the children of one element. -->
  <xsl:function name="f:entries" as="element(lp:entries)" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <lp:entries>
      <xsl:apply-templates mode="fp:entry"
                           select="fp:listed($document),
                                   $document//text/(front | back)//item//persName[@xml:id]
                                   [. is ancestor::item[1]/descendant::persName[@xml:id][1]]
                                   [not(ancestor::listPerson or ancestor::note)]"/>
    </lp:entries>
  </xsl:function>

  <!-- The encodings of a document's entries, copied, so that its tree need not be kept for them. -->
  <xsl:function name="f:entry-sources" as="element()*" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="listed" as="element()*" select="fp:listed($document)"/>
    <xsl:variable name="copies" as="document-node()">
      <xsl:document>
        <xsl:copy-of select="outermost($listed)"/>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="$copies//(person | place | org | event | bibl | biblStruct)[@xml:id = $listed/@xml:id]"/>
  </xsl:function>

  <!-- Those that are encoded as TEI's own registers are. -->
  <xsl:function name="fp:listed" as="element()*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="$document//*[@xml:id][self::person[ancestor::listPerson] or self::place[ancestor::listPlace]
                                                or self::org[ancestor::listOrg] or self::event[ancestor::listEvent]
                                                or (self::bibl | self::biblStruct)[ancestor::listBibl]]
                          [not(ancestor::sourceDesc)]"/>
  </xsl:function>

  <xsl:mode name="fp:entry" on-no-match="fail"/>

  <xsl:template match="person | place | org | event | bibl | biblStruct" mode="fp:entry" as="element(lp:entry)">
    <xsl:variable name="names" as="element()*"
                  select="(persName | placeName | geogName | orgName | eventName | label | head
                           | settlement[empty(../placeName)] | country[empty(../placeName)]
                           | title | monogr/title | analytic/title)
                          [normalize-space()][not(matches(., '^\s*https?://'))]"/>
    <xsl:variable name="main" as="element()?"
                  select="($names[@type = ('main', 'preferred', 'reg', 'pref')], $names[not(@type)], $names)[1]"/>
    <lp:entry id="{@xml:id}" kind="{f:kind(.)}">
      <xsl:attribute name="label" select="(fp:label($main)[. ne ''], @xml:id)[1]"/>
      <xsl:attribute name="sort" select="(fp:sort-name($names[@type = 'sort'][1])[. ne ''], fp:sort-name($main)[. ne ''], @xml:id)[1]"/>
      <xsl:sequence select="fp:attribute('dates', fp:dates(.))"/>
      <xsl:sequence select="fp:when(.)"/>
      <xsl:sequence select="(birth, death) ! fp:life(.)"/>
      <xsl:for-each select="distinct-values(($names except ($main, $names[@type = 'sort'])) ! fp:label(.))[. ne fp:label($main)]">
        <lp:variant>{.}</lp:variant>
      </xsl:for-each>
      <xsl:sequence select="fp:facts(.)"/>
      <!-- A database's number, or a code of GeoNames ("P.PPLC"), tells a reader nothing. -->
      <xsl:for-each select="(note | desc | .[self::bibl][text()[matches(., '\p{L}')]])
                            [normalize-space()][not(matches(., '^\s*([A-Z]\.[A-Z0-9]+|\d+|None)\s*$'))]">
        <xsl:sequence select="fp:noted(.)"/>
      </xsl:for-each>
      <xsl:for-each select="idno[normalize-space()]">
        <lp:idno>
          <xsl:variable name="href" as="xs:string" select="fp:authority(.)"/>
          <xsl:sequence select="fp:attribute('type', (@subtype[lower-case(../@type) = ('url', 'uri')], @type, @subtype)[1]), fp:attribute('href', $href)"/>
          <xsl:text>{f:line(.)}</xsl:text>
        </lp:idno>
      </xsl:for-each>
      <xsl:for-each select="(location//geo[matches(normalize-space(.), '^-?[\d.,]+[\s,;]+-?[\d.,]+$')])[1]">
        <xsl:variable name="numbers" as="xs:string*" select="tokenize(f:line(.), '[\s;]+|,\s+') ! replace(., ',', '.')"/>
        <lp:geo lat="{$numbers[1]}" lon="{$numbers[2]}"/>
      </xsl:for-each>
    </lp:entry>
  </xsl:template>

  <!-- A birth or a death: its day or the limits of it, and its place, as far as they are told; or what
       is said of it in words. -->
  <xsl:function name="fp:life" as="element(lp:life)?">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="place" as="element()?"
                  select="$event[not(text()[normalize-space()])]/(placeName | settlement | geogName | country | rs | name)[normalize-space()][1]"/>
    <xsl:variable name="when" as="xs:string?" select="$event/(., date)/@when[matches(., '^\d{4}')][1]"/>
    <xsl:variable name="limits" as="attribute()*"
                  select="$event/(., date)/(@from, @to, @notBefore, @notAfter)[empty($when)][matches(., '^\d{4}')]"/>
    <xsl:variable name="words" as="xs:string" select="f:line(($event[text()[normalize-space()]], $event/date)[1])"/>
    <!-- Words without a number beside a date in an attribute are the place. -->
    <xsl:variable name="named" as="xs:string" select="$words[($when or exists($limits)) and empty($place) and not(matches(., '\d'))] => string()"/>
    <xsl:variable name="said" as="xs:string" select="$words[not($named)] => string()"/>
    <xsl:if test="$place or $when or exists($limits) or $words">
      <lp:life what="{local-name($event)}">
        <xsl:sequence select="fp:attribute('when', $when), ($limits ! fp:attribute(local-name(), .)), fp:attribute('ref', $place ! f:refs(.)[1]),
                              fp:attribute('said', $said[not($when or exists($limits)) or $event/text()[normalize-space()]])"/>
        <xsl:text>{f:line(($place/(placeName | settlement)[@type = 'pref' or not(@type)][1], $place)[1])}{$named}</xsl:text>
      </lp:life>
    </xsl:if>
  </xsl:function>

  <!-- What several files say of one entry: the first one's name, and what any of them adds. -->
  <xsl:function name="fp:merged" as="element(lp:entry)">
    <xsl:param name="entries" as="element(lp:entry)+"/>
    <xsl:variable name="first" as="element(lp:entry)" select="$entries[1]"/>
    <xsl:choose>
      <xsl:when test="every $other in tail($entries) satisfies deep-equal($first, $other)">
        <xsl:sequence select="$first"/>
      </xsl:when>
      <xsl:otherwise>
        <lp:entry>
          <!-- Of attributes of the same name the last one stays. -->
          <xsl:copy-of select="reverse($entries) ! @*"/>
          <xsl:copy-of select="$first/@*"/>
          <xsl:for-each select="distinct-values(($entries ! lp:variant, tail($entries) ! @label) ! string())[. ne $first/@label]">
            <lp:variant>{.}</lp:variant>
          </xsl:for-each>
          <xsl:for-each-group select="$entries ! lp:life" group-by="@what">
            <xsl:copy-of select="."/>
          </xsl:for-each-group>
          <xsl:copy-of select="$entries ! lp:date => head()"/>
          <xsl:copy-of select="fp:distinct($entries ! lp:fact)"/>
          <xsl:for-each-group select="$entries ! lp:note" group-by="string()">
            <xsl:copy-of select="."/>
          </xsl:for-each-group>
          <xsl:for-each-group select="$entries ! lp:idno" group-by="@type || ' ' || .">
            <xsl:copy-of select="."/>
          </xsl:for-each-group>
          <xsl:copy-of select="$entries ! lp:geo => head()"/>
        </lp:entry>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The list of persons of a volume: a name, and behind it who that is. -->
  <xsl:template match="item//persName" mode="fp:entry" as="element(lp:entry)">
    <xsl:variable name="name" as="element(persName)" select="."/>
    <xsl:variable name="written" as="xs:string" select="fp:words(.)"/>
    <xsl:variable name="note" as="xs:string" select="normalize-space(string-join(
        ancestor::item[1]//text()[. >> $name][not(ancestor::persName intersect $name)][not(ancestor::note)]))"/>
    <lp:entry id="{@xml:id}" kind="person" label="{if (surname) then fp:label(.) else fp:reading-order($written)}"
              sort="{if (surname) then fp:sort-name(.) else $written}">
      <xsl:for-each select="replace($note, '^[\s,;:.–—-]+', '')[. ne '']">
        <lp:note>{.}</lp:note>
      </xsl:for-each>
    </lp:entry>
  </xsl:template>

  <!-- A name as it is read: "Nikita S. Khrushchev". -->
  <xsl:function name="fp:label" as="xs:string">
    <xsl:param name="name" as="element()?"/>
    <xsl:choose>
      <xsl:when test="$name/surname and $name/forename and not($name/text()[normalize-space()])">
        <xsl:sequence select="string-join(($name/forename, $name/nameLink, $name/surname, $name/genName) ! f:line(.)[. ne ''], ' ')"/>
      </xsl:when>
      <xsl:otherwise>{f:line($name)}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A name as it is looked up: "Khrushchev, Nikita S.". -->
  <xsl:function name="fp:sort-name" as="xs:string">
    <xsl:param name="name" as="element()?"/>
    <xsl:sequence select="if ($name/surname)
                          then string-join((string-join($name/surname ! f:line(.), ' '),
                                            string-join(($name/forename, $name/nameLink) ! f:line(.)[. ne ''], ' ')[. ne '']), ', ')
                          else f:line($name)"/>
  </xsl:function>

  <!-- Life or duration: "1894–1971", "b. 1905" as the years alone: "1905–". Of a year that isn't
       known for all that is told there is "?": "1799–?". -->
  <xsl:function name="fp:dates" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="from" as="xs:string"
                  select="if ($entry/birth) then fp:life-year($entry/birth[1]) else fp:year($entry, ('when', 'from', 'notBefore'[$entry/@notAfter]))"/>
    <xsl:variable name="to" as="xs:string"
                  select="if ($entry/death) then fp:life-year($entry/death[1])
                          else fp:year($entry[not(self::person)], ('to', 'when', 'notAfter'[$entry/@notBefore]))"/>
    <xsl:sequence select="if (not(matches($from || $to, '\d'))) then ''
                          else if ($from eq $to) then $from
                          else $from || '–' || $to"/>
  </xsl:function>

  <xsl:function name="fp:year" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="said" as="attribute()*"
                  select="for $name in $names return $element/(., date)/@*[local-name() = $name]"/>
    <xsl:sequence select="replace(string($said[matches(., '^-?\d{4}')][1] ! substring(., 1, 5)), '^0+|-$', '')"/>
  </xsl:function>

  <!-- The year of a birth or a death; "?" where it is told by limits alone that lie in different years. -->
  <xsl:function name="fp:life-year" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="first" as="xs:string" select="fp:year($event, ('when', 'from', 'notBefore'))"/>
    <xsl:variable name="last" as="xs:string" select="fp:year($event, ('when', 'to', 'notAfter'))"/>
    <xsl:variable name="words" as="xs:string" select="f:line($event)"/>
    <xsl:sequence select="
        if ($first or $last) then ($first[. eq $last], '?')[1]
        else if (not(matches($words, '\d{4}'))) then ''
        else if (matches($words, $fp:about, 'i')) then '?'
        else replace($words, '^.*?(\d{4}).*$', '$1', 's')"/>
  </xsl:function>

  <!-- What says that a year beside it is none that is known. -->
  <xsl:variable name="fp:about" as="xs:string"
                select="'\?|(^|[^\p{L}])(about|after|around|before|between|by|ca?|circa|not|or|until|bis|etwa|gegen|nach|oder|seit|um|vor|zwischen)([^\p{L}]|$)'"/>

  <!-- Where an identifier is looked up. -->
  <xsl:function name="fp:authority" as="xs:string">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="id" as="xs:string" select="f:line($idno)"/>
    <xsl:variable name="type" as="xs:string" select="lower-case(string($idno/@type))"/>
    <xsl:sequence select="if (matches($id, '^https?://')) then $id
                          else if ($type = 'wikidata') then 'https://www.wikidata.org/entity/' || $id
                          else if ($type = 'gnd') then 'https://d-nb.info/gnd/' || $id
                          else if ($type = 'viaf') then 'https://viaf.org/viaf/' || $id
                          else if ($type = 'geonames') then 'https://www.geonames.org/' || $id
                          else ''"/>
  </xsl:function>

</xsl:stylesheet>
