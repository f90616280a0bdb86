package org.letterpress;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The floors of docs/architecture.md, kept. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.letterpress");

  private static void check(ArchRule rule) {
    rule.check(HOUSE);
  }

  @Test
  void packagesUseOnlyThoseToTheirRight() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.letterpress.cli..")
            .layer("serve")
            .definedBy("org.letterpress.serve..")
            .layer("publish")
            .definedBy("org.letterpress.publish..")
            .layer("validate")
            .definedBy("org.letterpress.validate..")
            .layer("render")
            .definedBy("org.letterpress.render..")
            .layer("audit")
            .definedBy("org.letterpress.audit..")
            .layer("report")
            .definedBy("org.letterpress.report..")
            .layer("model")
            .definedBy("org.letterpress.model..")
            .layer("xml")
            .definedBy("org.letterpress.xml..")
            .layer("finding")
            .definedBy("org.letterpress.finding..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("cli", "serve")
            .whereLayer("validate")
            .mayOnlyBeAccessedByLayers("cli", "serve", "publish")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("cli", "serve", "publish")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("cli", "publish")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "serve", "publish")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("cli", "serve", "publish", "validate", "render", "audit"));
  }

  @Test
  void roomsDoNotGoInCircles() {
    check(slices().matching("org.letterpress.(*)..").should().beFreeOfCycles());
  }

  @Test
  void findingsUseTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("org.letterpress.finding..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.letterpress.finding..", "java.."));
  }

  @Test
  void reportsUseFindingsAndSourceTextAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("org.letterpress.report..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.letterpress.report..",
                "org.letterpress.finding..",
                "org.letterpress.xml..",
                "java.."));
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.letterpress.cli..")))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void onlyTheXmlRoomMakesProcessorsAndParsers() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.letterpress.xml..")))
            .should()
            .callConstructor(net.sf.saxon.s9api.Processor.class, boolean.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javax.xml.parsers.."));
  }

  @Test
  void onlyThePressUsesFop() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.letterpress.render.pdf..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.fop.."));
  }

  @Test
  void onlyTheSearchIndexUsesStemmers() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.letterpress.render.search..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tartarus.snowball..", "org.apache.lucene.."));
  }

  @Test
  void onlyTheAuditReadsMarkdown() {
    check(
        noClasses()
            .that(not(simpleName("MarkdownReading")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.commonmark.."));
  }

  @Test
  void onlyTheGrammarUsesJing() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.letterpress.validate.grammar..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.thaiopensource.."));
  }
}
