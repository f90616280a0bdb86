<?xml version="1.0" encoding="UTF-8"?>
<!-- The page that says which files there are for programs, and what stands in them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:lp="urn:letterpress:model"
                xmlns:f="urn:letterpress:functions"
                xmlns:fp="urn:letterpress:functions:private"
                xmlns:t="urn:letterpress:templates"
                xmlns:tp="urn:letterpress:templates:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- $files: the paths of all files for machines, from the site's root. -->
  <xsl:template name="t:data-page" as="document-node()">
    <xsl:context-item use="optional"/>
    <xsl:param name="files" as="xs:string*"/>
    <xsl:variable name="tables" as="map(xs:string, item()*)*" select="f:tables()"/>
    <xsl:variable name="main" as="node()*">
      <h1>{f:l10n('page.data', $fp:ui)}</h1>
      <div class="data">
        <p>{f:l10n('data.intro', $fp:ui)}</p>
        <xsl:if test="$fp:edition/(@licence, @licence-target)[string()]">
          <p>
            <xsl:text>{f:l10n('letter.licence', $fp:ui)}: </xsl:text>
            <xsl:sequence select="f:licence($fp:edition/@licence, $fp:edition/@licence-target)"/>
          </p>
        </xsl:if>
        <h2>{f:l10n('data.files', $fp:ui)}</h2>
        <dl class="facts">
          <xsl:for-each select="$tables">
            <dt>{fp:table-title(?name)}</dt>
            <dd>
              <a href="{?name}.csv" type="text/csv">{?name}.csv</a>
              <xsl:text>, </xsl:text>
              <a href="{?name}.json" type="application/json">{?name}.json</a>
            </dd>
          </xsl:for-each>
          <xsl:variable name="others" as="xs:string*"
                        select="$files[not(. = $tables?name ! ('data/' || . || '.csv', 'data/' || . || '.json'))]"/>
          <xsl:for-each-group select="sort($others, 'http://www.w3.org/2005/xpath-functions/collation/codepoint')"
                              group-by="fp:file-key(.)">
            <dt>{f:l10n('data.file.' || current-grouping-key(), $fp:ui)}</dt>
            <xsl:for-each select="current-group()">
              <dd><a href="{f:root('data/') || .}">{replace(., '^.*/', '')}</a></dd>
            </xsl:for-each>
          </xsl:for-each-group>
        </dl>
        <p>{f:l10n('data.tei', $fp:ui)}</p>
        <h2>{f:l10n('data.columns', $fp:ui)}</h2>
        <p>{f:l10n('data.columns.note', $fp:ui)}</p>
        <!-- All registers have the same columns, but for those of places and works. -->
        <xsl:for-each-group select="$tables" group-by="?columns[1]?name || ?columns[2]?name">
          <h3>{f:enumeration(current-group() ! fp:table-title(?name))}</h3>
          <dl class="columns">
            <xsl:for-each select="distinct-values(current-group()?columns?name)">
              <dt><code>{.}</code></dt>
              <dd>{f:l10n('data.column.' || ., $fp:ui)}</dd>
            </xsl:for-each>
          </dl>
        </xsl:for-each-group>
      </div>
    </xsl:variable>
    <xsl:call-template name="t:page">
      <xsl:with-param name="path" select="'data/index.html'"/>
      <xsl:with-param name="title" select="f:l10n('page.data', $fp:ui)"/>
      <xsl:with-param name="head" select="f:json-ld(fp:dataset($tables))"/>
      <xsl:with-param name="main" select="$main"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="fp:table-title" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="kind" as="xs:string?" select="$fp:kinds[$fp:register(.) eq $name || '.html']"/>
    <xsl:sequence select="f:l10n(if ($kind) then 'register.' || $kind else 'data.' || $name, $fp:ui)"/>
  </xsl:function>

  <!-- Files of one kind share their description. -->
  <xsl:function name="fp:file-key" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="replace(replace($path, '^.*/', ''), '^(beacon|sitemap)-?.*$', '$1')"/>
  </xsl:function>

  <!-- The tables as searches for data sets want them described. -->
  <xsl:function name="fp:dataset" as="map(xs:string, item()*)">
    <xsl:param name="tables" as="map(xs:string, item()*)*"/>
    <xsl:sequence select="map:merge((
        map:entry('@type', 'Dataset'),
        fp:property('name', f:l10n('page.data', $fp:ui) || ': ' || $fp:edition/@title),
        fp:property('description', f:l10n('data.intro', $fp:ui)),
        fp:property('license', f:web-address($fp:edition/@licence-target)),
        map:entry('isBasedOn', fp:edition-thing()),
        fp:property('distribution', for $table in $tables, $format in ('csv', 'json') return map {
            '@type': 'DataDownload',
            'name': $table?name,
            'encodingFormat': if ($format eq 'csv') then 'text/csv' else 'application/json',
            'contentUrl': (f:absolute('data/' || $table?name || '.' || $format),
                           $table?name || '.' || $format)[1] })))"/>
  </xsl:function>

</xsl:stylesheet>
