<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables of letters, register entries and mentions. A table is said once, as rows and columns; CSV,
  JSON, the data package and the page of data are made from that.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- What parts the values of a list in a cell of CSV. -->
  <xsl:variable name="fp:list-separator" as="xs:string" select="'; '"/>

  <!--
    A column: its name, what its cells hold (string, integer, number or list), and the function that
    gives a row's values. Its meaning is the message data.column.NAME.
  -->
  <xsl:function name="fp:column" as="map(xs:string, item())">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="values" as="function(element()) as item()*"/>
    <xsl:sequence select="map { 'name': $name, 'type': $type, 'values': $values }"/>
  </xsl:function>

  <!-- All tables that have rows, each a map of its name, columns and rows. -->
  <xsl:function name="f:tables" as="map(xs:string, item()*)*">
    <xsl:variable name="all" as="element(lp:corpus)" select="$corpus/lp:corpus"/>
    <xsl:variable name="entries" as="map(xs:string, item()*)*">
      <xsl:for-each select="$fp:kinds-present">
        <xsl:variable name="kind" as="xs:string" select="."/>
        <xsl:sequence select="map {
            'name': substring-before($fp:register($kind), '.html'),
            'columns': ($fp:entry-columns, $fp:place-columns[$kind eq 'place'], $fp:work-columns[$kind eq 'work']),
            'rows': $all/lp:entry[@kind = $kind] }"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="letters" as="map(xs:string, item()*)" select="map {
        'name': 'letters', 'columns': $fp:letter-columns, 'rows': $all/lp:letter }"/>
    <xsl:variable name="mentions" as="map(xs:string, item()*)" select="map {
        'name': 'mentions', 'columns': $fp:mention-columns, 'rows': $all/(lp:letter | lp:part)/lp:mention }"/>
    <xsl:sequence select="($letters, $entries, $mentions)[exists(?rows)]"/>
  </xsl:function>

  <!-- ============================================================= columns -->

  <xsl:variable name="fp:letter-columns" as="map(xs:string, item())+" select="
      fp:column('id', 'string', function($l) { $l/@id }),
      fp:column('title', 'string', function($l) { f:short-title($l) }),
      fp:column('language', 'string', function($l) { $l/@lang }),
      fp:column('date', 'string', function($l) { f:written($l)/string() }),
      ('when', 'from', 'to', 'notBefore', 'notAfter') ! fp:date-column(.),
      fp:party-columns('sender', 'sent', 'agent'),
      fp:party-columns('place', 'sent', 'place'),
      fp:party-columns('recipient', 'received', 'agent'),
      fp:party-columns('destination', 'received', 'place'),
      fp:column('inferred', 'list', function($l) { $l/lp:action ! fp:inferred-of(.) }),
      fp:column('sources', 'list', function($l) { $l/lp:source/normalize-space() }),
      fp:column('licence', 'string', function($l) {
          ($l/lp:licence/(@target, .)[string()][1], $fp:edition/(@licence-target, @licence)[string()][1])[1] }),
      fp:column('changed', 'string', function($l) { $l/@changed }),
      fp:column('url', 'string', function($l) { f:address-of(f:letter-path($l/@id)) })"/>

  <!-- An action that was inferred: "sent"; of one that the header has, what was: "sent date". -->
  <xsl:function name="fp:inferred-of" as="xs:string*">
    <xsl:param name="action" as="element(lp:action)"/>
    <xsl:variable name="inferred" as="element()*" select="$action/*[@evidence]"/>
    <xsl:sequence select="if (exists($inferred) and empty($action/* except $inferred)) then $action/@type/string()
                          else distinct-values($inferred/local-name()) ! ($action/@type || ' ' || .)"/>
  </xsl:function>

  <!-- An attribute of the date of writing. -->
  <xsl:function name="fp:date-column" as="map(xs:string, item())">
    <xsl:param name="attribute" as="xs:string"/>
    <xsl:sequence select="fp:column(lower-case(replace($attribute, '([A-Z])', '_$1')), 'string', function($l) {
        f:written($l)/@*[local-name() eq $attribute] })"/>
  </xsl:function>

  <!-- Those who took part in an action, or where: names, ids in the register, addresses of authority
       files; three lists of the same length. -->
  <xsl:function name="fp:party-columns" as="map(xs:string, item())+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="action" as="xs:string"/>
    <xsl:param name="element" as="xs:string"/>
    <xsl:variable name="parties" as="function(element()) as element()*" select="function($l) {
        $l/lp:action[@type = $action]/*[local-name() eq $element] }"/>
    <xsl:sequence select="
        fp:column($name, 'list', function($l) { $parties($l)/normalize-space() }),
        fp:column($name || '_id', 'list', function($l) { $parties($l) ! string(@ref) }),
        fp:column($name || '_uri', 'list', function($l) { $parties($l) ! string(f:uri-of(.)) })"/>
  </xsl:function>

  <xsl:variable name="fp:entry-columns" as="map(xs:string, item())+" select="
      fp:column('id', 'string', function($e) { $e/@id }),
      fp:column('name', 'string', function($e) { $e/@label }),
      fp:column('sort_name', 'string', function($e) { $e/@sort }),
      fp:column('variants', 'list', function($e) { $e/lp:variant/string() }),
      fp:column('dates', 'string', function($e) { $e/@dates }),
      fp:column('description', 'string', function($e) { string-join($e/lp:note, ' ') }),
      sort(map:keys($fp:authorities)) ! fp:authority-column(.),
      fp:column('links', 'list', function($e) { $e/lp:idno/@href/string() }),
      fp:column('wrote', 'integer', function($e) {
          count(key('fp:correspondent', $e/@id, $corpus)/..[@type = 'sent']/..) }),
      fp:column('received', 'integer', function($e) {
          count(key('fp:correspondent', $e/@id, $corpus)/..[@type = 'received']/..) }),
      fp:column('named_in', 'integer', function($e) { count(key('fp:mention', $e/@id, $corpus)/..) }),
      fp:column('mentions', 'integer', function($e) { count(key('fp:mention', $e/@id, $corpus)) }),
      fp:column('url', 'string', function($e) { f:address-of(f:entry-path($e)) })"/>

  <!-- An entry's number in an authority file. -->
  <xsl:function name="fp:authority-column" as="map(xs:string, item())">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="fp:column($name, 'string', function($e) { f:authority-id($e, $name) })"/>
  </xsl:function>

  <xsl:variable name="fp:place-columns" as="map(xs:string, item())+" select="
      fp:column('latitude', 'number', function($e) { $e/lp:geo/@lat[. castable as xs:decimal] ! xs:decimal(.) }),
      fp:column('longitude', 'number', function($e) { $e/lp:geo/@lon[. castable as xs:decimal] ! xs:decimal(.) })"/>

  <!-- Who wrote a work: names, ids in the register, addresses of authority files; three lists of the same length. -->
  <xsl:variable name="fp:work-columns" as="map(xs:string, item())+" select="
      fp:column('author', 'list', function($e) { $e/lp:fact[@what = 'author']/normalize-space() }),
      fp:column('author_id', 'list', function($e) { $e/lp:fact[@what = 'author'] ! string(@ref) }),
      fp:column('author_uri', 'list', function($e) { $e/lp:fact[@what = 'author'] ! string(f:uri-of(.)) })"/>

  <xsl:variable name="fp:mention-columns" as="map(xs:string, item())+" select="
      fp:column('letter', 'string', function($m) { $m/../@id }),
      fp:column('entry', 'string', function($m) { $m/@ref }),
      fp:column('kind', 'string', function($m) { (key('fp:entry', $m/@ref, $corpus)/@kind, $m/@kind)[1] }),
      fp:column('name', 'string', function($m) { key('fp:entry', $m/@ref, $corpus)/@label }),
      fp:column('words', 'string', function($m) { $m/string() }),
      fp:column('page', 'string', function($m) { $m/@page }),
      fp:column('block', 'string', function($m) { $m/@block }),
      fp:column('url', 'string', function($m) {
          f:address-of(f:letter-path($m/../@id) || '#' || $m/@at) })"/>

  <!-- ================================================================= CSV -->

  <!-- A table as CSV (RFC 4180), with a line of names at its head. -->
  <xsl:function name="f:csv" as="xs:string">
    <xsl:param name="table" as="map(xs:string, item()*)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        string-join($table?columns?name, ','),
        $table?rows ! (let $row := . return
            string-join($table?columns ! fp:cell(string-join(?values($row), $fp:list-separator)), ','))"/>
    <xsl:sequence select="string-join($lines ! (. || '&#13;&#10;'))"/>
  </xsl:function>

  <!-- A cell. What a spreadsheet would carry out as a formula gets an apostrophe before it. No patterns:
       each of very many cells would pay for them. -->
  <xsl:function name="fp:cell" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="safe" as="xs:string"
                  select="if (substring($text, 1, 1) = ('=', '+', '-', '@', '&#9;', '&#13;') and not($text castable as xs:decimal))
                          then '''' || $text else $text"/>
    <xsl:sequence select="if (translate($safe, '&quot;,&#10;&#13;', '') ne $safe
                              or starts-with($safe, ' ') or ends-with($safe, ' '))
                          then '&quot;' || replace($safe, '&quot;', '&quot;&quot;') || '&quot;'
                          else $safe"/>
  </xsl:function>

  <!-- ================================================================ JSON -->

  <!-- A table as an array of objects, one a line. What isn't known is null, a list without members
       empty. Written by hand, since a serialiser for each of many rows takes its time. -->
  <xsl:function name="f:json-table" as="xs:string">
    <xsl:param name="table" as="map(xs:string, item()*)"/>
    <xsl:variable name="lines" as="xs:string*" select="
        $table?rows ! (let $row := . return
            '{' || string-join($table?columns ! ('&quot;' || ?name || '&quot;:'
                                                 || fp:json-value(?type, ?values($row))), ',') || '}')"/>
    <xsl:sequence select="'[&#10;' || string-join($lines, ',&#10;') || '&#10;]&#10;'"/>
  </xsl:function>

  <xsl:function name="fp:json-value" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:sequence select="if ($type eq 'list') then '[' || string-join($values ! fp:json-string(string(.)), ',') || ']'
                          else if (string($values[1]) eq '') then 'null'
                          else if ($type = ('integer', 'number')) then string($values[1])
                          else fp:json-string(string($values[1]))"/>
  </xsl:function>

  <!-- XML has no other characters that JSON forbids. -->
  <xsl:function name="fp:json-string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="safe" as="xs:string" select="
        if (translate($text, '&quot;\&#9;&#10;&#13;', '') ne $text)
        then $text => replace('\\', '\\\\') => replace('&quot;', '\\&quot;') => replace('\t', '\\t')
                   => replace('\n', '\\n') => replace('\r', '\\r')
        else $text"/>
    <xsl:sequence select="'&quot;' || $safe || '&quot;'"/>
  </xsl:function>

  <!-- What the tables hold, as a Data Package (frictionlessdata.io): for programs that read it. -->
  <xsl:function name="f:data-package" as="xs:string">
    <xsl:variable name="resources" as="map(xs:string, item())*">
      <xsl:for-each select="f:tables()">
        <xsl:variable name="fields" as="map(xs:string, item())+" select="?columns ! map {
            'name': ?name,
            'type': if (?type eq 'list') then 'string' else ?type,
            'description': f:l10n('data.column.' || ?name, $fp:ui) }"/>
        <xsl:sequence select="map {
            'name': ?name,
            'path': ?name || '.csv',
            'format': 'csv',
            'mediatype': 'text/csv',
            'encoding': 'utf-8',
            'profile': 'tabular-data-resource',
            'schema': map { 'fields': array { $fields } } }"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="licence" as="map(xs:string, item())?"
                  select="$fp:edition/@licence-target ! map {
                            'path': string(.), 'title': string((../@licence, .)[1]) }"/>
    <xsl:sequence select="f:json(map:merge((
        map:entry('profile', 'tabular-data-package'),
        map:entry('title', string($fp:edition/@title)),
        $fp:edition/@url ! map:entry('homepage', string(.)),
        $licence ! map:entry('licenses', [.]),
        map:entry('resources', array { $resources })))) || '&#10;'"/>
  </xsl:function>

</xsl:stylesheet>
