package social.greenroom.standalone.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;

/** Who may send, and by which clock. */
@AnalyzeClasses(
    packages = {
      "social.greenroom.core",
      "social.greenroom.channels",
      "social.greenroom.worker",
      "social.greenroom.operator",
      "social.greenroom.api",
      "social.greenroom.standalone"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class SendingArchitectureTest {
  private static final String PUBLISHING = "social.greenroom.worker.publish";

  /** It is called after the attempt was committed, and from nowhere else. */
  @ArchTest
  static final ArchRule onePlacePublishes =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(PUBLISHING + ".PublishVariant")
          .should()
          .callMethodWhere(
              target(name("publish")).and(target(owner(assignableTo(PlatformAdapter.class)))));

  /** Not even by way of something that it is given. */
  @ArchTest
  static final ArchRule whatFollowsAPostCantPublish =
      noClasses()
          .that()
          .resideInAPackage("social.greenroom.worker.follow..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PlatformAdapter.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(PublishCommand.class)
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(PUBLISHING.replace(".", "\\.") + "\\.(?!PublishSettings$).*");

  /** The machine's clock may be wrong, and jumps: what is sent goes by the database's. */
  @ArchTest
  static final ArchRule sendersGoByTheDatabasesClock =
      noClasses()
          .that()
          .resideInAnyPackage(
              PUBLISHING + "..",
              "social.greenroom.worker.settle..",
              "social.greenroom.worker.follow..",
              "social.greenroom.worker.limit..",
              "social.greenroom.worker.pool..")
          // It signs tokens, by the clock of whoever made them.
          .and()
          .doNotHaveSimpleName("Serve")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
