package social.greenroom.agents;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "social.greenroom.agents",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AgentsArchitectureTest {
  @ArchTest
  static final ArchRule importsCoreAndTheModelsClientOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "social.greenroom.agents..",
              "social.greenroom.core..",
              "java..",
              "org.jspecify.annotations",
              "com.fasterxml.jackson..",
              "dev.langchain4j..");
}
