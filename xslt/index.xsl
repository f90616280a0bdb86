<?xml version="1.0" encoding="UTF-8"?>
<!--
  TEI → the corpus document (docs/architecture.md): the only reader of headers and registers. Java
  calls the public functions, one file at a time, and joins what they give with f:corpus.
-->
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

  <xsl:import href="normalise.xsl"/>
  <xsl:import href="core/l10n.xsl"/>
  <xsl:import href="core/reading.xsl"/>
  <xsl:import href="core/references.xsl"/>
  <xsl:import href="core/index/units.xsl"/>
  <xsl:import href="core/index/letters.xsl"/>
  <xsl:import href="core/index/actions.xsl"/>
  <xsl:import href="core/index/manuscript.xsl"/>
  <xsl:import href="core/index/parts.xsl"/>
  <xsl:import href="core/index/inferred.xsl"/>
  <xsl:import href="core/index/entries.xsl"/>
  <xsl:import href="core/index/facts.xsl"/>
  <xsl:import href="core/index/correspondences.xsl"/>
  <xsl:import href="core/index/slices.xsl"/>

  <!--
    What a file of the edition is: "edition" (its own header), "register" or "letter".
    $path: where the file lies in the edition's folder, with "/".
  -->
  <xsl:function name="f:role" as="xs:string" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="tei" as="element()?" select="$document/(TEI | teiCorpus)"/>
    <xsl:sequence select="if (empty($tei)) then 'other'
                          else if (matches($path, '(^|/)edition\.xml$')) then 'edition'
                          else if (fp:is-register($tei)) then 'register'
                          else 'letter'"/>
  </xsl:function>

  <!-- Whether a TEI element holds lists of persons and the like, and no text but their headings. -->
  <xsl:function name="fp:is-register" as="xs:boolean">
    <xsl:param name="tei" as="element()"/>
    <xsl:sequence select="exists(($tei//listPerson, $tei//listPlace, $tei//listOrg, $tei//listEvent,
                                  $tei//standOff/listBibl, $tei//body//listBibl))
                          and empty($tei//text//(p | ab | opener | closer | l | table)
                                    [not(ancestor::listPerson or ancestor::listPlace or ancestor::listOrg
                                         or ancestor::listEvent or ancestor::listBibl)])"/>
  </xsl:function>

  <!-- The edition's own header, and its prose, where the document is no volume of letters. -->
  <xsl:function name="f:edition" as="element(lp:edition)" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:param name="with-prose" as="xs:boolean"/>
    <xsl:variable name="file" as="element()?" select="$document/*/teiHeader/fileDesc"/>
    <xsl:variable name="publication" as="element()?" select="$file/publicationStmt"/>
    <xsl:variable name="licence" as="element()?" select="$publication/availability/licence[1]"/>
    <xsl:variable name="number" as="element(idno)?"
                  select="$publication/idno[normalize-space()][not(lower-case(@type) = ('url', 'uri'))][1]"/>
    <lp:edition title="{f:line($file/titleStmt/title[normalize-space()][not(@type = 'sub')][1])}"
                lang="{f:text-lang($document/*)}">
      <xsl:sequence select="fp:attribute('subtitle', f:line($file/titleStmt/title[@type = 'sub'][1])),
                            fp:attribute('identifier', fp:identifier($number)),
                            fp:attribute('number', $number ! fp:number-said(.)),
                            fp:attribute('url', fp:site($publication)),
                            fp:attribute('publisher', string-join($publication/publisher ! f:line(.), ', ')),
                            fp:attribute('place', f:line($publication/pubPlace[1])),
                            fp:attribute('date', ($publication/date/@when, $publication/date[1] ! f:line(.))[1]),
                            fp:attribute('licence', fp:licence($licence)),
                            fp:attribute('licence-target', $licence/@target),
                            fp:attribute('changed', fp:changed($document/*/teiHeader))"/>
      <xsl:sequence select="$file/titleStmt ! fp:makers(.)"/>
      <xsl:for-each select="$document[$with-prose]/*/text/(front | body | back)/div[normalize-space()]">
        <xsl:variable name="prose" as="node()*">
          <xsl:apply-templates select="." mode="m:prose">
            <xsl:with-param name="within" select="$document/*/text"/>
          </xsl:apply-templates>
        </xsl:variable>
        <xsl:variable name="lang" as="xs:string?"
                      select="(ancestor-or-self::*[@xml:lang] except /*)[last()]/@xml:lang ! f:lang(.)"/>
        <lp:section type="{(@type, 'section')[1]}">
          <xsl:for-each select="$prose">
            <xsl:copy>
              <!-- A division's language is that of its parts. -->
              <xsl:if test="self::*[not(@xml:lang)] and $lang ne f:text-lang($document/*)">
                <xsl:attribute name="xml:lang" select="$lang"/>
              </xsl:if>
              <xsl:copy-of select="@*, node()"/>
            </xsl:copy>
          </xsl:for-each>
        </lp:section>
      </xsl:for-each>
    </lp:edition>
  </xsl:function>

  <!-- The address that the edition is published at, with "/" at its end; empty if it says none. -->
  <xsl:function name="fp:site" as="xs:string">
    <xsl:param name="publication" as="element(publicationStmt)?"/>
    <xsl:variable name="said" as="xs:string*"
                  select="$publication/(idno[lower-case(@type) = ('url', 'uri')] ! normalize-space(.),
                                        ptr/@target, ref/@target)[matches(., '^https?://')]"/>
    <xsl:sequence select="if (exists($said)) then replace($said[1], '([^/])$', '$1/') else ''"/>
  </xsl:function>

  <!-- An edition's number as a URI where its kind has one. -->
  <xsl:function name="fp:identifier" as="xs:string?">
    <xsl:param name="idno" as="element(idno)?"/>
    <xsl:variable name="number" as="xs:string?" select="$idno ! normalize-space(.)"/>
    <xsl:variable name="kind" as="xs:string" select="upper-case($idno/@type)"/>
    <xsl:sequence select="
        if (empty($number) or matches($number, '^[A-Za-z][A-Za-z0-9+.-]+:')) then $number
        else if ($kind eq 'ISBN') then 'urn:isbn:' || replace($number, '[^0-9Xx]', '')
        else if ($kind = ('UUID', 'ISSN', 'URN')) then string-join(('urn', lower-case($kind)[. ne 'urn'], $number), ':')
        else if ($kind eq 'DOI') then 'doi:' || $number
        else $number"/>
  </xsl:function>

  <!-- The same for readers, as the source writes it, hyphens and all: "ISBN 978-3-16-148410-0". -->
  <xsl:function name="fp:number-said" as="xs:string">
    <xsl:param name="idno" as="element(idno)"/>
    <xsl:variable name="said" as="xs:string" select="f:line($idno)"/>
    <xsl:variable name="number" as="xs:string" select="replace($said, '^urn:(isbn|issn):', '', 'i')"/>
    <xsl:variable name="kind" as="xs:string?"
                  select="('ISBN', 'ISSN')[. = upper-case($idno/@type) or starts-with(upper-case($said), 'URN:' || . || ':')][1]"/>
    <xsl:sequence select="if ($kind and not(starts-with(upper-case($number), $kind))) then $kind || ' ' || $number else $number"/>
  </xsl:function>

  <!-- The header of an edition that has no edition.xml, from what its letters say. -->
  <xsl:function name="f:edition-without-header" as="element(lp:edition)" visibility="public">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="letters" as="element()*"/>
    <xsl:variable name="languages" as="xs:string*" select="$letters/@lang ! tokenize(., '-')[1]"/>
    <xsl:variable name="lang" as="xs:string" select="(fp:by-frequency($languages), 'en')[1]"/>
    <lp:edition title="{(fp:common-title($letters[self::lp:letter], $lang), $title)[1]}" lang="{$lang}"/>
  </xsl:function>

  <!-- Different values, the most frequent first. -->
  <xsl:function name="fp:by-frequency" as="xs:string*">
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each-group select="$values" group-by=".">
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:sort select="." collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- What most letters say that they belong to; else whose letters they are; nothing where that isn't plain. -->
  <xsl:function name="fp:common-title" as="xs:string?">
    <xsl:param name="letters" as="element(lp:letter)*"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="series" as="xs:string?" select="fp:by-frequency($letters/@series/string())[1]"/>
    <xsl:variable name="agents" as="element(lp:agent)*" select="$letters/lp:action[@type = ('sent', 'received')]/lp:agent"/>
    <!-- Those who wrote or received nearly every letter. -->
    <xsl:variable name="ever" as="xs:string*" select="
        fp:by-frequency($letters ! distinct-values(lp:action[@type = ('sent', 'received')]/lp:agent ! string((@ref, .)[1])))[position() le 2]
          [let $one := . return count($letters[lp:action/lp:agent/string((@ref, .)[1]) = $one]) * 10 ge count($letters) * 9]"/>
    <xsl:variable name="names" as="xs:string*"
                  select="$ever ! (let $one := . return fp:by-frequency($agents[string((@ref, .)[1]) = $one]/normalize-space())[1])"/>
    <xsl:sequence select="if (count($letters[@series = $series]) * 2 gt count($letters)) then $series
                          else if (exists($names) and count($letters) gt 1)
                          then f:l10n('edition.of', $lang, map { 'names': f:enumeration($names, $lang) })
                          else ()"/>
  </xsl:function>

  <!--
    All that is read of a letter or part, in one element: the names of elements that no rule knows,
    the addresses of pictures, all words in attributes, which may be others' ids, and what the
    corpus document says. $kind: letter or part. The other parameters are those of f:letter.
  -->
  <xsl:function name="f:read" as="element(lp:read)" visibility="public">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="source" as="element()"/>
    <xsl:param name="normalised" as="element(lp:letter)"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="place" as="map(xs:string, xs:anyAtomicType)"/>
    <lp:read>
      <xsl:for-each select="$normalised//*[@type = 'unknown']">
        <lp:unknown>{@subtype}</lp:unknown>
      </xsl:for-each>
      <xsl:for-each select="$normalised//graphic/@url, $normalised//pb/@facs">
        <lp:picture>{.}</lp:picture>
      </xsl:for-each>
      <lp:named>{distinct-values($normalised//(@* except @xml:id) ! f:meant(.))}</lp:named>
      <xsl:sequence select="if ($kind eq 'letter') then f:letter($source, $normalised, $id, $path, $place)
                            else f:part($source, $normalised, $id, $path, $place)"/>
    </lp:read>
  </xsl:function>

  <!--
    Letters and parts whose headers name a person or place by its reference alone: <persName
    ref="#ada"/> has the name of the register's entry. A place without a name is none.
  -->
  <xsl:function name="f:named" as="element()*" visibility="public">
    <xsl:param name="letters" as="element()*"/>
    <xsl:param name="entries" as="element(lp:entry)*"/>
    <xsl:choose>
      <xsl:when test="$letters/lp:action/(lp:agent | lp:place)[not(normalize-space())]">
        <xsl:variable name="labels" as="map(xs:string, xs:string)"
                      select="map:merge($entries ! map:entry(string(@id), string(@label)), map { 'duplicates': 'use-first' })"/>
        <xsl:apply-templates select="$letters" mode="fp:named">
          <xsl:with-param name="labels" select="$labels" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$letters"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:mode name="fp:named" on-no-match="shallow-copy"/>

  <!-- One that is called by who wrote to whom waits for their names. -->
  <xsl:template match="lp:letter[@title = f:l10n('letter.untitled', @lang)]" mode="fp:named" as="element(lp:letter)">
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates mode="fp:named"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="title" select="(fp:pair-title($content/self::lp:action, @lang), @title)[1]"/>
      <xsl:sequence select="$content"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="(lp:agent | lp:place)[not(normalize-space())]" mode="fp:named" as="element()?">
    <xsl:param name="labels" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="label" as="xs:string?" select="$labels(string(@ref))"/>
    <xsl:if test="exists($label) or self::lp:agent">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:text>{$label}</xsl:text>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- Of more letters than these an edition is large, and lists them on a page of their own. -->
  <xsl:variable name="fp:many" as="xs:integer" select="40"/>

  <!--
    The corpus document: letters by date, n, position in their volume and id; parts as they come;
    entries by kind and sort key, each id once.
  -->
  <xsl:function name="f:corpus" as="document-node(element(lp:corpus))" visibility="public">
    <xsl:param name="edition" as="element(lp:edition)"/>
    <xsl:param name="letters" as="element()*"/>
    <xsl:param name="entries" as="element(lp:entry)*"/>
    <xsl:variable name="in-order" as="element(lp:letter)*"
                  select="sort($letters[self::lp:letter], (), function($l) {
                            (string(($l/@sort, '9999')[1]), string($l/@n),
                             string(($l[@position]/@file, $l/@id)[1]),
                             format-integer(($l/@position ! xs:integer(.), 0)[1], '000000'), string($l/@id)) })"/>
    <xsl:variable name="correspondences" as="element(lp:correspondence)*" select="f:correspondences($in-order)"/>
    <xsl:variable name="once" as="element(lp:entry)*">
      <xsl:for-each-group select="$entries" group-by="@id">
        <xsl:sequence select="fp:merged(current-group())"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="by-id" as="map(xs:string, element(lp:entry))"
                  select="map:merge($once ! map:entry(string(@id), .))"/>
    <xsl:variable name="kinds" as="xs:string+" select="'person', 'place', 'org', 'event', 'work'"/>
    <xsl:document>
      <lp:corpus>
        <xsl:sequence select="fp:attribute('registers', string-join($kinds[. = $once/@kind], ' ')),
                              fp:attribute('year', min($in-order/@sort[matches(., '^\d{4}')]/substring(., 1, 4))),
                              fp:attribute('large', 'yes'[count($in-order) gt $fp:many]),
                              fp:attribute('correspondences', 'yes'[count($correspondences) gt 1]),
                              fp:attribute('changed', 'yes'[$in-order/@changed])"/>
        <xsl:copy-of select="$edition"/>
        <xsl:sequence select="$in-order"/>
        <xsl:sequence select="$letters[self::lp:part]"/>
        <xsl:sequence select="$correspondences"/>
        <xsl:for-each select="$once">
          <xsl:sort select="index-of($kinds, @kind)" data-type="number"/>
          <xsl:sort select="@sort" lang="{($edition/@lang, 'en')[string()][1]}"/>
          <xsl:sort select="@id"/>
          <xsl:apply-templates mode="fp:named" select=".">
            <xsl:with-param name="entries" select="$by-id" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </lp:corpus>
    </xsl:document>
  </xsl:function>

  <!-- A letter with words for dates of which the attributes alone tell: in the edition's language, else in its own. -->
  <xsl:function name="f:worded" as="element(lp:letter)" visibility="public">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:apply-templates mode="fp:worded" select="$letter">
      <xsl:with-param name="lang" select="$lang[.]" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:function>

  <xsl:mode name="fp:worded" on-no-match="deep-copy"/>

  <xsl:template mode="fp:worded" match="lp:letter | lp:action" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="fp:worded"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="fp:worded" match="lp:action/lp:date[not(string())]" as="element(lp:date)">
    <xsl:param name="lang" as="xs:string?" tunnel="yes"/>
    <xsl:variable name="in" as="xs:string" select="($lang, ancestor::lp:letter/@lang)[1]"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:text>{(f:period(., $in)[.], f:l10n('date.unknown', $in))[1]}</xsl:text>
    </xsl:copy>
  </xsl:template>

  <!-- An attribute, if there is something to put into it. -->
  <xsl:function name="fp:attribute" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="item()?"/>
    <xsl:if test="normalize-space(string($value)) ne ''">
      <xsl:attribute name="{$name}" select="normalize-space(string($value))"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
