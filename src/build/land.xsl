<?xml version="1.0" encoding="UTF-8"?>
<!--
  The land of the map: TopoJSON → one line of text for each ring of a polygon, longitude and latitude
  in turn, in hundredths of a degree. TopoJSON keeps lines that are shared (arcs) once, as steps on a
  grid; a ring names its arcs by number, an arc to be walked backwards by -1 - number.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <xsl:output method="text"/>

  <xsl:variable name="topology" as="map(*)" select="json-doc('land/land-50m.json')"/>

  <!-- Each arc as its points, "lon lat", in order. -->
  <xsl:variable name="arcs" as="array(xs:string*)"
                select="array:for-each($topology?arcs, fp:points#1)"/>

  <xsl:template name="xsl:initial-template" as="text()*">
    <xsl:for-each select="$topology?objects?land?geometries?*">
      <xsl:variable name="polygons" as="array(*)*"
                    select="if (?type eq 'Polygon') then ?arcs else ?arcs?*"/>
      <xsl:for-each select="$polygons?*">
        <xsl:text>{string-join(fp:ring(.), ' ')}&#10;</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The points of a ring; where two arcs meet, the point that both have stands once. -->
  <xsl:function name="fp:ring" as="xs:string*">
    <xsl:param name="numbers" as="array(*)"/>
    <xsl:for-each select="$numbers?*">
      <xsl:variable name="points" as="xs:string*"
                    select="if (. ge 0) then $arcs(xs:integer(.) + 1)
                            else reverse($arcs(xs:integer(-.)))"/>
      <xsl:sequence select="if (position() eq 1) then $points else tail($points)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="fp:points" as="xs:string*">
    <xsl:param name="arc" as="array(*)"/>
    <xsl:variable name="scale" as="xs:double*" select="$topology?transform?scale?*"/>
    <xsl:variable name="origin" as="xs:double*" select="$topology?transform?translate?*"/>
    <xsl:iterate select="$arc?*">
      <xsl:param name="x" as="xs:double" select="0"/>
      <xsl:param name="y" as="xs:double" select="0"/>
      <xsl:variable name="east" as="xs:double" select="$x + ?1"/>
      <xsl:variable name="north" as="xs:double" select="$y + ?2"/>
      <xsl:sequence select="xs:integer(round(100 * ($east * $scale[1] + $origin[1]))) || ' '
                            || xs:integer(round(100 * ($north * $scale[2] + $origin[2])))"/>
      <xsl:next-iteration>
        <xsl:with-param name="x" select="$east"/>
        <xsl:with-param name="y" select="$north"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

</xsl:stylesheet>
