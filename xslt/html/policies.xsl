<?xml version="1.0" encoding="UTF-8"?>
<!-- By what rules letters were edited: said once, on the page about the edition, for all that share them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:m="urn:letterpress:modes"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- The words of each policy that letters have, in the order of the letters. -->
  <xsl:variable name="fp:policies" as="xs:string*"
                select="distinct-values($corpus/lp:corpus/lp:letter[lp:policy/*] ! fp:policy-words(.))"/>

  <xsl:function name="fp:policy-words" as="xs:string">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($record/lp:policy))"/>
  </xsl:function>

  <!-- Which of the policies is a letter's own; none of a letter without one. -->
  <xsl:function name="fp:policy-number" as="xs:integer?">
    <xsl:param name="record" as="element()"/>
    <xsl:sequence select="$record[lp:policy/*] ! index-of($fp:policies, fp:policy-words(.))"/>
  </xsl:function>

  <!-- The policies, and whose each is where that isn't plain. -->
  <xsl:template name="tp:policies" as="element()*">
    <xsl:context-item use="absent"/>
    <xsl:for-each-group select="$corpus/lp:corpus/lp:letter[lp:policy/*]" group-by="fp:policy-words(.)">
      <div class="about" id="policy-{position()}">
        <!-- The edition's own policy has its heading already. -->
        <xsl:if test="position() eq 1 and not($fp:edition/lp:section[@type = 'policy'])">
          <h2>{f:l10n('letter.policy', $fp:ui)}</h2>
        </xsl:if>
        <xsl:if test="last() gt 1 or $fp:edition/lp:section[@type = 'policy']">
          <p class="applies"><xsl:sequence select="fp:some-letters(current-group())"/></p>
        </xsl:if>
        <xsl:apply-templates mode="m:content" select="lp:policy/*">
          <xsl:with-param name="root" select="''" tunnel="yes"/>
          <xsl:with-param name="prefix" select="'policy-' || position() || '-'" tunnel="yes"/>
        </xsl:apply-templates>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The letters that a policy is for: three by name, or their number. -->
  <xsl:function name="fp:some-letters" as="node()+">
    <xsl:param name="letters" as="element(lp:letter)+"/>
    <xsl:choose>
      <xsl:when test="count($letters) gt 3">
        <xsl:text>{f:counted('count.letter', count($letters), $fp:ui)}</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$letters">
          <xsl:if test="position() gt 1">
            <xsl:text>; </xsl:text>
          </xsl:if>
          <a href="{f:letter-path(@id)}">{f:short-title(.)}</a>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
