package social.greenroom.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "social.greenroom.core",
    importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {
  @ArchTest
  static final ArchRule importsNothingOfOursAndFewLibraries =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "social.greenroom.core..",
              "java..",
              "javax.crypto..",
              "javax.net.ssl",
              "org.jspecify.annotations",
              "com.fasterxml.jackson..",
              "com.ibm.icu..",
              "com.github.f4b6a3.uuid..",
              "org.dmfs.rfc5545..");

  @ArchTest
  static final ArchRule touchesNoNetworkAndNoDatabase =
      noClasses()
          .that()
          // The guard has to stand in front of the client that it guards.
          .resideOutsideOfPackage("social.greenroom.core.egress")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.net.http..", "javax.sql..", "javax.net..");

  @ArchTest
  static final ArchRule asksTheClockOnlyThroughItsCallers =
      noClasses()
          .that()
          .resideInAnyPackage(
              "social.greenroom.core.post..",
              "social.greenroom.core.schedule..",
              "social.greenroom.core.policy..",
              "social.greenroom.core.network..",
              "social.greenroom.core.neversay..")
          .should()
          .callMethod("java.time.Instant", "now")
          .orShould()
          .callMethod("java.time.LocalDate", "now")
          .orShould()
          .callMethod("java.lang.System", "currentTimeMillis");

  @ArchTest
  static final ArchRule hasNoCatchAllPackages =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..helper..", "..manager..", "..impl..", "..common..");
}
