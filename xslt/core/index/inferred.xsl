<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who wrote to whom, where and when, of a letter whose header doesn't say that or the date: from its head, dateline and
  signature. Only what is plain is taken; a wrong name does more harm than none.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:function name="fp:inferred-actions" as="element(lp:action)*">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="scope" as="element()?" select="fp:scope($source)"/>
    <xsl:variable name="headed" as="element(lp:agent)*" select="$scope/head[1] ! fp:parties(.)"/>
    <xsl:variable name="sent" as="element()*">
      <xsl:sequence select="if ($headed[@role = 'from']) then $headed[@role = 'from'] else fp:signatory($scope)"/>
      <xsl:apply-templates select="fp:datelines($source)[1]//placeName[1]" mode="fp:action"/>
    </xsl:variable>
    <xsl:if test="$sent">
      <lp:action type="sent">
        <xsl:sequence select="$sent ! fp:inferred(.)"/>
      </lp:action>
    </xsl:if>
    <xsl:if test="$headed[@role = 'to']">
      <lp:action type="received">
        <xsl:sequence select="$headed[@role = 'to'] ! fp:inferred(.)"/>
      </lp:action>
    </xsl:if>
  </xsl:function>

  <!-- A name, place or date with the mark that the program has read it from the letter. -->
  <xsl:function name="fp:inferred" as="element()">
    <xsl:param name="part" as="element()"/>
    <xsl:copy select="$part">
      <xsl:copy-of select="@* except @role"/>
      <xsl:attribute name="evidence" select="'inferred'"/>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:function>

  <!-- Actions, of which that of sending has a date if the header or the letter tells one. -->
  <xsl:function name="fp:with-date" as="element(lp:action)*">
    <xsl:param name="actions" as="element(lp:action)*"/>
    <xsl:param name="source" as="element()"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="sent" as="element(lp:action)*" select="$actions[@type = 'sent']"/>
    <xsl:variable name="others" as="element(lp:action)*" select="$actions except $sent"/>
    <xsl:variable name="date" as="element(lp:date)?"
                  select="if ($sent/lp:date[fp:points(.) or string()[. ne f:l10n('date.unknown', $lang)]]) then ()
                          else fp:sending-date($source, min($others/lp:date ! fp:sort-date(.)[. ne '']))"/>
    <xsl:if test="$date and empty($sent)">
      <lp:action type="sent">
        <xsl:sequence select="$date"/>
      </lp:action>
    </xsl:if>
    <xsl:for-each select="$actions">
      <xsl:choose>
        <xsl:when test="$date and . is $sent[1]">
          <xsl:copy>
            <xsl:copy-of select="@*, * except lp:date, $date"/>
          </xsl:copy>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!--
    The date of a letter that has none in its header: that of its dateline, else that which the
    edition notes at the letter. $arrived: the day on which it was received, which a letter is not
    younger than; where the dateline denies that or is silent, that is all that is known.
  -->
  <xsl:function name="fp:sending-date" as="element(lp:date)?">
    <xsl:param name="source" as="element()"/>
    <xsl:param name="arrived" as="xs:string?"/>
    <xsl:variable name="read" as="element(date)?"
                  select="((fp:datelines($source)//date)[fp:sort-date(.) ne ''][1], fp:attributed-date($source))[1]"/>
    <xsl:variable name="latest" as="element(date)?">
      <xsl:if test="$arrived and not(substring(fp:sort-date($read), 1, string-length($arrived)) le $arrived and $read)">
        <date xmlns="http://www.tei-c.org/ns/1.0" notAfter="{$arrived}"/>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="date" as="element(lp:date)?">
      <xsl:apply-templates select="($latest, $read)[1] ! fp:day(.)" mode="fp:action"/>
    </xsl:variable>
    <xsl:sequence select="$date ! fp:inferred(.)"/>
  </xsl:function>

  <!-- Where a letter's own head, dateline and signature stand: its division, or what plays that part. -->
  <xsl:function name="fp:scope" as="element()?">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="body" as="element(body)?" select="($source/(self::text | text)/body)[1]"/>
    <xsl:sequence select="if ($body) then ($body[head | p | opener | dateline | closer], $body/div[1], $body)[1] else $source"/>
  </xsl:function>

  <!-- The letter's own datelines: not those of what it encloses or quotes. -->
  <xsl:function name="fp:datelines" as="element(dateline)*">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="scope" as="element()?" select="fp:scope($source)"/>
    <xsl:sequence select="$scope/(., opener, closer, p)/dateline"/>
  </xsl:function>

  <!-- A date to the day, without the time: "1961-11-09T00:00:00-05:00". -->
  <xsl:function name="fp:day" as="element(date)">
    <xsl:param name="date" as="element(date)"/>
    <xsl:element name="date" namespace="http://www.tei-c.org/ns/1.0">
      <xsl:for-each select="$date/(@when, @when-iso, @from, @to, @notBefore, @notAfter)">
        <xsl:attribute name="{if (self::attribute(when-iso)) then 'when' else local-name()}" select="replace(., 'T.*$', '')"/>
      </xsl:for-each>
      <xsl:copy-of select="$date/@cert"/>
      <xsl:text>{fp:words($date)}</xsl:text>
    </xsl:element>
  </xsl:function>

  <!-- The days that an edition notes at the division itself, as volumes of diplomatic papers do. -->
  <xsl:function name="fp:attributed-date" as="element(date)?">
    <xsl:param name="source" as="element()"/>
    <xsl:variable name="first" as="xs:string?" select="$source/@*:doc-dateTime-min[matches(., '^\d{4}-\d\d-\d\d')] ! substring(., 1, 10)"/>
    <xsl:variable name="last" as="xs:string?" select="($source/@*:doc-dateTime-max[matches(., '^\d{4}-\d\d-\d\d')] ! substring(., 1, 10), $first)[1]"/>
    <xsl:if test="$first">
      <xsl:element name="date" namespace="http://www.tei-c.org/ns/1.0">
        <xsl:for-each select="if ($first eq $last) then 'when' else ('notBefore', 'notAfter')">
          <xsl:attribute name="{.}" select="if (. eq 'notAfter') then $last else $first"/>
        </xsl:for-each>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <!-- ============================================================== people -->

  <!-- Whom a head names as writer and addressee (@role from, to); both or, where it says so with tags, one. -->
  <xsl:function name="fp:parties" as="element(lp:agent)*">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="tagged" as="element()*" select="$head//(persName | orgName | name | rs)[@type = ('from', 'to')]"/>
    <xsl:choose>
      <xsl:when test="$tagged">
        <xsl:sequence select="$tagged ! fp:agent(@type, fp:words(.), ., .)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="pair" as="xs:string*" select="fp:pair(fp:words($head))"/>
        <xsl:if test="count($pair) eq 2">
          <xsl:variable name="names" as="element()*" select="$head//(persName | orgName | name | rs)[not(ancestor::note)]"/>
          <xsl:for-each select="1, 2">
            <xsl:variable name="words" as="xs:string" select="$pair[current()]"/>
            <xsl:variable name="meant" as="element()*"
                          select="$names[contains($words, fp:words(.))][not(contains($pair[3 - current()], fp:words(.)))]"/>
            <xsl:sequence select="fp:agent(('from', 'to')[current()], $words, $meant[1], $meant[count($meant) eq 1])"/>
          </xsl:for-each>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:variable name="fp:rank" as="xs:string"
                select="'(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady|Count|Countess|Baron|Prince|Princess|Señor|General|Admiral|President|Secretary|Senator|Governor|Captain|Colonel|Commander|Ambassador|Minister|Chairman|Premier)'"/>

  <!-- A name of two to five words in German. -->
  <xsl:variable name="fp:full-name" as="xs:string"
                select="'\p{Lu}[\p{L}.’-]+(?: (?:von|van|de|zu|der|di|da|du|\p{Lu}[\p{L}.’-]*)){1,4}'"/>

  <!-- "Mr. Gresham to Mr. Baker.", "23. Letter From A to B", "A B an C D" → the two; else nothing. -->
  <xsl:function name="fp:pair" as="xs:string*">
    <xsl:param name="head" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string"
                  select="$head => replace('^(No\. ?)?\[?\d+[a-z]?\]?[.):]? *', '') => replace('\.$', '')"/>
    <xsl:variable name="english" as="xs:string+" select="
        '^(?:Letter|Telegram|Message|Note|Despatch|Dispatch|Airgram|Instruction) [Ff]rom (.+) to (.+)$',
        '^(' || $fp:rank || '\.? .+) to ((?:' || $fp:rank || '\.? |[Tt]he ).+)$'"/>
    <xsl:variable name="german" as="xs:string"
                  select="'^(' || $fp:full-name || ') an (' || $fp:full-name || ')$'"/>
    <xsl:variable name="fitting" as="xs:string?" select="
        $english[matches($plain, .)][count(tokenize($plain, ' to ')) eq 2][1],
        $german[matches($plain, .)][not(matches($plain, 'Brief|Schreiben|Telegramm|Karte|Note|Bericht|Depesche|Antwort|Gesuch'))]"/>
    <xsl:variable name="pair" as="xs:string*" select="$fitting ! (replace($plain, ., '$1'), replace($plain, ., '$2'))"/>
    <!-- Several on one side, or a date behind the name. -->
    <xsl:sequence select="if (some $side in $pair satisfies matches($side, ',|;|\d| and | und ')) then () else $pair"/>
  </xsl:function>

  <!-- Who signed, if one did, and is tagged as a name. -->
  <xsl:function name="fp:signatory" as="element(lp:agent)?">
    <xsl:param name="scope" as="element()?"/>
    <xsl:variable name="signed" as="element(signed)*" select="$scope/(., closer)/signed"/>
    <xsl:variable name="names" as="element()*" select="$signed//(persName | rs[@type = 'person'])[not(ancestor::note)]"/>
    <xsl:if test="count($signed) eq 1 and count($names) eq 1">
      <xsl:sequence select="fp:agent('from', fp:words($names), $names, $names)"/>
    </xsl:if>
  </xsl:function>

  <!-- $name: what says its kind; $meant: what says whom it refers to. -->
  <xsl:function name="fp:agent" as="element(lp:agent)">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="name" as="element()?"/>
    <xsl:param name="meant" as="element()?"/>
    <xsl:variable name="office" as="xs:boolean" select="matches($words, '^[Tt]he |Department|Embassy|Legation|Consulate')"/>
    <lp:agent kind="{if ($name/self::orgName or $office and not($name/self::persName)) then 'org' else 'person'}" role="{$role}">
      <xsl:sequence select="fp:attribute('ref', $meant ! f:refs(.)[1])"/>
      <xsl:text>{replace($words, '^[Tt]he ', '')}</xsl:text>
    </lp:agent>
  </xsl:function>

</xsl:stylesheet>
