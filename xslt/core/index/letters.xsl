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
  <xsl:function name="f:letter" as="element(lp:letter)">
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
    <xsl:variable name="told" as="element(lp:action)*" select="
        (if (exists($actions)) then fp:actions($actions)
         else (fp:described-parties($header[$own]/profileDesc/particDesc), fp:inferred-actions($source))
              => fp:first-of-each-type())
        => fp:with-date($source, $lang)"/>
    <lp:letter id="{$id}" file="{$path}" lang="{$lang}">
      <xsl:attribute name="title" select="((fp:title($own), fp:words($source[not(self::TEI)]/head[1]))[. ne ''],
                                           fp:pair-title($told[not($own)], $lang),
                                           f:l10n('letter.untitled', $lang))[1]"/>
      <xsl:sequence select="fp:attribute('sort', ($told[@type = 'sent']/lp:date, fp:datelines($source)//date)[fp:sort-date(.) ne ''][1] ! fp:sort-date(.)),
                            fp:attribute('n', ($actions[@type = 'sent']/date)[1]/@n), fp:attribute('number', fp:number($source)),
                            fp:attribute('changed', fp:changed($header)), fp:attribute('series', fp:series($header)),
                            map:for-each($place, fp:attribute#2)"/>
      <xsl:sequence select="$told"/>
      <xsl:for-each select="$described/correspContext/ref">
        <lp:context>
          <xsl:sequence select="fp:attribute('rel', fp:relation(.)), fp:attribute('target', @target)"/>
          <xsl:text>{f:line(.)}</xsl:text>
        </lp:context>
      </xsl:for-each>
      <!-- In the order of the header: what it names first, the text is taken from. -->
      <xsl:variable name="sources" as="element()*"
                    select="$header/fileDesc/sourceDesc//((bibl | biblFull | biblStruct)[not(ancestor::bibl or ancestor::msDesc)] | msDesc/msIdentifier)"/>
      <xsl:for-each select="$header/fileDesc/sourceDesc/(p | ab)[normalize-space()][empty($sources)]">
        <lp:source>{f:line(.)}</lp:source>
      </xsl:for-each>
      <xsl:for-each select="$sources">
        <xsl:choose>
          <xsl:when test="self::msIdentifier">
            <lp:source type="manuscript">{string-join((* except altIdentifier) ! f:line(.)[. ne ''], ', ')}</lp:source>
            <xsl:for-each select="altIdentifier">
              <lp:source type="copy">{string-join((* except note) ! f:line(.)[. ne ''], ', ')}</lp:source>
            </xsl:for-each>
          </xsl:when>
          <xsl:otherwise>
            <lp:source type="print">
              <xsl:sequence select="fp:attribute('id', @xml:id)"/>
              <xsl:sequence select="fp:attribute('target', (.//ref/@target, .//ptr/@target, .//idno[starts-with(., 'http')])[1])"/>
              <xsl:text>{fp:bibliography(., $lang)}</xsl:text>
            </lp:source>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <xsl:sequence select="$header/fp:physical(.)"/>
      <!-- Those that no page break leads to. -->
      <xsl:for-each select="distinct-values($source[self::TEI]/facsimile//graphic/@url/normalize-space()[. ne ''])[not(. = $normalised//pb/@facs)]">
        <lp:facsimile target="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="($headers/fileDesc/publicationStmt/availability/licence)[1]">
        <lp:licence>
          <xsl:sequence select="fp:attribute('target', @target)"/>
          <xsl:text>{fp:licence(.)}</xsl:text>
        </lp:licence>
      </xsl:for-each>
      <xsl:for-each select="$headers/fileDesc/titleStmt[(editor | respStmt | funder)[normalize-space()]][1]">
        <xsl:sequence select="fp:makers(.)"/>
      </xsl:for-each>
      <xsl:for-each select="$headers[encodingDesc/editorialDecl[normalize-space()]][1]">
        <lp:policy>
          <xsl:apply-templates select="encodingDesc/editorialDecl" mode="m:prose"/>
        </lp:policy>
      </xsl:for-each>
      <xsl:sequence select="fp:mentions($normalised, $place?page)"/>
    </lp:letter>
  </xsl:function>

  <!-- Who edited, who did what for it, who paid: as a header names them. -->
  <xsl:function name="fp:makers" as="element()*">
    <xsl:param name="stated" as="element(titleStmt)"/>
    <!-- Several may stand in one element, as they are looked up: "Müller, Martin". -->
    <xsl:for-each select="$stated/editor/((name | persName | orgName), .[not(name | persName | orgName)])[normalize-space()]">
      <xsl:variable name="name" as="xs:string" select="f:line(.//text()[not(ancestor::email)])"/>
      <lp:editor>
        <xsl:sequence select="fp:attribute('email', (ancestor-or-self::editor//email)[1]),
                              fp:attribute('sort', $name[fp:reading-order(.) ne .])"/>
        <xsl:text>{fp:reading-order($name)}</xsl:text>
      </lp:editor>
    </xsl:for-each>
    <xsl:for-each select="$stated/(. | ../editionStmt)/respStmt[normalize-space(string-join(resp))][* except (resp | note)]">
      <lp:responsible for="{string-join(resp ! f:line(.), ', ')}">{
        string-join((* except (resp | note)) ! fp:reading-order(f:line(.))[. ne ''], ', ')}</lp:responsible>
    </xsl:for-each>
    <xsl:for-each select="$stated/funder[normalize-space()]">
      <lp:funder>{string-join(((name | orgName | persName)[normalize-space()], .)[1] ! f:line(.))}</lp:funder>
    </xsl:for-each>
  </xsl:function>

  <!-- What a volume counts a letter as: "document 22", as scholars cite it; nothing where @n holds no number. -->
  <xsl:function name="fp:number" as="xs:string?">
    <xsl:param name="source" as="element()"/>
    <xsl:sequence select="$source[@type = ('document', 'letter')]/@n[matches(., '\d|^[IVXLC]+$')]
                          ! string-join((../@type, normalize-space(.)), ' ')"/>
  </xsl:function>

  <!-- What a letter of a volume without a head is called: who wrote to whom. -->
  <xsl:function name="fp:pair-title" as="xs:string?">
    <xsl:param name="actions" as="element(lp:action)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="from" as="element(lp:agent)?" select="$actions[@type = 'sent'][1]/lp:agent[1]"/>
    <xsl:variable name="to" as="element(lp:agent)?" select="$actions[@type = 'received'][1]/lp:agent[1]"/>
    <xsl:if test="normalize-space($from) and normalize-space($to)">
      <xsl:sequence select="f:l10n('letter.to', $lang, map { 'from': string($from), 'to': string($to) })"/>
    </xsl:if>
  </xsl:function>

  <!-- The descriptions in a header that are of this letter: those that it is linked with; in a volume no others. -->
  <xsl:function name="fp:described" as="element(correspDesc)*">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="header" as="element()?"/>
    <xsl:variable name="all" as="element(correspDesc)*" select="$header/profileDesc/correspDesc"/>
    <xsl:variable name="texts" as="element()*" select="($source/self::TEI/text, $source[not(self::TEI)])"/>
    <xsl:variable name="linked" as="element(correspDesc)*" select="
        $all[$texts/@xml:id ! ('#' || .) = tokenize(@corresp) or @xml:id ! ('#' || .) = $texts/@decls ! tokenize(.)]"/>
    <xsl:sequence select="if ($source/self::TEI and empty($linked)) then $all else $linked"/>
  </xsl:function>

  <!-- The title of the letter itself, not of its series, nor a date that is called a title. -->
  <xsl:function name="fp:title" as="xs:string">
    <xsl:param name="header" as="element()?"/>
    <xsl:variable name="titles" as="element(title)*"
                  select="$header/fileDesc/titleStmt/title[normalize-space()][not(@level = 's') and not(@type = ('iso-date', 'sub', 'short'))]"/>
    <xsl:sequence select="f:line(($titles[@level = 'a'], $titles[@type = ('main', 'complete')], $titles)[1])"/>
  </xsl:function>

  <!-- What a letter's header calls the edition that it belongs to. -->
  <xsl:function name="fp:series" as="xs:string?">
    <xsl:param name="header" as="element()?"/>
    <xsl:sequence select="$header/fileDesc/(titleStmt/title[@level = 's'], editionStmt/edition/title, seriesStmt/title)[normalize-space()][1] ! f:line(.)"/>
  </xsl:function>

  <!-- A date by which letters can be put in order; empty where nothing is known. -->
  <xsl:function name="fp:sort-date" as="xs:string">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="points" as="attribute()*" select="fp:points($date)"/>
    <xsl:sequence select="string((for $name in ('when', 'from', 'notBefore', 'notAfter', 'to')
                                  return $points[name() = $name][matches(., '^-?\d{4}')])[1] ! substring(., 1, 10))"/>
  </xsl:function>

  <!-- What a date's attributes say, those of ISO 8601 as well (when-iso …), without the time of the day. -->
  <xsl:function name="fp:points" as="attribute()*">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="said" as="map(xs:string, xs:string)" select="
        map:merge($date/(@when, @from, @to, @notBefore, @notAfter, @when-iso, @from-iso, @to-iso, @notBefore-iso, @notAfter-iso)
                  ! map:entry(substring-before(name() || '-', '-'), replace(., '^(-?\d{4,}-\d\d-\d\d)T.*$', '$1')),
                  map { 'duplicates': 'use-first' })"/>
    <!-- From one hour of a day to another is that day. -->
    <xsl:variable name="day" as="xs:string?"
                  select="$said?notBefore[. eq $said?notAfter and $date/(@notBefore, @notBefore-iso) = $date/(@notBefore, @notBefore-iso)[contains(., 'T')]]"/>
    <xsl:choose>
      <xsl:when test="exists($day) and empty($said?when)">
        <xsl:attribute name="when" select="$day"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="for $name in ('when', 'from', 'to', 'notBefore', 'notAfter') return fp:attribute($name, $said($name))"/>
      </xsl:otherwise>
    </xsl:choose>
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

  <!--
    A date's attributes; and its own words, where they tell more: a doubt or an addition of the
    editors, a day in two calendars, or what no attribute says. f:period words what has none.
  -->
  <xsl:function name="fp:dated" as="element(lp:date)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="points" as="attribute()*" select="fp:points($element)"/>
    <lp:date>
      <xsl:sequence select="$points"/>
      <!-- What only a program has written is none of the editors' words. -->
      <xsl:text>{f:line($element/self::date)[not(matches(., '^\d{4}-\d\d-\d\dT\d'))]
                                            [not($points[name() = 'when']) or fp:tells-more(.)]}</xsl:text>
    </lp:date>
  </xsl:function>

  <xsl:function name="fp:tells-more" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="matches($words, '[\[\]?]|^\D*\d+\.?( \p{L}+)? ?/ ?\d+[^/]*$')
        or tokenize(lower-case($words), '\P{L}+') = ('um', 'ca', 'circa', 'vor', 'nach', 'vermutlich', 'wohl', 'oder',
                                                     'about', 'before', 'after', 'probably', 'or')"/>
  </xsl:function>

  <!-- A source as one line: a bibl as it is written, a biblStruct put together. -->
  <xsl:function name="fp:bibliography" as="xs:string">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$source/self::bibl">{f:line($source)}</xsl:when>
      <xsl:when test="$source/self::biblStruct">
        <xsl:variable name="authors" as="xs:string*" select="$source//author ! fp:reading-order(f:line(.))[. ne '']"/>
        <xsl:variable name="editors" as="xs:string*" select="$source//editor ! fp:reading-order(f:line(.))[. ne '']"/>
        <xsl:variable name="imprint" as="element()*" select="$source//imprint[1]/*[normalize-space()]"/>
        <xsl:variable name="place" as="xs:string" select="string-join($imprint[self::pubPlace] ! f:line(.), ', ')"/>
        <xsl:variable name="publisher" as="xs:string" select="string-join($imprint[self::publisher] ! f:line(.), ', ')"/>
        <!-- "Ada Ash: Letters. Edited by Ben Bell. London: Press, 1900, p. 12." -->
        <xsl:sequence select="string-join((
            string-join((f:enumeration($authors, $lang)[. ne ''], string-join($source//title ! f:line(.)[. ne ''], '. ')), ': '),
            f:l10n('print.edited-by', $lang, map { 'editors': f:enumeration($editors, $lang) })[exists($editors)],
            string-join((string-join(($place, $publisher)[. ne ''], ': ')[. ne ''], $imprint[self::date] ! f:line(.),
                         $source//biblScope ! fp:scope(., $lang)[. ne '']), ', ')[. ne '']), '. ')"/>
      </xsl:when>
      <xsl:otherwise>{string-join($source//text()[normalize-space() ne ''] ! normalize-space(.), ', ')}</xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- "p. 12" of a page that is a number alone. -->
  <xsl:function name="fp:scope" as="xs:string">
    <xsl:param name="scope" as="element(biblScope)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="said" as="xs:string" select="f:line($scope)"/>
    <xsl:sequence select="
                          if ($scope/@unit = ('pp', 'page', 'pages') and matches($said, '^\d')) then f:l10n('entry.page', $lang, map { 'page': $said })
                          else $said"/>
  </xsl:function>

  <!--
    Each name with a reference, in the order of the text: one lp:mention for each id it refers to,
    with some words before and after it, those of its block or note.
  -->
  <xsl:function name="fp:mentions" as="element(lp:mention)*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="first-page" as="xs:string?"/>
    <xsl:variable name="names" as="element(rs)*" select="$letter//rs[@ref]"/>
    <xsl:variable name="pages" as="element(pb)*" select="$letter//pb"/>
    <xsl:variable name="said" as="map(xs:string, node()*)" select="map:merge($names/fp:frame(.) ! map:entry(generate-id(), fp:pieces(.)))"/>
    <xsl:for-each select="$names">
      <xsl:variable name="name" as="element(rs)" select="."/>
      <xsl:variable name="block" as="element()?" select="(ancestor::*[matches(@xml:id, '^[pb]\d+$')])[last()]"/>
      <xsl:variable name="note" as="element(note)?" select="ancestor::note[1]"/>
      <xsl:variable name="page" as="element(pb)?" select="$pages[. &lt;&lt; $name][last()]"/>
      <xsl:variable name="said" as="node()*" select="fp:frame(.) ! $said(generate-id())"/>
      <xsl:variable name="before" as="xs:string"
                    select="fp:last-words($said[. &lt;&lt; $name][position() gt last() - 30])"/>
      <xsl:variable name="after" as="xs:string"
                    select="fp:first-words($said[. &gt;&gt; $name and not(ancestor::rs[. is $name])][position() le 30])"/>
      <xsl:for-each select="tokenize(@ref)">
        <lp:mention ref="{.}" at="{$name/@xml:id}">
          <xsl:sequence select="fp:attribute('kind', $name/@type), fp:attribute('block', $block/@xml:id),
                                fp:attribute('note', $note/@n), fp:attribute('page', if ($page) then $page/@n else $first-page)"/>
          <!-- A space at the end, or none, tells whether the name goes on from the word before. -->
          <xsl:attribute name="before" select="$before"/>
          <xsl:attribute name="after" select="$after"/>
          <xsl:text>{normalize-space(f:run-on(fp:pieces($name)))}</xsl:text>
        </lp:mention>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- The block or note in which a name stands. -->
  <xsl:function name="fp:frame" as="element()?">
    <xsl:param name="name" as="element(rs)"/>
    <xsl:sequence select="$name/ancestor::*[self::note or self::p or self::ab or self::head or self::l or self::item
                                            or self::cell or self::label or self::salute or self::signed
                                            or self::dateline or self::byline or self::addrLine][1]"/>
  </xsl:function>

  <!-- The texts, breaks and references of a block, note or name, without those of notes in it. -->
  <xsl:function name="fp:pieces" as="node()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="node()*" select="$element//node()[self::text() or self::lb or self::ref[not(node())]]"/>
    <xsl:sequence select="if (empty($element//note)) then $said
                          else $said[ancestor::*[self::note or . is $element][1] is $element]"/>
  </xsl:function>

  <!-- Some eight words from the end, with the space after them if there is one. -->
  <xsl:function name="fp:last-words" as="xs:string">
    <xsl:param name="texts" as="node()*"/>
    <xsl:variable name="all" as="xs:string" select="f:run-on($texts)"/>
    <xsl:variable name="line" as="xs:string" select="fp:enough(substring($all, string-length($all) - 150), $all)"/>
    <xsl:variable name="words" as="xs:string*" select="fp:parted($line)"/>
    <xsl:sequence select="if (count($words) le 8) then $line
                          else '… ' || string-join($words[position() gt count($words) - 8], ' ')"/>
  </xsl:function>

  <xsl:function name="fp:first-words" as="xs:string">
    <xsl:param name="texts" as="node()*"/>
    <xsl:variable name="all" as="xs:string" select="f:run-on($texts)"/>
    <xsl:variable name="line" as="xs:string" select="fp:enough(substring($all, 1, 150), $all)"/>
    <xsl:variable name="words" as="xs:string*" select="fp:parted($line)"/>
    <xsl:variable name="most" as="xs:integer" select="if (starts-with($line, ' ') and count($words) gt 9) then 9 else 8"/>
    <xsl:sequence select="if (count($words) le 8) then $line
                          else string-join($words[position() le $most], ' ') || ' …'"/>
  </xsl:function>

  <!-- A piece of a text, as one line, where it has more words than are wanted, even without one that is cut off; else all of it. -->
  <xsl:function name="fp:enough" as="xs:string">
    <xsl:param name="piece" as="xs:string"/>
    <xsl:param name="all" as="xs:string"/>
    <xsl:sequence select="f:spaced(if (count(tokenize($piece)) gt 10) then $piece else $all)"/>
  </xsl:function>

  <!-- The words of a line; an empty one stands before a space at its beginning and after one at its end. -->
  <xsl:function name="fp:parted" as="xs:string*">
    <xsl:param name="line" as="xs:string"/>
    <xsl:sequence select="''[starts-with($line, ' ')], tokenize($line), ''[ends-with($line, ' ')]"/>
  </xsl:function>

</xsl:stylesheet>
