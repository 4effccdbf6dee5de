package social.greenroom.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The sandbox is the outside world: it knows nothing of ours. */
@AnalyzeClasses(
    packages = "social.greenroom.sandbox",
    importOptions = ImportOption.DoNotIncludeTests.class)
class SandboxArchitectureTest {
  @ArchTest
  static final ArchRule importsNothingOfOurs =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "social.greenroom.sandbox..",
              "java..",
              "javax.imageio..",
              "org.jspecify.annotations",
              "io.vertx..",
              "io.netty..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("social.greenroom.sandbox.(*)..").should().beFreeOfCycles();
}
