<?xml version="1.0" encoding="UTF-8"?>
<!--
  The Schematron rules within a grammar in RELAX NG, as one schema.

  Taken are whole patterns, wherever they stand; rules without a pattern; and asserts and reports
  directly in rng:element, which speak of that element.
-->
<xsl:transform version="3.0" exclude-result-prefixes="#all"
               xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
               xmlns:rng="http://relaxng.org/ns/structure/1.0"
               xmlns:sch="http://purl.oclc.org/dsdl/schematron">

  <!-- The grammar and what it includes. -->
  <xsl:param name="grammars" as="document-node()*" required="yes"/>

  <xsl:template name="xsl:initial-template" as="element(sch:schema)">
    <sch:schema queryBinding="xslt3">
      <!-- The first to bind a prefix is heard. -->
      <xsl:for-each-group select="$grammars//sch:ns" group-by="@prefix">
        <xsl:copy-of select="."/>
      </xsl:for-each-group>
      <xsl:copy-of select="
        $grammars//(xsl:key | xsl:function | sch:phase | sch:diagnostics | sch:properties)"/>
      <xsl:copy-of select="$grammars//sch:let[not(parent::sch:*) or parent::sch:schema]"/>
      <xsl:copy-of select="$grammars//sch:pattern"/>
      <xsl:for-each select="$grammars//sch:rule[not(parent::sch:pattern)]">
        <sch:pattern>
          <xsl:copy-of select="."/>
        </sch:pattern>
      </xsl:for-each>
      <xsl:for-each select="$grammars//rng:element[@name][sch:assert | sch:report]">
        <sch:pattern>
          <sch:rule context="{'Q{' || ancestor-or-self::*[@ns][1]/@ns || '}'
                              || replace(@name, '^.*:', '')}">
            <xsl:copy-of select="sch:assert | sch:report"/>
          </sch:rule>
        </sch:pattern>
      </xsl:for-each>
    </sch:schema>
  </xsl:template>
</xsl:transform>
