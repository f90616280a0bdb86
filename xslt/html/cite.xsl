<?xml version="1.0" encoding="UTF-8"?>
<!-- How a letter is cited: in words, and for programs as BibTeX, RIS and CSL-JSON. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The citation among the facts about a letter; below it the same for programs. -->
  <xsl:template name="t:cite" as="element()+">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element()"/>
    <dt>{f:l10n('letter.cite', $fp:ui)}</dt>
    <dd>
      <p>
        <xsl:text>{f:letter-citation($record)}</xsl:text>
        <xsl:for-each select="f:absolute(f:letter-path($record/@id))">
          <xsl:text> </xsl:text>
          <a href="{.}">{.}</a>
        </xsl:for-each>
      </p>
      <details class="cite" data-copy="{f:l10n('cite.copy', $fp:ui)}"
               data-copied="{f:l10n('cite.copied', $fp:ui)}">
        <summary>{f:l10n('cite.programs', $fp:ui)}</summary>
        <xsl:variable name="forms" as="map(xs:string, xs:string)*" select="
            map { 'label': 'BibTeX', 'text': f:bibtex($record) },
            map { 'label': 'RIS', 'text': f:ris($record) },
            map { 'label': 'CSL-JSON',
                  'text': serialize(f:csl($record), map { 'method': 'json', 'indent': true() })
                          => replace('\/', '/', 'q') }"/>
        <xsl:for-each select="$forms">
          <figure>
            <figcaption>{?label}</figcaption>
            <pre translate="no">{replace(translate(?text, '&#13;', ''), '\n+$', '')}</pre>
          </figure>
        </xsl:for-each>
      </details>
    </dd>
  </xsl:template>

  <!-- ============================================================== names -->

  <!--
    A name in its parts where the register or the name itself tells them, else as it is. A register
    sorts persons by "Family, Given".
  -->
  <xsl:function name="fp:name-parts" as="map(xs:string, xs:string)">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element(lp:entry)?" select="f:entries-for($name/@ref)[1]"/>
    <xsl:variable name="sorted" as="xs:string"
                  select="string(($entry[@kind = 'person']/@sort, $name/@sort, $name[not(@kind = 'org')])[contains(., ', ')][1])"/>
    <xsl:sequence select="if ($sorted)
        then map { 'family': substring-before($sorted, ', '), 'given': substring-after($sorted, ', ') }
        else map { 'literal': normalize-space($name) }"/>
  </xsl:function>

  <xsl:function name="fp:authors" as="map(xs:string, xs:string)*">
    <xsl:param name="letter" as="element()"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="$letter/lp:action[@type = $type]/lp:agent[normalize-space()] ! fp:name-parts(.)"/>
  </xsl:function>

  <xsl:variable name="fp:book-title" as="xs:string"
                select="string-join($fp:edition/(@title, @subtitle)[string()], ': ')"/>

  <xsl:variable name="fp:book-year" as="xs:string?"
                select="f:plain-date($fp:edition/@date) ! substring(., 1, 4)"/>

  <!-- ============================================================= BibTeX -->

  <!-- An entry of BibTeX, which BibLaTeX reads as well. -->
  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="fields" as="map(xs:string, xs:string)*" select="
        fp:field('author', string-join(fp:authors($letter, 'sent') ! fp:bibtex-name(.), ' and ')),
        fp:field('title', fp:bibtex(f:short-title($letter)) ! ('{' || . || '}')),
        fp:field('booktitle', fp:bibtex($fp:book-title) ! ('{' || . || '}')),
        fp:field('editor', string-join(fp:editors($letter) ! fp:name-parts(.) ! fp:bibtex-name(.), ' and ')),
        fp:field('publisher', $fp:edition/@publisher ! ('{' || fp:bibtex(.) || '}')),
        fp:field('address', $fp:edition/@place ! fp:bibtex(.)),
        fp:field('year', $fp:book-year),
        fp:field('url', f:absolute(f:letter-path($letter/@id))),
        fp:field('langid', $letter/@lang)"/>
    <xsl:sequence select="'@incollection{' || fp:bibtex-key($letter) || ',&#10;'
        || string-join($fields ! ('  ' || ?name || ' = {' || ?value || '}'), ',&#10;') || '&#10;}&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:field" as="map(xs:string, xs:string)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[normalize-space()] ! map { 'name': $name, 'value': . }"/>
  </xsl:function>

  <!-- Braces keep what isn't "Family, Given" from being taken apart. -->
  <xsl:function name="fp:bibtex-name" as="xs:string">
    <xsl:param name="name" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="if (map:contains($name, 'family'))
        then '{' || fp:bibtex($name?family) || '}, {' || fp:bibtex($name?given) || '}'
        else '{' || fp:bibtex($name?literal) || '}'"/>
  </xsl:function>

  <xsl:variable name="fp:bibtex-signs" as="map(xs:string, xs:string)" select="map {
      '\': '\textbackslash{}', '{': '\textbraceleft{}', '}': '\textbraceright{}',
      '~': '\textasciitilde{}', '^': '\textasciicircum{}',
      '#': '\#', '$': '\$', '%': '\%', '&amp;': '\&amp;', '_': '\_' }"/>

  <!-- Text as TeX sets it; letters beyond ASCII stay, since today's programs read UTF-8. -->
  <xsl:function name="fp:bibtex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if (not(matches($text, '[\\{}~\^#$%&amp;_]'))) then normalize-space($text)
        else string-join(for $c in string-to-codepoints(normalize-space($text))
                         return ($fp:bibtex-signs(codepoints-to-string($c)), codepoints-to-string($c))[1])"/>
  </xsl:function>

  <!-- A key that every program takes: the letter's id in ASCII; with its place in the edition where
       that changes it, so that no two are the same. -->
  <xsl:function name="fp:bibtex-key" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="plain" as="xs:string" select="
        replace(replace(normalize-unicode($letter/@id, 'NFD'), '\p{M}', ''), '[^A-Za-z0-9.:-]', '-')"/>
    <xsl:sequence select="if ($plain eq $letter/@id) then $plain
        else $plain || ':' || count($letter/preceding-sibling::lp:letter) + 1"/>
  </xsl:function>

  <!-- ================================================================ RIS -->

  <!-- A record of RIS: a line for each tag, ended as the format wants it. -->
  <xsl:function name="f:ris" as="xs:string">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="fields" as="map(xs:string, xs:string)*" select="
        fp:field('TY', 'CHAP'),
        fp:field('ID', fp:bibtex-key($letter)),
        fp:authors($letter, 'sent') ! fp:field('AU', fp:ris-name(.)),
        fp:field('TI', f:short-title($letter)),
        fp:field('T2', $fp:book-title),
        fp:editors($letter) ! fp:field('ED', fp:ris-name(fp:name-parts(.))),
        fp:field('PB', $fp:edition/@publisher),
        fp:field('CY', $fp:edition/@place),
        fp:field('PY', $fp:book-year),
        fp:field('UR', f:absolute(f:letter-path($letter/@id))),
        fp:field('LA', $letter/@lang)"/>
    <xsl:sequence select="string-join(($fields ! (?name || '  - ' || normalize-space(?value)), 'ER  - ')
                                      ! (. || '&#13;&#10;'))"/>
  </xsl:function>

  <xsl:function name="fp:ris-name" as="xs:string">
    <xsl:param name="name" as="map(xs:string, xs:string)"/>
    <xsl:sequence select="string-join(($name?family, $name?given, $name?literal), ', ')"/>
  </xsl:function>

  <!-- ================================================================ CSL -->

  <!-- An item of CSL-JSON, as reference managers and citeproc read it. -->
  <xsl:function name="f:csl" as="map(xs:string, item()*)">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="authors" as="map(xs:string, xs:string)*" select="fp:authors($letter, 'sent')"/>
    <xsl:variable name="recipients" as="map(xs:string, xs:string)*" select="fp:authors($letter, 'received')"/>
    <xsl:variable name="editors" as="map(xs:string, xs:string)*" select="fp:editors($letter) ! fp:name-parts(.)"/>
    <xsl:sequence select="map:merge((
        map:entry('id', string($letter/@id)),
        map:entry('type', 'chapter'),
        map:entry('genre', 'letter')[$letter/self::lp:letter],
        map:entry('title', f:short-title($letter)),
        if (exists($authors)) then map:entry('author', array { $authors }) else (),
        if (exists($recipients)) then map:entry('recipient', array { $recipients }) else (),
        fp:csl-written(f:written($letter)) ! map:entry('original-date', .),
        map:entry('container-title', $fp:book-title),
        if (exists($editors)) then map:entry('editor', array { $editors }) else (),
        $fp:edition/@publisher ! map:entry('publisher', string(.)),
        $fp:edition/@place ! map:entry('publisher-place', string(.)),
        f:plain-date($fp:edition/@date) ! map:entry('issued', fp:csl-date(.)),
        f:absolute(f:letter-path($letter/@id)) ! map:entry('URL', .),
        $letter/@lang[string()] ! map:entry('language', string(.))))"/>
  </xsl:function>

  <!-- When a letter was written: a day, or the first and the last; not exact where these are limits. -->
  <xsl:function name="fp:csl-written" as="map(xs:string, item())?">
    <xsl:param name="date" as="element(lp:date)?"/>
    <xsl:variable name="limits" as="xs:boolean" select="exists($date[not(@when or @from)]/@notBefore)"/>
    <xsl:variable name="first" as="xs:string?" select="$date/(@when, @from, @notBefore)[1] ! f:plain-date(.)"/>
    <xsl:variable name="last" as="xs:string?"
                  select="$date[not(@when)]/(if ($limits) then @notAfter else @to) ! f:plain-date(.)"/>
    <xsl:if test="$first">
      <xsl:sequence select="map:merge((fp:csl-date(($first, $last)), map:entry('circa', true())[$limits]))"/>
    </xsl:if>
  </xsl:function>

  <!-- A date, or two for a range. -->
  <xsl:function name="fp:csl-date" as="map(xs:string, item())">
    <xsl:param name="dates" as="xs:string+"/>
    <xsl:sequence select="map { 'date-parts': array {
        $dates ! array { tokenize(., '-') ! xs:integer(.) } } }"/>
  </xsl:function>

</xsl:stylesheet>
