package social.greenroom.channels;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "social.greenroom.channels",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ChannelsArchitectureTest {
  @ArchTest
  static final ArchRule importsCoreAndTheMcpClientOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "social.greenroom.channels..",
              "social.greenroom.core..",
              "java..",
              "javax.net.ssl",
              "org.jspecify.annotations",
              "com.fasterxml.jackson..",
              "io.modelcontextprotocol..");

  @ArchTest
  static final ArchRule networksDontKnowOneAnother =
      slices()
          .matching("social.greenroom.channels.(linkedin|x|mastodon)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("social.greenroom.channels.(*)..").should().beFreeOfCycles();
}
