<?xml version="1.0" encoding="UTF-8"?>
<!-- What follows a letter's text: its story, its names, the signs used, how to cite it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- $record is the corpus document's letter, $text the normalised one. -->
  <xsl:template name="t:colophon" as="element()">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element()"/>
    <xsl:param name="text" as="element(lp:letter)"/>
    <section class="colophon" id="about-letter" aria-labelledby="about-letter-title">
      <h2 id="about-letter-title">{f:l10n(fp:about($record), $fp:ui)}</h2>
      <dl class="facts">
        <xsl:apply-templates mode="mp:fact" select="$record/lp:action"/>
        <xsl:call-template name="tp:contexts">
          <xsl:with-param name="record" select="$record"/>
        </xsl:call-template>
        <xsl:apply-templates mode="mp:fact" select="$record/lp:source"/>
        <xsl:call-template name="tp:physical">
          <xsl:with-param name="record" select="$record"/>
        </xsl:call-template>
        <xsl:variable name="facsimiles" as="xs:string*" select="$record/lp:facsimile/f:facsimile(@target, '../')"/>
        <xsl:if test="exists($facsimiles)">
          <dt>{f:l10n('letter.facsimile', $fp:ui)}</dt>
          <dd class="facsimiles">
            <xsl:for-each select="$facsimiles">
              <a href="{.}">{position()}</a>
            </xsl:for-each>
          </dd>
        </xsl:if>
        <xsl:for-each select="fp:language-names($text)[.]">
          <dt>{f:l10n('letter.languages', $fp:ui)}</dt>
          <dd>{.}</dd>
        </xsl:for-each>
        <xsl:call-template name="tp:makers">
          <xsl:with-param name="record" select="$record"/>
        </xsl:call-template>
        <xsl:call-template name="t:cite">
          <xsl:with-param name="record" select="$record"/>
        </xsl:call-template>
        <xsl:apply-templates mode="mp:fact" select="$record/lp:licence[string() or @target][1]"/>
      </dl>
      <xsl:call-template name="tp:names-in-letter">
        <xsl:with-param name="record" select="$record"/>
      </xsl:call-template>
      <xsl:call-template name="t:signs">
        <xsl:with-param name="text" select="$text"/>
      </xsl:call-template>
      <xsl:for-each select="fp:policy-number($record)">
        <p class="policy"><a href="../about.html#policy-{.}">{f:l10n('letter.policy', $fp:ui)}</a></p>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- "German, Latin and Greek": those of the letter itself, as far as they have a name here. -->
  <xsl:function name="fp:language-names" as="xs:string">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:variable name="codes" as="xs:string*" select="distinct-values(
        ($letter/@xml:lang, $letter//@xml:lang[not(ancestor::note)]) ! tokenize(., '-')[1])"/>
    <xsl:sequence select="f:enumeration($codes[map:contains($fp:catalogues('en'), 'language.' || .)]
                                        ! f:l10n('language.' || ., $fp:ui))"/>
  </xsl:function>

  <!-- With a full stop, unless it ends in a mark of its own. -->
  <xsl:function name="fp:sentence" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text || '.'[not(matches($text, '[.?!…]$'))]"/>
  </xsl:function>

  <!-- Who edited a letter, what others did for it, who paid: as far as the edition doesn't say it. -->
  <xsl:template name="tp:makers" as="element()*">
    <xsl:context-item use="optional"/>
    <xsl:param name="record" as="element()"/>
    <xsl:for-each-group select="$record/lp:editor[not(. = $fp:edition/lp:editor)], $record/(lp:responsible, lp:funder)"
                        group-by="(@for, f:l10n('letter.' || local-name(), $fp:ui))[1]">
      <dt>{current-grouping-key()}</dt>
      <xsl:for-each select="distinct-values(current-group() ! string())">
        <dd>{.}</dd>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The edition's editors; of an edition that names none, the letter's. -->
  <xsl:function name="fp:editors" as="element(lp:editor)*">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="if ($fp:edition/lp:editor) then $fp:edition/lp:editor else $record/lp:editor"/>
  </xsl:function>

  <!-- "Letters …, edited by A and B, Berlin: Letterpress, 2026." without what isn't known. -->
  <xsl:function name="f:citation" as="xs:string">
    <xsl:sequence select="fp:citation($fp:edition/lp:editor)"/>
  </xsl:function>

  <xsl:function name="fp:citation" as="xs:string">
    <xsl:param name="editors" as="element(lp:editor)*"/>
    <xsl:variable name="title" as="xs:string" select="string-join(
        ($fp:edition/@title, $fp:edition/@subtitle)[string()], ': ')"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join((
        string-join(($fp:edition/@place, $fp:edition/@publisher)[string()], ': '),
        $fp:edition/@date ! f:date(., $fp:ui))[string()], ', ')"/>
    <xsl:sequence select="fp:sentence(string-join(
        ($title, f:edited-by($editors)[exists($editors)], $imprint[.]), ', '))"/>
  </xsl:function>

  <!-- "Khrushchev to Kennedy, 9 November 1961. In: …". -->
  <xsl:function name="f:letter-citation" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="fp:sentence(f:short-title($record)) || ' '
                          || f:l10n('edition.in', $fp:ui, map { 'title': fp:citation(fp:editors($record)) })"/>
  </xsl:function>

  <xsl:template mode="mp:fact" match="lp:source" as="element()+">
    <xsl:if test="not(preceding-sibling::lp:source)">
      <dt>{f:l10n('letter.source', $fp:ui)}</dt>
    </xsl:if>
    <dd><xsl:sequence select="f:link(normalize-space(.), f:web-address(@target), ())"/></dd>
  </xsl:template>

  <!-- What it is written on, by whom and with what, what was stamped and noted on it. -->
  <xsl:template name="tp:physical" as="element()*">
    <xsl:context-item use="optional"/>
    <xsl:param name="record" as="element()"/>
    <xsl:for-each-group select="$record/lp:physical[string() or f:entries-for(@ref)]" group-by="string(@kind)">
      <dt>{f:l10n('letter.physical.' || current-grouping-key(), $fp:ui)}</dt>
      <xsl:for-each select="current-group()">
        <xsl:variable name="who" as="element(lp:entry)?" select="f:entries-for(@ref)[1]"/>
        <dd>
          <xsl:sequence select="$who ! f:link(string(@label), '../' || f:entry-path(.), ())"/>
          <xsl:text>{': '[$who and current()[string()]]}{.}</xsl:text>
        </dd>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template mode="mp:fact" match="lp:licence" as="element()+">
    <dt>{f:l10n('letter.licence', $fp:ui)}</dt>
    <dd><xsl:sequence select="f:link(fp:licence-name(.), f:web-address(@target), ())"/></dd>
  </xsl:template>

  <!-- Its own words; where there are none or only the address, "CC BY 4.0" says it shorter. -->
  <xsl:function name="fp:licence-name" as="xs:string">
    <xsl:param name="licence" as="element(lp:licence)"/>
    <xsl:variable name="words" as="xs:string"
                  select="string((normalize-space($licence), string($licence/@target))[.][1])"/>
    <xsl:variable name="commons" as="xs:string"
                  select="'^https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d)(/\S*)?$'"/>
    <xsl:sequence select="if (matches($words, $commons))
        then replace($words, $commons, '$1 $2') ! ('CC ' || upper-case(.)) else $words"/>
  </xsl:function>

  <!-- One stage of the letter's way: who, where, when, and whether the program has read that from the
       letter because no header says it. -->
  <xsl:template mode="mp:fact" match="lp:action" as="element()*">
    <dt>{fp:action-label(@type)}</dt>
    <dd>
      <xsl:variable name="parts" as="element()*" select="lp:agent, lp:place, lp:date"/>
      <xsl:for-each select="$parts">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <xsl:if test="$at gt 1">
          <xsl:text>, </xsl:text>
        </xsl:if>
        <bdi>
          <xsl:sequence select="if (self::lp:date) then f:time(.)
              else f:link(string(.), f:entries-for(@ref)[1] ! ('../' || f:entry-path(.)), ())"/>
        </bdi>
        <!-- Once for what follows one upon the other. -->
        <xsl:if test="@evidence and not($parts[position() eq $at + 1]/@evidence)"> ({f:l10n('letter.inferred', $fp:ui)})</xsl:if>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <!-- A word of the metadata in the reader's language if the catalogue knows it, else as it is. -->
  <xsl:function name="fp:action-label" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:sequence select="if ($type = ('sent', 'received', 'transmitted', 'delivered', 'forwarded',
                                       'redirected'))
                          then f:l10n('letter.action.' || $type, $fp:ui) else $type"/>
  </xsl:function>

  <!-- The letters before and after in the correspondence, whether or not this edition has them. -->
  <xsl:template name="tp:contexts" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element()"/>
    <xsl:for-each-group select="$record/lp:context[string()]" group-by="string(@rel)">
      <dt>{f:l10n('letter.context.' ||
                  (current-grouping-key()[. = ('prev', 'next', 'correspondence')], 'other')[1],
                  $fp:ui)}</dt>
      <!-- The letter before in the collection is often the one before in the correspondence too. -->
      <xsl:for-each-group select="current-group()" group-by="normalize-space(.)">
        <dd><xsl:sequence select="f:link(current-grouping-key(), f:address(@target, '../'), ())"/></dd>
      </xsl:for-each-group>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Everyone and everything that the letter names, by kind: a guide for those who can't hover. -->
  <xsl:template name="tp:names-in-letter" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:param name="record" as="element()"/>
    <xsl:variable name="entries" as="element(lp:entry)*"
                  select="f:entries-for(string-join($record/lp:mention/@ref, ' '))"/>
    <xsl:if test="$entries">
      <h3>{f:l10n(if ($record/self::lp:part) then 'part.names' else 'letter.names', $fp:ui)}</h3>
      <dl class="names">
        <xsl:for-each select="$fp:kinds-present[. = $entries/@kind]">
          <xsl:variable name="kind" as="xs:string" select="."/>
          <dt>{f:l10n('register.' || ., $fp:ui)}</dt>
          <!-- The union puts them in the corpus document's order, by sort key. -->
          <xsl:for-each select="($entries | ())[@kind = $kind]">
            <dd>
              <a href="../{f:entry-path(.)}">{@label}</a>
              <xsl:text>{string-join((f:authors(.)[.], @dates) ! (', ' || .))}</xsl:text>
              <xsl:if test="lp:note[string()]">
                <small>{lp:note[1]}</small>
              </xsl:if>
            </dd>
          </xsl:for-each>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
