<?xml version="1.0" encoding="UTF-8"?>
<!-- Small questions that several modules ask of any TEI: names, references, languages. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- ISO 639-2 codes and old names that editions use, as BCP 47 wants them. -->
  <xsl:variable name="fp:languages" as="map(xs:string, xs:string)"
                select="map {
                          'deu': 'de', 'ger': 'de', 'eng': 'en', 'fra': 'fr', 'fre': 'fr', 'ita': 'it',
                          'lat': 'la', 'rus': 'ru', 'spa': 'es', 'por': 'pt', 'nld': 'nl', 'dut': 'nl',
                          'dan': 'da', 'dk': 'da', 'swe': 'sv', 'nor': 'no', 'pol': 'pl', 'ces': 'cs',
                          'cze': 'cs', 'hun': 'hu', 'heb': 'he', 'ara': 'ar', 'ell': 'el', 'gre': 'el',
                          'grk': 'grc', 'en-UK': 'en-GB', 'ukr': 'uk', 'tur': 'tr', 'yid': 'yi' }"/>

  <!-- A language tag as BCP 47 (RFC 5646) has it. -->
  <xsl:function name="f:lang" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:sequence select="($fp:languages($tag), translate($tag, '_', '-'))[1]"/>
  </xsl:function>

  <!-- The language that a document's text is in, by its own word; English where it says nothing. -->
  <xsl:function name="f:text-lang" as="xs:string">
    <xsl:param name="tei" as="element()"/>
    <xsl:variable name="used" as="element(language)*"
                  select="($tei/ancestor-or-self::*/teiHeader/profileDesc/langUsage[language/@ident])[last()]/language[@ident]"/>
    <xsl:variable name="most" as="element(language)?"
                  select="sort($used, (), function($l) {
                            -number(($l/@usage[. castable as xs:double], 0)[1]) })[1]"/>
    <xsl:sequence select="f:lang(string(($tei/text/@xml:lang, $most/@ident, $tei/ancestor-or-self::*[@xml:lang][1]/@xml:lang, 'en')
                                        [. ne ''][1]))"/>
  </xsl:function>

  <!-- The language of a letter or part: its own, else that of what it stands in. -->
  <xsl:function name="f:lang-of" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="said" as="attribute()?"
                  select="$source[not(self::TEI)]/ancestor-or-self::*[ancestor-or-self::text][@xml:lang ne ''][1]/@xml:lang"/>
    <xsl:sequence select="if ($said) then f:lang($said) else f:text-lang($source/ancestor-or-self::TEI[1])"/>
  </xsl:function>

  <!-- What an element that names something names: person, place, org, event, work, or its own type. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="type" as="xs:string" select="lower-case(string($name/@type))"/>
    <xsl:choose>
      <xsl:when test="$name/self::persName or $name/self::author or $name/self::editor
                      or $name/self::person">person</xsl:when>
      <xsl:when test="$name/self::placeName or $name/self::geogName or $name/self::settlement
                      or $name/self::country or $name/self::region or $name/self::district
                      or $name/self::bloc or $name/self::place">place</xsl:when>
      <xsl:when test="$name/self::orgName or $name/self::org">org</xsl:when>
      <xsl:when test="$name/self::eventName or $name/self::event">event</xsl:when>
      <xsl:when test="$name/self::title or $name/self::bibl or $name/self::biblStruct">work</xsl:when>
      <xsl:when test="$type = ('pers', 'people', 'personname')">person</xsl:when>
      <xsl:when test="$type = ('geo', 'placename', 'city', 'country')">place</xsl:when>
      <xsl:when test="$type = ('organisation', 'organization', 'institution', 'orgname')">org</xsl:when>
      <xsl:when test="$type = ('bibl', 'title', 'literature')">work</xsl:when>
      <xsl:otherwise>{$type}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!--
    The ids that an element refers to, without "#" or the file before it. Editions say it in @ref,
    @key or (names in FRUS) @corresp. Passages of the Bible are not ids.
  -->
  <xsl:function name="f:refs" as="xs:string*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="said" as="attribute()?"
                  select="($name/@ref, $name/@key, $name/self::persName/@corresp)[normalize-space() ne ''][1]"/>
    <xsl:if test="$said and not($name/@type = 'bible')">
      <xsl:sequence select="tokenize($said) ! (if (matches(., '^https?:')) then . else replace(., '^.*#', ''))"/>
    </xsl:if>
  </xsl:function>

  <!-- Notes that are part of the running text, as some editions print source lines; what an entry says in a note. -->
  <xsl:function name="f:is-running" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@rend = 'inline' or $note/@place = 'inline'
                          or exists($note/parent::*[local-name() = ($fp:lists, $fp:entries)])"/>
  </xsl:function>

  <!-- Lists of persons and the like, and what they list. -->
  <xsl:variable name="fp:lists" as="xs:string+"
                select="'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listRelation'"/>
  <xsl:variable name="fp:entries" as="xs:string+" select="'person', 'personGrp', 'place', 'org', 'event', 'relation'"/>

  <!--
    Whether a list in a text is a register, or stands in one: each of its words belongs to an entry
    with an id, so that the edition's registers have it. Any other list is text, as it stands.
  -->
  <xsl:function name="f:is-register" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <!-- The outermost decides. -->
    <xsl:variable name="list" as="element()?"
                  select="($node/self::*[local-name() = $fp:lists or self::listBibl]
                           /ancestor-or-self::*[local-name() = $fp:lists or self::listBibl[parent::back]])[1]"/>
    <xsl:sequence select="exists($list)
                          and empty($list//text()[normalize-space()]
                                          [not(ancestor::*[self::person or self::place or self::org or self::event
                                                           or self::bibl or self::biblStruct][@xml:id])])"/>
  </xsl:function>

  <!-- The text of a header's element on one line: line breaks part words. -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="node" as="node()*"/>
    <xsl:sequence select="normalize-space(string-join(
                            for $n in $node/descendant-or-self::node()[self::text() or self::lb]
                            return if ($n instance of text()) then string($n) else ' '))"/>
  </xsl:function>

  <!-- The words of an element as they stand, on one line, without notes. -->
  <xsl:function name="fp:words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="normalize-space(string-join(
        for $node in $element//(text() | lb)[not(ancestor::note or ancestor::*[self::corr or self::reg or self::expan]/parent::choice)]
        return if ($node/self::lb) then ' ' else string($node)))"/>
  </xsl:function>

  <!-- A licence in a line: some editions copy its whole text, where the link says enough. -->
  <xsl:function name="fp:licence" as="xs:string">
    <xsl:param name="licence" as="element(licence)?"/>
    <xsl:variable name="text" as="xs:string" select="f:line($licence)"/>
    <xsl:sequence select="if (string-length($text) gt 300 and $licence/@target) then string($licence/@target) else $text"/>
  </xsl:function>

</xsl:stylesheet>
