package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform engineer does and sees, with the real kubectl. */
class KubectlJourneyIT {
  @TempDir static Path folder;

  private static RunningGreenroom greenroom;
  private static Kubectl kubectl;

  @BeforeAll
  static void start() throws Exception {
    greenroom = RunningGreenroom.start(folder.resolve("data"));
    kubectl = new Kubectl(greenroom.endpoints().kubernetes());
  }

  @AfterAll
  static void stop() throws Exception {
    greenroom.close();
  }

  @Test
  void showsTheAgencyWithUsefulColumns() throws Exception {
    kubectl.run(
        "wait", "-n", "northlight", "--for=condition=Ready", "talent", "--all", "--timeout=60s");
    kubectl.run(
        "wait", "-n", "northlight", "--for=condition=Ready", "account", "--all", "--timeout=60s");

    assertThat(kubectl.run("get", "talents,accounts,postrequests", "-A"))
        .containsPattern("NAMESPACE +NAME +READY .*AGE")
        .containsPattern("northlight +talent.greenroom.social/aurora-lindqvist +True")
        .containsPattern("northlight +account.greenroom.social/aurora-x +True .*auroralindqvist")
        .contains("postrequest.greenroom.social/open-lab-night");
  }

  @Test
  void turnsARequestIntoDraftsAndTellsItsStory() throws Exception {
    kubectl.apply(request("a-new-core", "aurora-lindqvist", "aurora-x"));

    kubectl.run(
        "wait",
        "-n",
        "northlight",
        "--for=condition=Succeeded",
        "postrequest/a-new-core",
        "--timeout=60s");

    assertThat(kubectl.run("describe", "-n", "northlight", "postrequest/a-new-core"))
        .contains("Accepted", "Drafted", "Succeeded", "Events:")
        .containsPattern("Normal +\\w+ ");
  }

  @Test
  void appliesTheSameExampleAgainWithoutDraftingItAgain() throws Exception {
    kubectl.run(
        "wait",
        "-n",
        "northlight",
        "--for=condition=Succeeded",
        "postrequest/bread-club-is-back",
        "--timeout=60s");
    var before = kubectl.run("get", "jobs", "-n", "northlight", "-o", "name");

    kubectl.run(
        "apply",
        "-f",
        RunningGreenroom.home().resolve("examples/51-request-bread-club.yaml").toString());

    assertThat(kubectl.run("get", "jobs", "-n", "northlight", "-o", "name").lines())
        .filteredOn(job -> !before.contains(job))
        .noneMatch(job -> job.contains("bread-club"));
  }

  @Test
  void saysWhyARequestForAnUnknownAccountIsRefused() throws Exception {
    kubectl.apply(request("for-nobody", "aurora-lindqvist", "aurora-tiktok"));

    kubectl.run(
        "wait",
        "-n",
        "northlight",
        "--for=condition=Accepted=False",
        "postrequest/for-nobody",
        "--timeout=30s");

    assertThat(kubectl.run("describe", "-n", "northlight", "postrequest/for-nobody"))
        .contains("aurora-tiktok");
  }

  @Test
  void tellsWhoseAccountATokenOpens() throws Exception {
    kubectl.apply(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: newcomer
          namespace: northlight
          labels: {greenroom.social/credential: "true"}
          annotations: {greenroom.social/credential-hosts: 127.0.0.1}
        stringData: {token: sandbox-newcomer}
        ---
        apiVersion: greenroom.social/v1alpha1
        kind: Account
        metadata: {name: newcomer-x, namespace: northlight}
        spec:
          talentRef: {name: dex-okonkwo}
          platform: x
          channel: mcp
          handle: newcomer
          credentials: {secretRef: {name: newcomer, key: token}}
        """);

    kubectl.run(
        "wait",
        "-n",
        "northlight",
        "--for=condition=Connected",
        "account/newcomer-x",
        "--timeout=60s");

    assertThat(
            kubectl.run(
                "get",
                "account/newcomer-x",
                "-n",
                "northlight",
                "-o",
                "jsonpath={.status.remoteId} {.status.conditions[?(@.type=='Healthy')].reason}"))
        .matches("\\d+ Ok\\s*");
    kubectl.run("delete", "account/newcomer-x", "-n", "northlight");
  }

  @Test
  void refusesAnotherChannelForAnAccount() throws Exception {
    var account = kubectl.run("get", "account/aurora-x", "-n", "northlight", "-o", "yaml");

    assertThat(kubectl.refusal(account.replace("channel: mcp", "channel: api")))
        .contains("channel is immutable: one account, one channel, for ever");
  }

  @Test
  void refusesAnUnknownPlatform() throws Exception {
    var account = kubectl.run("get", "account/aurora-x", "-n", "northlight", "-o", "yaml");

    assertThat(kubectl.refusal(account.replace("platform: x", "platform: orkut")))
        .contains("spec.platform", "Unsupported value", "orkut");
  }

  @Test
  void refusesANeverSayListOfTheWrongType() throws Exception {
    assertThat(
            kubectl.refusal(
                """
                apiVersion: greenroom.social/v1alpha1
                kind: Talent
                metadata: {name: wrong, namespace: northlight}
                spec:
                  slug: wrong
                  displayName: Wrong
                  owner: {email: wrong@northlight.example}
                  profile: {neverSay: "a single string"}
                """))
        .contains("spec.profile.neverSay", "array");
  }

  private static String request(String name, String talent, String account) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata: {name: %s, namespace: northlight}
        spec:
          talentRef: {name: %s}
          prompt: The oldest core in the archive is open to visitors this week.
          accountRefs: [{name: %s}]
        """
        .formatted(name, talent, account);
  }
}
