package social.greenroom.standalone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;

/** Addresses that people give are called through the guarded client, since there is no other. */
@AnalyzeClasses(
    packages = {
      "social.greenroom.core",
      "social.greenroom.store",
      "social.greenroom.media",
      "social.greenroom.channels",
      "social.greenroom.agents",
      "social.greenroom.worker",
      "social.greenroom.operator",
      "social.greenroom.api",
      "social.greenroom.trace"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class EgressArchitectureTest {
  @ArchTest
  static final ArchRule nobodyElseMakesAnHttpClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "social.greenroom.core.egress",
              // The model router's address is the deployment's own, and often a private one.
              "social.greenroom.agents.router",
              // So is the API server's, from which Jobs have their media.
              "social.greenroom.media.remote",
              // Opens the program that is on its own class path.
              "social.greenroom.media.ffmpeg")
          .should()
          .callMethod(HttpClient.class, "newHttpClient")
          .orShould()
          .callMethod(HttpClient.class, "newBuilder")
          .orShould()
          .callMethod(URL.class, "openStream")
          .orShould()
          .callMethod(URL.class, "openConnection")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Socket.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SocketChannel.class);
}
