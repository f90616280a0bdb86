<?xml version="1.0" encoding="UTF-8"?>
<!-- Normalisation of points: breaks, hands, pictures of pages, measured spaces; and of what stands among them, running heads. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.tei-c.org/ns/1.0"
                xmlns:mp="urn:letterpress:modes:private"
                xmlns:tp="urn:letterpress:templates:private"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- A point has no text; where an edition puts some into it all the same, the text follows it. -->
  <xsl:template match="(anchor | handShift | lb | cb | gb | pb | milestone | damageSpan | ptr | graphic)[normalize-space()]"
                mode="mp:phrase" as="node()*" priority="1">
    <xsl:next-match/>
    <seg type="{local-name()}">
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
  </xsl:template>

  <!--
    A break parts words, with white space beside it or without, unless it says that it does not. Only
    with a page break the white space decides, where @break says nothing: editions put them into words.
  -->
  <xsl:template match="(cb | gb | milestone)[not(@break = 'no')] | pb[@break = 'yes']" mode="mp:phrase" as="node()+"
                priority="2">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="gb | milestone | addSpan | delSpan | damageSpan" mode="mp:phrase" as="empty-sequence()"/>

  <!-- The beginning of a passage that nobody knows the end of; what it holds against the rules is all that it marks. -->
  <xsl:template match="(addSpan | delSpan)[normalize-space()]" mode="mp:phrase" as="element()" priority="1">
    <xsl:element name="{substring(local-name(), 1, 3)}">
      <xsl:copy-of select="@place, @rend, @type"/>
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="anchor | lb | cb" mode="mp:phrase" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@type, @break, @n[not(../self::lb)]"/>
      <xsl:call-template name="tp:common"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pb" mode="mp:phrase" as="element(pb)">
    <pb>
      <xsl:copy-of select="@n, @break, @cert, @resp, @evidence"/>
      <xsl:for-each select="@facs[normalize-space()]">
        <xsl:attribute name="facs" select="(fp:image(.), .)[1]"/>
      </xsl:for-each>
      <xsl:call-template name="tp:common"/>
    </pb>
  </xsl:template>

  <!-- Catchwords, running heads: words of the page that are no part of the sentence. -->
  <xsl:template match="fw" mode="mp:phrase" as="node()+">
    <xsl:text> </xsl:text>
    <seg type="fw">
      <xsl:call-template name="tp:common"/>
      <xsl:apply-templates mode="mp:phrase"/>
    </seg>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:key name="fp:image" match="surface[@xml:id] | zone[@xml:id] | graphic[@xml:id]" use="@xml:id"/>

  <!-- The address of the picture that a page break leads to by an id; none where it names it itself. -->
  <xsl:function name="fp:image" as="xs:string?">
    <xsl:param name="facs" as="attribute()"/>
    <xsl:variable name="meant" as="element()?" select="key('fp:image', substring-after($facs, '#'), root($facs))[1]"/>
    <xsl:sequence select="$meant/(self::graphic, ancestor-or-self::surface[1]/descendant::graphic)[1]/@url ! normalize-space(.)"/>
  </xsl:function>

  <!-- A hand is told by its name, where the header has it. -->
  <xsl:template match="handShift" mode="mp:phrase" as="element(handShift)">
    <xsl:param name="hands" as="map(xs:string, xs:string)" select="map { }" tunnel="yes"/>
    <handShift>
      <xsl:copy-of select="@medium, @scribe"/>
      <xsl:if test="@new">
        <xsl:attribute name="new" select="tokenize(@new) ! ($hands(.), .)[1]"/>
      </xsl:if>
      <xsl:call-template name="tp:common"/>
    </handShift>
  </xsl:template>

  <xsl:function name="fp:hands" as="map(xs:string, xs:string)">
    <xsl:param name="source" as="element()"/>
    <xsl:map>
      <xsl:for-each-group select="$source/ancestor-or-self::*/teiHeader//handNote[@xml:id]" group-by="'#' || @xml:id">
        <xsl:variable name="name" as="xs:string"
                      select="string((translate(@scribe, '_', ' '), (persName | name)[1] ! f:line(.),
                                      f:line(.)[string-length(.) le 60])[. ne ''][1])"/>
        <xsl:if test="$name ne ''">
          <xsl:map-entry key="current-grouping-key()" select="$name"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- An editor's measured space is a space between words; what is said of it is kept. -->
  <xsl:template match="space" mode="mp:phrase" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:if test="normalize-space()">
      <space>{f:line(.)}</space>
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
