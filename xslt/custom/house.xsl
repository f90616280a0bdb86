<?xml version="1.0" encoding="UTF-8"?>
<!--
  A sample of a look of one's own, to be named with the option "style" of the command "publish".
  Spaced letters of old German print become italics; every other rule stays the program's.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:m="urn:letterpress:modes"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:import href="letterpress:html.xsl"/>

  <!-- The program's own rule makes the span that house.css takes the spacing from. -->
  <xsl:template mode="m:content" match="hi[tokenize(@rend) = 'spaced']" as="element()">
    <em class="house-emphasis">
      <xsl:next-match/>
    </em>
  </xsl:template>

</xsl:stylesheet>
