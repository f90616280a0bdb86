<?xml version="1.0" encoding="UTF-8"?>
<!--
  The web edition: a normalised letter in, its page out; and every other page of the site. This file
  is the entry: what it takes, which modes it has, which parts it is made of.
-->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:lp="urn:letterpress:model"
                xmlns:m="urn:letterpress:modes"
                xmlns:mp="urn:letterpress:modes:private"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all"
                expand-text="yes">

  <!-- White space is text, so nothing is indented; no meta element but those of page.xsl. -->
  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"
              include-content-type="no"/>

  <!-- ============================================================ parameters -->

  <!-- The corpus document: edition, letters, register entries. -->
  <xsl:param name="corpus" as="document-node(element(lp:corpus))" required="yes"/>

  <!-- The other formats that stand beside a letter's page:
       pdf, epub, text, diplomatic, markdown, tei, standoff. -->
  <xsl:param name="formats" as="xs:string*" select="()"/>

  <!-- Whether a style sheet of the user's, assets/custom.css, follows the program's own. -->
  <xsl:param name="styled" as="xs:boolean" select="false()"/>

  <!-- The pictures that stand beside the pages, from the site's root, by the file that names them and the
       address there, with a space between. -->
  <xsl:param name="pictures" as="map(xs:string, xs:string)" select="map { }"/>

  <!-- The charts as the program has laid them out (render.chart): the maps, the closest first, and
       who wrote to whom. -->
  <xsl:param name="maps" as="map(*)*" select="()"/>
  <xsl:param name="network" as="map(*)?" select="()"/>

  <!-- ================================================================= modes -->

  <!-- A normalised letter to its page. -->
  <xsl:mode name="m:letter" on-no-match="fail"/>

  <!-- Whatever stands in a normalised text, to HTML. -->
  <xsl:mode name="m:content" on-no-match="text-only-copy" on-multiple-match="fail"/>

  <!-- A note, from where its mark stands to where it is read. -->
  <xsl:mode name="m:note" on-no-match="fail"/>

  <!-- An action, source or licence of the metadata to a line of the facts about a letter. -->
  <xsl:mode name="mp:fact" on-no-match="fail"/>

  <!-- xml:id, xml:lang and rend to the attributes of HTML. -->
  <xsl:mode name="mp:attributes" on-no-match="deep-skip"/>

  <!-- ================================================================= parts -->

  <xsl:import href="core/l10n.xsl"/>
  <xsl:import href="core/sides.xsl"/>
  <xsl:import href="core/references.xsl"/>

  <xsl:include href="html/model.xsl"/>
  <xsl:include href="html/language.xsl"/>
  <xsl:include href="html/links.xsl"/>
  <xsl:include href="html/page.xsl"/>

  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/cite.xsl"/>

  <xsl:include href="html/letter.xsl"/>
  <xsl:include href="html/readings.xsl"/>
  <xsl:include href="html/neighbours.xsl"/>
  <xsl:include href="html/colophon.xsl"/>
  <xsl:include href="html/signs.xsl"/>

  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/lists-tables.xsl"/>
  <xsl:include href="html/phrases.xsl"/>
  <xsl:include href="html/editorial.xsl"/>
  <xsl:include href="html/notes.xsl"/>

  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/policies.xsl"/>
  <xsl:include href="html/plan.xsl"/>
  <xsl:include href="html/imprint.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/shown.xsl"/>
  <xsl:include href="html/letters.xsl"/>
  <xsl:include href="html/correspondences.xsl"/>
  <xsl:include href="html/calendar.xsl"/>
  <xsl:include href="html/entries.xsl"/>
  <xsl:include href="html/charts.xsl"/>
  <xsl:include href="html/search.xsl"/>

  <!-- What the site offers to machines. -->
  <xsl:include href="data.xsl"/>

</xsl:stylesheet>
