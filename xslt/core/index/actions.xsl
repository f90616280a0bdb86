<?xml version="1.0" encoding="UTF-8"?>
<!-- What a header says of the way of a letter: who, where, when. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!--
    Each correspAction as it is told. Some editions name both parties in one and tell them apart by
    their types: who is called an addressee there has received the letter, not sent it.
  -->
  <xsl:function name="fp:actions" as="element(lp:action)*">
    <xsl:param name="actions" as="element(correspAction)+"/>
    <xsl:variable name="astray" as="element()*" select="$actions//*[fp:party(.)][not(fp:party(.) = fp:type(ancestor::correspAction[1]))]
                                                        [fp:type(ancestor::correspAction[1]) = ('sent', 'received')]"/>
    <xsl:for-each select="$actions">
      <xsl:variable name="type" as="xs:string" select="fp:type(.)"/>
      <lp:action type="{$type}">
        <xsl:sequence select="fp:attribute('subtype', @subtype)"/>
        <xsl:apply-templates select="*, $astray[fp:party(.) = $type][current() is $actions[fp:type(.) = $type][1]]" mode="fp:action">
          <xsl:with-param name="astray" select="$astray[not(fp:party(.) = $type)]" tunnel="yes"/>
        </xsl:apply-templates>
      </lp:action>
    </xsl:for-each>
    <xsl:for-each-group select="$astray[not(fp:party(.) = $actions/fp:type(.))]" group-by="fp:party(.)">
      <lp:action type="{current-grouping-key()}">
        <xsl:apply-templates select="current-group()" mode="fp:action">
          <xsl:with-param name="astray" select="()" tunnel="yes"/>
        </xsl:apply-templates>
      </lp:action>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="fp:type" as="xs:string">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:sequence select="string(($action/@type, $action/@subtype, 'sent')[1])"/>
  </xsl:function>

  <!-- What a name or person is said to have done with the letter; nothing where no type or role tells. -->
  <xsl:function name="fp:party" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="said" as="xs:string*"
                  select="$name[self::persName or self::orgName or self::name or self::rs or self::person or self::org]/(@type, @role, @subtype) ! lower-case(.)"/>
    <xsl:sequence select="('sent'[$said = ('sender', 'absender', 'writer', 'from')],
                           'received'[$said = ('addressee', 'recipient', 'receiver', 'empfänger', 'empfaenger', 'adressat', 'to')])[1]"/>
  </xsl:function>

  <!-- Sender and addressee as particDesc has them, where no correspDesc tells. -->
  <xsl:function name="fp:described-parties" as="element(lp:action)*">
    <xsl:param name="described" as="element(particDesc)*"/>
    <xsl:for-each-group select="$described//*[fp:party(.)]" group-by="fp:party(.)">
      <lp:action type="{current-grouping-key()}">
        <xsl:for-each select="current-group()">
          <xsl:variable name="name" as="element()" select="((persName, orgName, name)[normalize-space()], .)[1]"/>
          <lp:agent kind="{if (self::org or self::orgName) then 'org' else 'person'}">
            <xsl:sequence select="fp:attribute('ref', (f:refs($name), f:refs(.), @xml:id/string())[1])"/>
            <xsl:text>{if (self::org or self::orgName) then f:line($name) else fp:reading-order(f:line($name))}</xsl:text>
          </lp:agent>
        </xsl:for-each>
      </lp:action>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Of actions that were found in several ways, those found first; what they lack the next ones tell. -->
  <xsl:function name="fp:first-of-each-type" as="element(lp:action)*">
    <xsl:param name="actions" as="element(lp:action)*"/>
    <xsl:for-each-group select="$actions" group-by="string(@type)">
      <xsl:choose>
        <xsl:when test="current-group()[2] and current-group()[1][not(lp:place or lp:date)]">
          <lp:action>
            <xsl:sequence select="@*, lp:agent, current-group()[2]/(lp:place | lp:date)"/>
          </lp:action>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Agents, places, dates. -->
  <xsl:mode name="fp:action" on-no-match="shallow-skip"/>

  <!-- Whoever a note names has not therefore sent or received the letter. -->
  <xsl:template match="note" mode="fp:action" as="empty-sequence()"/>

  <xsl:template match="persName | orgName | name | rs" mode="fp:action" as="element(lp:agent)?">
    <xsl:param name="astray" as="element()*" tunnel="yes"/>
    <xsl:if test="empty(. intersect $astray)">
      <lp:agent kind="{(f:kind(.)[. ne ''][not(current()/(self::name | self::rs)/fp:party(.))], 'person')[1]}">
        <xsl:sequence select="fp:attribute('ref', f:refs(.)[1])"/>
        <xsl:text>{if (self::orgName) then f:line(.) else fp:reading-order(f:line(.))}</xsl:text>
      </lp:agent>
    </xsl:if>
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
    <xsl:variable name="dated" as="element(lp:date)" select="fp:dated(.)"/>
    <lp:date>
      <xsl:copy-of select="$dated/@*, @cert"/>
      <xsl:text>{(string($dated)[.], f:line(.)[empty($dated/@*)])[1]}</xsl:text>
    </lp:date>
  </xsl:template>

</xsl:stylesheet>
