<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words that the program prints, by language. Catalogues are l10n/LANG.xml; a language without
  a catalogue, or a key that it lacks, falls back to English; a key that English lacks is an error.
  docs/languages.md tells what a catalogue has to say.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The languages that have a catalogue; Java looks for them. -->
  <xsl:param name="fp:catalogued" static="yes" as="xs:string+" required="yes"/>

  <!-- The catalogues by language: each a map from key to message. Languages without one have
       quotation marks at least. -->
  <xsl:variable name="fp:catalogues" static="yes" as="map(xs:string, map(xs:string, xs:string))"
                select="map:merge((
                          for $lang in $fp:catalogued return map:entry($lang,
                            map:merge(doc('l10n/' || $lang || '.xml')/messages/message
                                      ! map:entry(string(@key), string(.)))),
                          doc('quotation-marks.xml')/languages/language
                          ! map:entry(string(@code), map:merge((@* except @code)
                                      ! map:entry('print.quote.' || local-name(), string(.))))))"/>

  <!-- The message for a key in a language (BCP 47; only its first part counts); in English where
       there is no catalogue of that language. -->
  <xsl:function name="f:l10n" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="fp:catalogue($key, $lang)($key)"/>
  </xsl:function>

  <!-- The same, with each {name} in it replaced by the argument of that name. -->
  <xsl:function name="f:l10n" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="arguments" as="map(xs:string, item())"/>
    <xsl:sequence select="fp:filled(fp:catalogue($key, $lang)($key), $arguments)"/>
  </xsl:function>

  <!-- The catalogue that has a message: the language's own, else the English one. -->
  <xsl:function name="fp:catalogue" as="map(xs:string, xs:string)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="catalogue" as="map(xs:string, xs:string)?"
                  select="((substring-before($lang || '-', '-'), 'en') ! $fp:catalogues(.)[map:contains(., $key)])[1]"/>
    <xsl:sequence select="if (exists($catalogue)) then $catalogue
                          else error(xs:QName('f:no-message'), 'No message ' || $key)"/>
  </xsl:function>

  <xsl:function name="fp:filled" as="xs:string">
    <xsl:param name="message" as="xs:string"/>
    <xsl:param name="arguments" as="map(xs:string, item())"/>
    <xsl:sequence select="fold-left(map:keys($arguments), $message, function($text, $name) {
                            fp:put($text, '{' || $name || '}', string($arguments($name)))
                          })"/>
  </xsl:function>

  <!-- A value in the place of a sign. Every page has very many messages: no patterns. -->
  <xsl:function name="fp:put" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="if (contains($text, $sign))
                          then substring-before($text, $sign) || $value || fp:put(substring-after($text, $sign), $sign, $value)
                          else $text"/>
  </xsl:function>

  <!-- "Adenauer", "Adenauer and Spaak", "Adenauer, Spaak and Thompson"; empty for none. -->
  <xsl:function name="f:enumeration" as="xs:string">
    <xsl:param name="items" as="xs:string*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="if (count($items) lt 2) then string($items)
        else f:l10n('list.and', $lang, map {
               'first': string-join($items[position() lt last()], ', '),
               'last': $items[last()] })"/>
  </xsl:function>

  <!-- So many of something: "1 letter", "2 letters". The catalogue has a message for each of its
       forms, $key and ".one" or ".other" or what else its "plural" names. -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="form" as="xs:string"
                  select="tokenize(f:forms($key, $lang), '\n')
                          [matches(string($count), '^(' || substring-before(., ' ') || ')$')][1]"/>
    <xsl:sequence select="fp:filled(substring-after($form, ' '), map { 'count': f:grouped($count, $lang) })"/>
  </xsl:function>

  <!-- A number as readers of the language write it: "4,420", "4.420". -->
  <xsl:function name="f:grouped" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="translate(format-integer($number, '#,##0'), ',', f:l10n('number.group', $lang))"/>
  </xsl:function>

  <!--
    The forms of such a message, for scripts that count: a line for each, the pattern of the numbers
    that it goes with, a space and the message. The first that fits is right, and the last fits all.
  -->
  <xsl:function name="f:forms" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="catalogue" as="map(xs:string, xs:string)"
                  select="fp:catalogue($key || '.other', $lang)"/>
    <xsl:sequence select="string-join((
        for $rule in tokenize($catalogue('plural'))
        return $catalogue($key || '.' || substring-before($rule, '=')) ! (substring-after($rule, '=') || ' ' || .),
        '.* ' || $catalogue($key || '.other')), '&#10;')"/>
  </xsl:function>

  <!--
    A date as a reader of the language writes it: "9 November 1961", "November 1961", "1961".
    $when is a W3C date, month or year; anything else comes back as it is. Saxon's own
    format-date knows English names alone.
  -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="when" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(substring($when, 1, 10), '-')"/>
    <xsl:choose>
      <xsl:when test="matches($when, '^\d{4}-\d\d-\d\d')">
        <xsl:variable name="day" as="xs:string" select="string(number($parts[3]))"/>
        <xsl:sequence select="fp:filled(fp:either('date.day.' || $day, 'date.day', $lang), map {
                                'day': $day,
                                'month': fp:month($parts[2], 'date.day.months', $lang),
                                'year': $parts[1] })"/>
      </xsl:when>
      <xsl:when test="matches($when, '^\d{4}-\d\d$')">
        <xsl:sequence select="f:l10n('date.month', $lang, map {
                                'month': fp:month($parts[2], 'date.months', $lang), 'year': $parts[1] })"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$when"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The day, month or year that a reference without words leads to: an entry of a diary, a list of days. -->
  <xsl:function name="f:day-meant" as="xs:string?">
    <xsl:param name="ref" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="$ref/@target[matches(., '^\d{4}(-\d\d){0,2}$')] ! f:date(., $lang)"/>
  </xsl:function>

  <!-- What a date's attributes say: a day, month or year, or a time between two; empty if nothing. -->
  <xsl:function name="f:period" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="said" as="map(xs:string, xs:string)"
                  select="map:merge($date/@* ! map:entry(name(), f:date(., $lang)))"/>
    <xsl:sequence select="
        if ($said?when) then $said?when
        else if ($said?from and $said?to) then f:l10n('date.range', $lang, map { 'from': $said?from, 'to': $said?to })
        else if ($said?notBefore and $said?notAfter)
             then f:l10n('date.range', $lang, map { 'from': $said?notBefore, 'to': $said?notAfter })
        else if ($said?notBefore) then f:l10n('date.earliest', $lang, map { 'date': $said?notBefore })
        else if ($said?notAfter) then f:l10n('date.latest', $lang, map { 'date': $said?notAfter })
        else string(($said?from, $said?to)[1])"/>
  </xsl:function>

  <!-- Where a mention stands: "p. 46"; "fol. 1r" where the source counts leaves, not pages. -->
  <xsl:function name="f:page" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="f:l10n(if (fp:counts-leaves($number)) then 'entry.leaf' else 'entry.page', $lang, map { 'page': $number })"/>
  </xsl:function>

  <!-- What such a number counts, for those who hear it: "Page", "Leaf". -->
  <xsl:function name="f:page-kind" as="xs:string">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="f:l10n(if (fp:counts-leaves($number)) then 'page.leaf' else 'page.number', $lang)"/>
  </xsl:function>

  <xsl:function name="fp:counts-leaves" as="xs:boolean">
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="matches($number, '^\[?\d+ ?[rv]\]?$')"/>
  </xsl:function>

  <!-- A month's name by itself, by its number. -->
  <xsl:function name="f:month" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="fp:month(string($number), 'date.months', $lang)"/>
  </xsl:function>

  <!-- A month's name as $key has it; the number itself where there is no such month. -->
  <xsl:function name="fp:month" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="(tokenize(fp:either($key, 'date.months', $lang), ' ')[xs:integer(number($number))],
                           $number)[1]"/>
  </xsl:function>

  <!-- The days of the week from Monday on, each with a short name: its first two letters, unless the
       catalogue says another. -->
  <xsl:function name="f:weekdays" as="map(xs:string, xs:string)+">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="short" as="xs:string*"
                  select="tokenize(fp:either('date.weekdays.short', 'date.weekdays', $lang))"/>
    <xsl:sequence select="for-each-pair(tokenize(f:l10n('date.weekdays', $lang)), $short, function($day, $short) {
                            map { 'name': $day, 'short': substring($short, 1, 2) } })"/>
  </xsl:function>

  <!-- What the catalogue says under a key that it may leave out, else under the other, which it has. -->
  <xsl:function name="fp:either" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="catalogue" as="map(xs:string, xs:string)" select="fp:catalogue($otherwise, $lang)"/>
    <xsl:sequence select="($catalogue($key), $catalogue($otherwise))[1]"/>
  </xsl:function>

  <!--
    Whether a quotation in the line has its marks in the source: it begins with one (an apostrophe is
    one where it ends with another), or one that opens stands before it. The audit goes by the same
    rule (PlainSigns).
  -->
  <xsl:function name="f:is-marked" as="xs:boolean" visibility="public">
    <xsl:param name="quotation" as="element()"/>
    <xsl:variable name="before" as="node()*" select="$quotation/preceding-sibling::node()[position() le 2]"/>
    <xsl:sequence select="matches($quotation, '^\s*[&quot;“”„‘‚«»‹›]')
                          or matches($quotation, '^\s*[''’].*[''’‘][.,;:!?…]*\s*$', 's')
                          or exists($before[last()]/self::text())
                             and matches(string-join($before ! string()), '(^|[\s(\[—–-])[&quot;“”„‘’‚«»‹›][\s&#xA0;]*$')"/>
  </xsl:function>

  <!-- Languages written from right to left unless their tag names another script. -->
  <xsl:variable name="fp:right-to-left" as="xs:string+"
                select="'ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ji', 'ps', 'sd', 'syr', 'ug',
                        'ur', 'yi'"/>

  <!-- The direction of a BCP 47 language: rtl or ltr. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($lang), '-')"/>
    <xsl:variable name="script" as="xs:string?"
                  select="$parts[position() gt 1][matches(., '^[a-z]{4}$')][1]"/>
    <xsl:sequence select="if (exists($script))
        then if ($script = ('arab', 'hebr', 'syrc', 'thaa')) then 'rtl' else 'ltr'
        else if ($parts[1] = $fp:right-to-left) then 'rtl' else 'ltr'"/>
  </xsl:function>

</xsl:stylesheet>
