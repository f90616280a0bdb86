<?xml version="1.0" encoding="UTF-8"?>
<!--
  Takes out of the stylesheet that SchXslt2 makes of a schema what only says that a rule was tried:
  a line of report for every node to which a rule applies, severities that no phase asks for. And it
  turns the walk through the document round. What is left reports what failed, and takes a fraction
  of the time. It is given the elements by their names, and those that have an attribute by its
  name after an @, in the order of the document.
-->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:fp="urn:letterpress:functions:private"
                exclude-result-prefixes="#all" version="3.0">

  <xsl:mode on-no-match="shallow-copy"/>

  <xsl:variable name="schxslt" as="xs:string" select="'Q{http://dmaus.name/ns/2023/schxslt}'"/>

  <xsl:template match="svrl:fired-rule | svrl:suppressed-rule | svrl:active-pattern
                       | svrl:ns-prefix-in-attribute-values" as="empty-sequence()"/>

  <!-- A rule calls the severities of its tests by their names, each time. -->
  <xsl:template match="xsl:variable[@name = $schxslt || 'severity']
                       | xsl:function[@name = $schxslt || 'numeric-severity']" as="empty-sequence()"/>

  <xsl:template match="xsl:choose[xsl:otherwise/(svrl:skipped-assert | svrl:skipped-report)]" as="node()*">
    <xsl:apply-templates select="xsl:when/node()"/>
  </xsl:template>

  <xsl:template match="/xsl:stylesheet" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:element name="param" namespace="http://www.w3.org/1999/XSL/Transform">
        <xsl:attribute name="name" select="'fp:named'"/>
        <xsl:attribute name="as" select="'map(*)'"/>
        <xsl:attribute name="required" select="'yes'"/>
      </xsl:element>
      <xsl:apply-templates/>
    </xsl:copy>
  </xsl:template>

  <!--
    SchXslt2 walks through the document and looks for the rules of each node. There are few rules
    and many nodes: so the nodes of each rule are looked up instead. They come out rule by rule, no
    longer node by node.
  -->
  <xsl:template match="xsl:template[@match = 'root()']/xsl:apply-templates[@select = 'root()']" as="node()*">
    <xsl:variable name="mode" as="xs:string" select="@mode"/>
    <xsl:for-each-group select="//xsl:template[@mode = $mode][xsl:choose]"
                        group-by="string(xsl:choose/xsl:when/@test)">
      <xsl:variable name="rules" as="element(xsl:template)+" select="
        sort(current-group(), (), function($rule) {-number($rule/@priority)})"/>
      <xsl:for-each select="$rules">
        <xsl:variable name="at" as="xs:integer" select="position()"/>
        <!-- In a pattern only the first rule counts that a node has. -->
        <xsl:variable name="names" as="xs:string*" select="fp:names(@match)"/>
        <xsl:variable name="earlier" as="xs:string*" select="
          $rules[position() lt $at][fp:meet(fp:names(@match), $names)] ! ('$' || fp:variable(.))"/>
        <xsl:element name="variable" namespace="http://www.w3.org/1999/XSL/Transform">
          <xsl:attribute name="name" select="fp:variable(.)"/>
          <xsl:attribute name="as" select="'node()*'"/>
          <xsl:attribute name="select" select="
            '(' || fp:nodes(@match) || ')'
            || (if (exists($earlier)) then ' except (' || string-join($earlier, '|') || ')'
                else '')"/>
        </xsl:element>
        <xsl:element name="for-each" namespace="http://www.w3.org/1999/XSL/Transform">
          <xsl:attribute name="select" select="'$' || fp:variable(.)"/>
          <xsl:apply-templates select="xsl:variable, xsl:choose/xsl:otherwise/node()"/>
        </xsl:element>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="xsl:template[xsl:choose/xsl:otherwise/xsl:next-match]
                       | xsl:template[@priority = '-10'] | xsl:mode[starts-with(@name, 'group.')]
                       | xsl:otherwise/xsl:next-match" as="empty-sequence()"/>

  <xsl:function name="fp:variable" as="xs:string">
    <xsl:param name="rule" as="element(xsl:template)"/>
    <xsl:sequence select="'rule-' || $rule/@priority"/>
  </xsl:function>

  <!--
    The names of the nodes that a pattern may match, attributes after an @; * for all elements.
  -->
  <xsl:function name="fp:names" as="xs:string*">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:sequence select="
      distinct-values(fp:alternatives($pattern) ! tokenize(fp:bare(.), '/')[last()])"/>
  </xsl:function>

  <!-- Whether a node may have a name of the ones and of the others. -->
  <xsl:function name="fp:meet" as="xs:boolean">
    <xsl:param name="some" as="xs:string*"/>
    <xsl:param name="others" as="xs:string*"/>
    <xsl:sequence select="
      $some = $others
      or (($some, $others) = '*'
          and exists($some[not(starts-with(., '@'))]) and exists($others[not(starts-with(., '@'))]))"/>
  </xsl:function>

  <!-- A path without its conditions, which may stand within conditions. -->
  <xsl:function name="fp:bare" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="less" as="xs:string" select="replace($path, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($less = $path) then normalize-space($path) else fp:bare($less)"/>
  </xsl:function>

  <!-- The expression for all nodes that a pattern matches. -->
  <xsl:function name="fp:nodes" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="paths" as="xs:string+" select="fp:alternatives($pattern)"/>
    <xsl:variable name="apart" as="xs:boolean" select="
      not(fp:names($pattern) = '*') and count(fp:names($pattern)) = count($paths)"/>
    <xsl:sequence select="
      string-join($paths ! fp:looked-up(.), if ($apart) then ', ' else ' | ')"/>
  </xsl:function>

  <!-- The same of one path: its last name is looked up where it has two steps, else its first. -->
  <xsl:function name="fp:looked-up" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="forms" as="map(xs:string, xs:string)+" select="
      map {'of': '^tei:(\w+)//tei:(\w+)(\[.*)?$', 'by': '\$fp:named(''$2'')[ancestor::tei:$1]$3'},
      map {'of': '^tei:(\w+)/tei:(\w+)(\[.*)?$', 'by': '\$fp:named(''$2'')[parent::tei:$1]$3'},
      map {'of': '^tei:(\w+)//@([\w:]+)(\[.*)?$',
           'by': '\$fp:named(''@$2'')/@$2[ancestor::tei:$1]$3'},
      map {'of': '^tei:(\w+)(.*)$', 'by': '\$fp:named(''$1'')$2'},
      map {'of': '^@([\w:]+)(.*)$', 'by': '\$fp:named(''@$1'')/@$1$2'}"/>
    <xsl:variable name="form" as="map(xs:string, xs:string)?" select="
      $forms[matches($path, ?of, 's')][1]"/>
    <xsl:variable name="any" as="xs:string" select="'^\*\[(@[\w:]+( or @[\w:]+)*)\]'"/>
    <xsl:sequence select="
      if (exists($form)) then replace($path, $form?of, $form?by, 's')
      else if (matches($path, $any))
        then '(' || string-join(
                      tokenize(replace($path, $any || '.*$', '$1', 's'), ' or ')
                      ! ('$fp:named(''' || . || ''')'), ' | ')
             || ')' || replace($path, $any, '')
      else error((), 'Write the context otherwise, beginning with a name: ' || $path)"/>
  </xsl:function>

  <!-- What the bars of a pattern part, but for those in brackets. -->
  <xsl:function name="fp:alternatives" as="xs:string*">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:iterate select="tokenize($pattern, '\|')">
      <xsl:param name="open" as="xs:string?" select="()"/>
      <xsl:on-completion select="$open ! error((), 'Brackets without end: ' || .)"/>
      <xsl:variable name="all" as="xs:string" select="string-join(($open, .), '|')"/>
      <xsl:variable name="whole" as="xs:boolean" select="
        string-length(translate($all, '[(', '')) = string-length(translate($all, '])', ''))"/>
      <xsl:sequence select="$all[$whole] ! replace(., '^\s+|\s+$', '')"/>
      <xsl:next-iteration>
        <xsl:with-param name="open" select="$all[not($whole)]"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>
</xsl:stylesheet>
