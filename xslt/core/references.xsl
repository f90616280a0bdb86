<?xml version="1.0" encoding="UTF-8"?>
<!-- What an attribute may refer to. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:f="urn:letterpress:functions"
                exclude-result-prefixes="#all">

  <!-- The ids that a value may mean: its words, and the names of files in it. -->
  <xsl:function name="f:meant" as="xs:string*">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="tokenize(translate($value, '#', ' ')) ! (., replace(., '^.*/|\.(xml|html)$', ''))"/>
  </xsl:function>

</xsl:stylesheet>
