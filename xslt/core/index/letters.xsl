<?xml version="1.0" encoding="UTF-8"?>
<!-- A letter's metadata: title, correspDesc, sources, licence, policy, and the names it mentions. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    What the corpus document says of a letter.
    $source: the letter as encoded. $normalised: the same normalised. $id: its name in the
    edition. $path: its file, from the edition's folder. $place: where it stands in its volume
    (position, page, part's id), none for a file that is one letter.
  -->
  <xsl:function name="f:letter" as="element(lp:letter)" visibility="public">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="normalised" as="element(lp:letter)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="place" as="map(xs:string, xs:anyAtomicType)"/>
    <xsl:variable name="own" as="element()?" select="$source[self::TEI]/teiHeader"/>
    <xsl:variable name="header" as="element()?" select="($own, $source/ancestor::TEI[1]/teiHeader)[1]"/>
    <!-- What a nested TEI's header leaves to that of the whole. -->
    <xsl:variable name="headers" as="element()*" select="reverse($source/ancestor-or-self::*/teiHeader)"/>
    <xsl:variable name="lang" as="xs:string" select="f:lang-of($source)"/>
    <xsl:variable name="described" as="element(correspDesc)*" select="fp:described($source, $header)"/>
    <xsl:variable name="actions" as="element(correspAction)*" select="$described//correspAction"/>
    <xsl:variable name="sent" as="element(date)?" select="$actions[@type = 'sent']/date[1]"/>
    <xsl:variable name="told" as="element(lp:action)*">
      <xsl:for-each select="$actions">
        <lp:action type="{(@type, @subtype, 'sent')[1]}">
          <xsl:sequence select="fp:attribute('subtype', @subtype)"/>
          <xsl:apply-templates select="*" mode="fp:action">
            <xsl:with-param name="lang" select="$lang"/>
          </xsl:apply-templates>
        </lp:action>
      </xsl:for-each>
      <xsl:if test="empty($actions)">
        <xsl:sequence select="fp:inferred-actions($source, $lang)"/>
      </xsl:if>
    </xsl:variable>
    <lp:letter id="{$id}" file="{$path}" lang="{$lang}">
      <xsl:attribute name="title" select="((fp:title($own), fp:words($source[not(self::TEI)]/head[1]))[. ne ''],
                                           fp:pair-title($told[not($own)], $lang),
                                           f:l10n('letter.untitled', $lang))[1]"/>
      <xsl:variable name="dates" as="element(date)*"
                    select="if ($own) then $source/text//dateline//date else fp:datelines($source)//date"/>
      <xsl:sequence select="fp:attribute('sort', (($sent, $dates) ! fp:sort-date(.), $told/lp:date/(@when, @notBefore) ! string(.))[. ne ''][1]),
                            fp:attribute('n', $sent/@n), fp:attribute('changed', fp:changed($header)),
                            map:for-each($place, fp:attribute#2)"/>
      <xsl:sequence select="$told"/>
      <xsl:for-each select="$described/correspContext/ref">
        <lp:context>
          <xsl:sequence select="fp:attribute('rel', fp:relation(.)), fp:attribute('target', @target)"/>
          <xsl:text>{f:line(.)}</xsl:text>
        </lp:context>
      </xsl:for-each>
      <xsl:for-each select="$header/fileDesc/sourceDesc//(bibl | biblFull | biblStruct)[not(ancestor::bibl or ancestor::msDesc)]">
        <lp:source type="print">
          <xsl:sequence select="fp:attribute('id', @xml:id)"/>
          <xsl:sequence select="fp:attribute('target', (.//ref/@target, .//ptr/@target, .//idno[starts-with(., 'http')])[1])"/>
          <xsl:text>{fp:bibliography(.)}</xsl:text>
        </lp:source>
      </xsl:for-each>
      <xsl:for-each select="$header/fileDesc/sourceDesc//msDesc/msIdentifier">
        <lp:source type="manuscript">{string-join((* except altIdentifier) ! f:line(.)[. ne ''], ', ')}</lp:source>
        <xsl:for-each select="altIdentifier">
          <lp:source type="copy">{string-join((* except note) ! f:line(.)[. ne ''], ', ')}</lp:source>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="($headers/fileDesc/publicationStmt/availability/licence)[1]">
        <lp:licence>
          <xsl:sequence select="fp:attribute('target', @target)"/>
          <xsl:text>{fp:licence(.)}</xsl:text>
        </lp:licence>
      </xsl:for-each>
      <xsl:for-each select="$headers/fileDesc/titleStmt[(editor | respStmt | funder)[normalize-space()]][1]">
        <xsl:sequence select="fp:editors(.)"/>
        <xsl:for-each select="respStmt[normalize-space(string-join(resp))][* except (resp | note)]">
          <lp:responsible for="{string-join(resp ! f:line(.), ', ')}">{
            string-join((* except (resp | note)) ! f:line(.)[. ne ''], ', ')}</lp:responsible>
        </xsl:for-each>
        <xsl:for-each select="funder[normalize-space()]">
          <lp:funder>{f:line(.)}</lp:funder>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="$headers[encodingDesc/editorialDecl[normalize-space()]][1]">
        <lp:policy>
          <xsl:apply-templates select="encodingDesc/editorialDecl/*" mode="m:prose"/>
        </lp:policy>
      </xsl:for-each>
      <xsl:sequence select="fp:mentions($normalised, $place?page)"/>
    </lp:letter>
  </xsl:function>

  <!-- The editors that a header names. -->
  <xsl:function name="fp:editors" as="element(lp:editor)*">
    <xsl:param name="stated" as="element(titleStmt)"/>
    <xsl:for-each select="$stated/editor[normalize-space()]">
      <lp:editor>
        <xsl:sequence select="fp:attribute('email', (.//email)[1])"/>
        <xsl:text>{f:line(.//text()[not(ancestor::email)])}</xsl:text>
      </lp:editor>
    </xsl:for-each>
  </xsl:function>

  <!-- What a letter of a volume without a head is called: who wrote to whom. -->
  <xsl:function name="fp:pair-title" as="xs:string?">
    <xsl:param name="actions" as="element(lp:action)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="from" as="element(lp:agent)?" select="$actions[@type = 'sent'][1]/lp:agent[1]"/>
    <xsl:variable name="to" as="element(lp:agent)?" select="$actions[@type = 'received'][1]/lp:agent[1]"/>
    <xsl:if test="$from and $to">
      <xsl:sequence select="f:l10n('letter.to', $lang, map { 'from': string($from), 'to': string($to) })"/>
    </xsl:if>
  </xsl:function>

  <!-- The descriptions in a header that are of this letter: in a volume, those that are linked with it. -->
  <xsl:function name="fp:described" as="element(correspDesc)*">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="header" as="element()?"/>
    <xsl:variable name="all" as="element(correspDesc)*" select="$header/profileDesc/correspDesc"/>
    <xsl:sequence select="
        if ($source/self::TEI) then $all
        else $all[$source/@xml:id ! ('#' || .) = tokenize(@corresp) or @xml:id ! ('#' || .) = tokenize($source/@decls)]"/>
  </xsl:function>

  <!-- The title of the letter itself, not of its series, nor a date that is called a title. -->
  <xsl:function name="fp:title" as="xs:string">
    <xsl:param name="header" as="element()?"/>
    <xsl:variable name="titles" as="element(title)*"
                  select="$header/fileDesc/titleStmt/title[not(@level = 's') and not(@type = ('iso-date', 'sub', 'short'))]"/>
    <xsl:sequence select="f:line(($titles[@level = 'a'], $titles[@type = ('main', 'complete')], $titles)[1])"/>
  </xsl:function>

  <!-- A date by which letters can be put in order; empty where nothing is known. -->
  <xsl:function name="fp:sort-date" as="xs:string">
    <xsl:param name="date" as="element(date)?"/>
    <xsl:sequence select="string(($date/@when, $date/@when-iso, $date/@from, $date/@notBefore, $date/@notAfter, $date/@to)
                                 [matches(., '^-?\d{4}')][1] ! substring(., 1, 10))"/>
  </xsl:function>

  <!-- The day on which a file was last changed, by its own word; empty if it names none. -->
  <xsl:function name="fp:changed" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)?"/>
    <xsl:variable name="days" as="xs:string*"
                  select="$header/revisionDesc//change/@when ! substring(., 1, 10)[. castable as xs:date]"/>
    <xsl:sequence select="max($days)"/>
  </xsl:function>

  <xsl:function name="fp:relation" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="said" as="xs:string" select="$ref/@type || ' ' || $ref/@subtype"/>
    <xsl:sequence select="if (matches($said, 'prev|before')) then 'prev'
                          else if (matches($said, 'next|after')) then 'next'
                          else if (matches($said, 'belongsTo')) then 'correspondence'
                          else 'related'"/>
  </xsl:function>

  <!-- Who, where, when. -->
  <xsl:mode name="fp:action" on-no-match="shallow-skip"/>

  <!-- Whoever a note names has not therefore sent or received the letter. -->
  <xsl:template match="note" mode="fp:action" as="empty-sequence()"/>

  <xsl:template match="persName | orgName | name | rs" mode="fp:action" as="element(lp:agent)">
    <lp:agent kind="{(f:kind(.)[. ne ''], 'person')[1]}">
      <xsl:sequence select="fp:attribute('ref', f:refs(.)[1])"/>
      <xsl:text>{if (self::orgName) then f:line(.) else fp:reading-order(f:line(.))}</xsl:text>
    </lp:agent>
  </xsl:template>

  <!--
    "Hofmannsthal, Hugo von" as it is read: "Hugo von Hofmannsthal". Longer names are no persons',
    whatever they are tagged as: "Ministerium für Wissenschaft, Kunst und Volksbildung".
  -->
  <xsl:function name="fp:reading-order" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="replace($name, '^(\S+(?: \S+)?), ([^,]+)$', '$2 $1')"/>
  </xsl:function>

  <xsl:template match="placeName | settlement | geogName | country" mode="fp:action" as="element(lp:place)">
    <lp:place>
      <xsl:sequence select="fp:attribute('ref', f:refs(.)[1])"/>
      <xsl:text>{f:line(.)}</xsl:text>
    </lp:place>
  </xsl:template>

  <xsl:template match="date" mode="fp:action" as="element(lp:date)">
    <xsl:param name="lang" as="xs:string"/>
    <lp:date>
      <xsl:copy-of select="@when, @from, @to, @notBefore, @notAfter, @cert"/>
      <xsl:text>{(fp:said-date(., $lang)[. ne ''], f:line(.)[. ne ''], f:l10n('date.unknown', $lang))[1]}</xsl:text>
    </lp:date>
  </xsl:template>

  <!-- A date as its attributes have it; the element's own words where they say nothing exact. -->
  <xsl:function name="fp:said-date" as="xs:string">
    <xsl:param name="date" as="element(date)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="written" as="xs:string" select="f:line($date)"/>
    <xsl:choose>
      <!-- What the editors doubt or add stands in their words alone. -->
      <xsl:when test="$written ne '' and (not($date/@when) or matches($written, '[\[\]?]'))">{$written}</xsl:when>
      <xsl:when test="$date/@when">{f:date($date/@when, $lang)}</xsl:when>
      <xsl:when test="$date/@from and $date/@to">{
        f:l10n('date.range', $lang, map { 'from': f:date($date/@from, $lang), 'to': f:date($date/@to, $lang) }) }</xsl:when>
      <xsl:when test="$date/@notBefore and $date/@notAfter">{
        f:l10n('date.range', $lang, map { 'from': f:date($date/@notBefore, $lang), 'to': f:date($date/@notAfter, $lang) }) }</xsl:when>
      <xsl:when test="$date/@notBefore">{f:l10n('date.after', $lang, map { 'date': f:date($date/@notBefore, $lang) })}</xsl:when>
      <xsl:when test="$date/@notAfter">{f:l10n('date.before', $lang, map { 'date': f:date($date/@notAfter, $lang) })}</xsl:when>
      <xsl:otherwise>{f:date(string(($date/@from, $date/@to)[1]), $lang)}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A source as one line: a bibl as it is written, a biblStruct put together. -->
  <xsl:function name="fp:bibliography" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:choose>
      <xsl:when test="$source/self::bibl">{f:line($source)}</xsl:when>
      <xsl:when test="$source/self::biblStruct">
        <xsl:variable name="parts" as="xs:string*"
                      select="string-join($source//author ! f:line(.)[. ne ''], ', '),
                              $source//title ! f:line(.),
                              string-join($source//editor ! f:line(.)[. ne ''], ', '),
                              string-join($source//imprint/(pubPlace | publisher | date) ! f:line(.)[. ne ''], ', '),
                              $source//biblScope ! f:line(.)"/>
        <xsl:sequence select="string-join($parts[. ne ''], '. ')"/>
      </xsl:when>
      <xsl:otherwise>{string-join($source//text()[normalize-space() ne ''] ! normalize-space(.), ', ')}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    Each name with a reference, in the order of the text: one lp:mention for each id it refers to,
    with some words before and after it, those of its block or note.
  -->
  <xsl:function name="fp:mentions" as="element(lp:mention)*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="first-page" as="xs:string?"/>
    <xsl:for-each select="$letter//rs[@ref]">
      <xsl:variable name="name" as="element(rs)" select="."/>
      <xsl:variable name="block" as="element()?" select="(ancestor::*[matches(@xml:id, '^[pb]\d+$')])[last()]"/>
      <xsl:variable name="note" as="element(note)?" select="ancestor::note[1]"/>
      <xsl:variable name="page" as="element(pb)?" select="preceding::pb[1]"/>
      <xsl:variable name="frame" as="element()?"
                    select="ancestor::*[self::note or self::p or self::ab or self::head or self::l or self::item
                                        or self::cell or self::label or self::salute or self::signed
                                        or self::dateline or self::byline or self::addrLine][1]"/>
      <xsl:variable name="before" as="xs:string"
                    select="fp:last-words(preceding::text()[position() le 20][fp:is-own(., $frame)])"/>
      <xsl:variable name="after" as="xs:string"
                    select="fp:first-words(following::text()[position() le 20][fp:is-own(., $frame)])"/>
      <xsl:for-each select="tokenize(@ref)">
        <lp:mention ref="{.}" at="{$name/@xml:id}">
          <xsl:sequence select="fp:attribute('kind', $name/@type), fp:attribute('block', $block/@xml:id),
                                fp:attribute('note', $note/@n), fp:attribute('page', if ($page) then $page/@n else $first-page)"/>
          <!-- A space at the end, or none, tells whether the name goes on from the word before. -->
          <xsl:attribute name="before" select="$before"/>
          <xsl:attribute name="after" select="$after"/>
          <xsl:text>{normalize-space(string-join($name//text()[not(ancestor::note intersect $name//note)]))}</xsl:text>
        </lp:mention>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- True of a text of this block or note, not of a note in it. -->
  <xsl:function name="fp:is-own" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="frame" as="element()?"/>
    <xsl:variable name="nearest" as="element()?"
                  select="$text/ancestor::*[self::note or . is $frame][1]"/>
    <xsl:sequence select="exists($frame) and $nearest is $frame"/>
  </xsl:function>

  <!-- Some eight words from the end, with the space after them if there is one. -->
  <xsl:function name="fp:last-words" as="xs:string">
    <xsl:param name="texts" as="text()*"/>
    <xsl:sequence select="replace(replace(string-join($texts), '\s+', ' '), '^.* ((?:\S+ ){7}\S* ?)$', '… $1')"/>
  </xsl:function>

  <xsl:function name="fp:first-words" as="xs:string">
    <xsl:param name="texts" as="text()*"/>
    <xsl:sequence select="replace(replace(string-join($texts), '\s+', ' '), '^( ?\S*(?: \S+){7}) .*$', '$1 …')"/>
  </xsl:function>

</xsl:stylesheet>
