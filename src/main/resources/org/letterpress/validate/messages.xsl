<?xml version="1.0" encoding="UTF-8"?>
<!--
  A stylesheet that SchXslt2 has made, with the spaces between the parts of its messages: they would
  be stripped as white space between elements.
-->
<xsl:transform version="3.0" exclude-result-prefixes="#all"
               xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
               xmlns:svrl="http://purl.oclc.org/dsdl/svrl">

  <xsl:mode on-no-match="shallow-copy"/>

  <xsl:template match="svrl:text" as="element(svrl:text)">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="xml:space" select="'preserve'"/>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>
</xsl:transform>
