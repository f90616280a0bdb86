<?xml version="1.0" encoding="UTF-8"?>
<!-- The least that a stylesheet can do for a letter: paragraphs and notes, as html, fo or text. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fo="http://www.w3.org/1999/XSL/Format"
                xmlns:m="urn:letterpress:modes"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:param name="format" as="xs:string" required="yes"/>

  <xsl:mode name="m:html" on-no-match="shallow-skip"/>
  <xsl:mode name="m:fo" on-no-match="shallow-skip"/>
  <xsl:mode name="m:text" on-no-match="shallow-skip"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="document-node()" as="node()*">
    <xsl:choose>
      <xsl:when test="$format = 'html'">
        <html>
          <body>
            <xsl:apply-templates select="//text" mode="m:html"/>
          </body>
        </html>
      </xsl:when>
      <xsl:when test="$format = 'fo'">
        <fo:root>
          <fo:layout-master-set>
            <fo:simple-page-master master-name="page" page-width="148mm" page-height="210mm" margin="20mm">
              <fo:region-body/>
            </fo:simple-page-master>
          </fo:layout-master-set>
          <fo:page-sequence master-reference="page">
            <fo:flow flow-name="xsl-region-body">
              <xsl:apply-templates select="//text" mode="m:fo"/>
            </fo:flow>
          </fo:page-sequence>
        </fo:root>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="//text" mode="m:text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p | head | salute | signed | item" mode="m:html" as="element()">
    <p>
      <xsl:apply-templates mode="m:html"/>
    </p>
  </xsl:template>

  <xsl:template match="p | head | salute | signed | item" mode="m:fo" as="element(fo:block)">
    <fo:block>
      <xsl:apply-templates mode="m:fo"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="note" mode="m:fo" as="element(fo:footnote)">
    <fo:footnote>
      <fo:inline>{@n}</fo:inline>
      <fo:footnote-body>
        <fo:block>{normalize-space()}</fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <xsl:template match="text()" mode="m:html m:fo m:text" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

</xsl:stylesheet>
