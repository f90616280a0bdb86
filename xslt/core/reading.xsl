<?xml version="1.0" encoding="UTF-8"?>
<!-- In which order a book tells its letters. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                exclude-result-prefixes="#all">

  <!--
    All letters and parts: letters in order of date; but a volume that has parts stands whole, in the
    order of its text, in the place of its first letter.
  -->
  <xsl:function name="f:reading-order" as="element()*" visibility="public">
    <xsl:param name="corpus" as="document-node(element(lp:corpus))"/>
    <xsl:variable name="parts" as="element(lp:part)*" select="$corpus/lp:corpus/lp:part"/>
    <xsl:choose>
      <xsl:when test="empty($parts)">
        <xsl:sequence select="$corpus/lp:corpus/lp:letter"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$corpus/lp:corpus/(lp:letter | lp:part)"
                            group-by="if (@file = $parts/@file) then concat('file ', @file) else concat('id ', @id)">
          <xsl:perform-sort select="current-group()">
            <xsl:sort select="xs:integer((@position, 0)[1])"/>
          </xsl:perform-sort>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
