<?xml version="1.0" encoding="UTF-8"?>
<!--
  The letters as the Correspondence Metadata Interchange Format 1.1 has them, for correspSearch. Who
  and what letters mention stands in notes, as the draft of version 2 says.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    What the edition's header has to say and doesn't, as XPath from fileDesc; nothing where it says
    all, and nothing where it has no address, since such an edition isn't on the web.
  -->
  <xsl:template name="t:lacking" as="xs:string*">
    <xsl:context-item use="optional"/>
    <xsl:if test="$fp:edition/@url">
      <xsl:sequence select="
          'titleStmt/editor/email'[not($fp:edition/lp:editor/@email)],
          'publicationStmt/publisher'[not($fp:edition/@publisher)],
          'publicationStmt/date/@when'[empty(f:day-of-edition())],
          'publicationStmt/availability/licence/@target'[empty(fp:open-licence())]"/>
    </xsl:if>
  </xsl:template>

  <!-- The licence, if it is one of the two that correspSearch takes. -->
  <xsl:function name="fp:open-licence" as="xs:string?">
    <xsl:sequence select="$fp:edition/@licence-target
        [matches(., '^https?://creativecommons\.org/(licenses/by/4\.0|publicdomain/zero/1\.0)(/.*)?$')]
        ! string(.)"/>
  </xsl:function>

  <!-- True if the header says all that the format asks for. -->
  <xsl:function name="f:has-cmif" as="xs:boolean">
    <xsl:variable name="lacking" as="xs:string*">
      <xsl:call-template name="t:lacking"/>
    </xsl:variable>
    <xsl:sequence select="exists($fp:edition/@url) and empty($lacking)"/>
  </xsl:function>

  <!-- The list. $uuid: the edition's number, a UUID that begins with a letter. -->
  <xsl:function name="f:cmif" as="xs:string">
    <xsl:param name="uuid" as="xs:string"/>
    <xsl:variable name="document" as="document-node()">
      <xsl:document>
        <TEI>
          <teiHeader>
            <fileDesc>
              <titleStmt>
                <title>{$fp:edition/@title}</title>
                <xsl:for-each select="$fp:edition/lp:editor">
                  <editor>
                    <xsl:text>{.}</xsl:text>
                    <xsl:for-each select="@email">
                      <xsl:text> </xsl:text>
                      <email>{.}</email>
                    </xsl:for-each>
                  </editor>
                </xsl:for-each>
              </titleStmt>
              <publicationStmt>
                <publisher><ref target="{$fp:edition/@url}">{$fp:edition/@publisher}</ref></publisher>
                <idno type="url">{f:absolute('data/cmif.xml')}</idno>
                <date when="{f:day-of-edition()}"/>
                <availability>
                  <licence target="{fp:open-licence()}">{$fp:edition/(@licence, @licence-target)[1]}</licence>
                </availability>
              </publicationStmt>
              <sourceDesc>
                <bibl type="online" xml:id="{$uuid}">{f:citation()} <ref target="{$fp:edition/@url}">{$fp:edition/@url}</ref></bibl>
              </sourceDesc>
            </fileDesc>
            <profileDesc>
              <xsl:for-each select="$corpus/lp:corpus/lp:letter">
                <correspDesc key="{@id}" ref="{f:absolute(f:letter-path(@id))}" source="#{$uuid}">
                  <xsl:sequence select="fp:cmif-action(., 'sent'), fp:cmif-action(., 'received'),
                                        fp:cmif-mentions(.)"/>
                </correspDesc>
              </xsl:for-each>
            </profileDesc>
          </teiHeader>
          <text>
            <body>
              <p/>
            </body>
          </text>
        </TEI>
      </xsl:document>
    </xsl:variable>
    <xsl:sequence select="f:xml($document)"/>
  </xsl:function>

  <!-- Who, one place, one date; both actions are asked for, known or not. -->
  <xsl:function name="fp:cmif-action" as="element()">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:variable name="actions" as="element(lp:action)*" select="$letter/lp:action[@type = $type]"/>
    <correspAction type="{$type}">
      <xsl:for-each select="$actions/lp:agent[normalize-space()]">
        <xsl:element name="{if (@kind = 'org') then 'orgName' else 'persName'}">
          <xsl:sequence select="fp:cmif-attributes(.)"/>
          <xsl:text>{normalize-space()}</xsl:text>
        </xsl:element>
      </xsl:for-each>
      <xsl:if test="empty($actions/lp:agent[normalize-space()])">
        <!-- A word of the format, whatever the edition's language. -->
        <persName>{f:l10n('agent.unknown', 'en')}</persName>
      </xsl:if>
      <xsl:for-each select="($actions/lp:place[normalize-space()])[1]">
        <placeName>
          <xsl:sequence select="fp:cmif-attributes(.)"/>
          <xsl:text>{normalize-space()}</xsl:text>
        </placeName>
      </xsl:for-each>
      <xsl:for-each select="($actions/lp:date[fp:cmif-dates(.)])[1]">
        <date>
          <xsl:sequence select="fp:cmif-dates(.), @cert[. eq 'low'], fp:cmif-evidence(.)"/>
        </date>
      </xsl:for-each>
    </correspAction>
  </xsl:function>

  <!-- Where a name is known, and whether the program put it there. -->
  <xsl:function name="fp:cmif-attributes" as="attribute()*">
    <xsl:param name="name" as="element()"/>
    <xsl:for-each select="f:uri-of($name)">
      <xsl:attribute name="ref" select="."/>
    </xsl:for-each>
    <xsl:sequence select="fp:cmif-evidence($name)"/>
  </xsl:function>

  <xsl:function name="fp:cmif-evidence" as="attribute()?">
    <xsl:param name="part" as="element()"/>
    <xsl:if test="$part/@evidence">
      <xsl:attribute name="evidence" select="'conjecture'"/>
    </xsl:if>
  </xsl:function>

  <!-- The exact date, else what is known of it; nothing where the end comes before the beginning. -->
  <xsl:function name="fp:cmif-dates" as="attribute()*">
    <xsl:param name="date" as="element(lp:date)"/>
    <xsl:variable name="known" as="attribute()*">
      <xsl:for-each select="$date/(@when, @from, @to, @notBefore, @notAfter)[exists(f:plain-date(.))]">
        <xsl:attribute name="{local-name()}" select="f:plain-date(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="when" as="attribute()?" select="$known[local-name() eq 'when']"/>
    <xsl:variable name="limits" as="map(xs:string, xs:string)"
                  select="map:merge($known ! map:entry(local-name(), string()))"/>
    <xsl:sequence select="if ($when) then $when
        else $known[not($limits?from gt $limits?to or $limits?notBefore gt $limits?notAfter)]"/>
  </xsl:function>

  <!-- Those whom an authority file knows, each once; and where the letter's encoding is. -->
  <xsl:function name="fp:cmif-mentions" as="element()">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <note>
      <xsl:for-each select="f:entries-for(string-join($letter/lp:mention/@ref, ' '))">
        <xsl:variable name="kind" as="xs:string?" select="map {
            'person': 'Person', 'place': 'Place', 'org': 'Org', 'work': 'Bibl' }(@kind)"/>
        <xsl:variable name="uri" as="xs:string?" select="f:authority-uri(.)"/>
        <xsl:if test="exists($kind) and exists($uri)">
          <ref type="cmif:mentions{$kind}" target="{$uri}">{@label}</ref>
        </xsl:if>
      </xsl:for-each>
      <ref type="cmif:isAvailableAsTEIfile"
           target="{f:absolute('letters/' || encode-for-uri($letter/@id) || '.xml')}"/>
    </note>
  </xsl:function>

</xsl:stylesheet>
