<?xml version="1.0" encoding="UTF-8"?>
<!--
  Takes out of the stylesheet that SchXslt2 makes of a schema what only says that a rule was tried:
  a line of report for every node to which a rule applies, severities that no phase asks for. What
  is left reports what failed, and takes a fraction of the time.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                exclude-result-prefixes="#all" version="3.0">

  <xsl:mode on-no-match="shallow-copy"/>

  <xsl:variable name="schxslt" as="xs:string" select="'Q{http://dmaus.name/ns/2023/schxslt}'"/>

  <xsl:template match="svrl:fired-rule | svrl:suppressed-rule | svrl:active-pattern
                       | svrl:ns-prefix-in-attribute-values"/>

  <!-- A rule calls the severities of its tests by their names, each time. -->
  <xsl:template match="xsl:variable[@name = $schxslt || 'severity']
                       | xsl:function[@name = $schxslt || 'numeric-severity']"/>

  <xsl:template match="xsl:choose[xsl:otherwise/(svrl:skipped-assert | svrl:skipped-report)]">
    <xsl:apply-templates select="xsl:when/node()"/>
  </xsl:template>

  <!-- Below an element the rules see elements and attributes; no rule is about text. -->
  <xsl:template match="xsl:template[@priority = '-10']/xsl:apply-templates[@select = 'node()']">
    <xsl:variable name="about-others" as="attribute()*" select="
      //xsl:template/@match[matches(., '(text|comment|processing-instruction|node)\(')]"/>
    <xsl:copy>
      <xsl:attribute name="select" select="if (exists($about-others)) then 'node()' else '*'"/>
      <xsl:copy-of select="@mode"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
