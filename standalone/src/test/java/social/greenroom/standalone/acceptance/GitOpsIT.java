package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.talent.Talent;

/**
 * A GitOps tool keeps a folder and the cluster the same: it applies, prunes what was taken out, and
 * applies it again when it comes back.
 */
class GitOpsIT {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String NAMESPACE = "northlight";

  @TempDir Path folder;
  private RunningGreenroom greenroom;
  private GitOpsTool tool;
  private Rest dex;
  private Rest operator;

  @BeforeEach
  void start() throws Exception {
    greenroom = RunningGreenroom.start(folder.resolve("data"));
    tool = new GitOpsTool(greenroom.endpoints().kubernetes());
    dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
    operator = Rest.signIn(greenroom, greenroom.operator());
  }

  @AfterEach
  void stop() {
    tool.close();
    greenroom.close();
  }

  @Test
  void whatIsPrunedAndComesBackKeepsItsHistoryAndIsNeitherDraftedNorSentAgain() throws Exception {
    var agency = tool.track(dexFolder());
    tool.apply(agency);
    eventually(PostRequest.class, "bread-club-is-back", "Succeeded", ConditionStatus.TRUE);
    await()
        .atMost(SOON)
        .until(() -> dex.waitingOn("x") != null && dex.waitingOn("mastodon") != null);
    // The operator's finalizers and statuses are no drift.
    assertThat(tool.synced(agency)).isTrue();

    dex.approveNow(dex.waitingOn("x"));
    await().atMost(SOON).until(() -> dex.withState("published").size() == 1);
    assertThat(sentByDex()).isEqualTo(1);
    var published = dex.withState("published").get(0).get("id").asText();
    var generate =
        "generate-%s"
            .formatted(
                find(PostRequest.class, "bread-club-is-back")
                    .orElseThrow()
                    .getStatus()
                    .requestId());

    tool.prune(agency);
    await().atMost(SOON).until(() -> !draftJobs().contains(generate));
    var cancelled = operator.withState("cancelled");
    assertThat(cancelled).isNotEmpty();
    assertThat(cancelled).allSatisfy(post -> assertThat(post.toString()).contains("was deleted"));
    assertThat(ids(operator.withState("published"))).contains(published);
    var told = operator.activity();
    assertThat(told)
        .anyMatch(sentence -> sentence.startsWith("The post for Mastodon (dex) was cancelled"));
    assertThat(told)
        .anyMatch(sentence -> sentence.startsWith("The talent Dex Okonkwo was deleted."));
    assertThat(events("dex-okonkwo")).contains("Cancelled");

    tool.apply(agency);
    eventually(Talent.class, "dex-okonkwo", "Ready", ConditionStatus.TRUE);
    eventually(Account.class, "dex-x", "Ready", ConditionStatus.TRUE);
    eventually(Account.class, "dex-mastodon", "Ready", ConditionStatus.TRUE);
    var again =
        eventually(PostRequest.class, "bread-club-is-back", "Accepted", ConditionStatus.TRUE);
    assertThat(again.reason()).isEqualTo("AlreadyDone");
    assertThat(
            eventually(PostRequest.class, "bread-club-is-back", "Succeeded", ConditionStatus.TRUE)
                .message())
        .contains("1 were published");
    assertThat(tool.synced(agency)).isTrue();
    assertThat(operator.activity())
        .contains(
            "The talent Dex Okonkwo is back, with their history. What was cancelled stays cancelled.");

    // A new request goes all the way, so that the old ones had their chance to go out once more.
    tool.apply(tool.track(request("proof-of-life", "Flour, water, salt.", "")));
    await().atMost(SOON).until(() -> dex.waitingOn("mastodon") != null);
    dex.approveNow(dex.waitingOn("mastodon"));
    await().atMost(SOON).until(() -> dex.withState("published").size() == 2);
    assertThat(sentByDex()).isEqualTo(2);
    assertThat(ids(dex.withState("published"))).contains(published);
    assertThat(draftJobs()).doesNotContain(generate);
    assertThat(ids(operator.withState("cancelled"))).containsAll(ids(cancelled));
  }

  @Test
  void aRequestWhoseTimeIsOverComesBackAsDoneAndStays() throws Exception {
    var shortLived = tool.track(request("short-lived", "Hello.", "ttlSecondsAfterFinished: 2"));
    tool.apply(shortLived);
    await().atMost(SOON).until(() -> !draftsOf("short-lived").isEmpty());
    await().atMost(SOON).until(() -> find(PostRequest.class, "short-lived").isEmpty());
    var drafts = draftsOf("short-lived");

    tool.apply(shortLived);
    var accepted = eventually(PostRequest.class, "short-lived", "Accepted", ConditionStatus.TRUE);
    assertThat(accepted.reason()).isEqualTo("AlreadyDone");
    eventually(PostRequest.class, "short-lived", "Succeeded", ConditionStatus.TRUE);
    await()
        .during(Duration.ofSeconds(5))
        .atMost(SOON)
        .until(() -> find(PostRequest.class, "short-lived").isPresent());
    assertThat(draftsOf("short-lived")).isEqualTo(drafts);
    assertThat(tool.synced(shortLived)).isTrue();
  }

  private String dexFolder() throws IOException {
    var examples = RunningGreenroom.home().resolve("examples");
    var yaml = new StringBuilder();
    for (var file :
        List.of(
            "31-talent-dex-okonkwo.yaml",
            "42-accounts-dex-okonkwo.yaml",
            "51-request-bread-club.yaml")) {
      yaml.append(Files.readString(examples.resolve(file))).append("\n---\n");
    }
    return yaml.toString().replace("http://127.0.0.1:8090", greenroom.endpoints().sandbox());
  }

  private static String request(String name, String prompt, String more) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata: {name: %s, namespace: northlight}
        spec:
          talentRef: {name: dex-okonkwo}
          prompt: %s
          accountRefs: [{name: dex-mastodon}]
          %s
        """
        .formatted(name, prompt, more);
  }

  private List<String> draftJobs() {
    return tool.client().batch().v1().jobs().inNamespace(NAMESPACE).list().getItems().stream()
        .map(job -> job.getMetadata().getName())
        .filter(name -> name.startsWith("generate-"))
        .toList();
  }

  private List<String> draftsOf(String request) throws Exception {
    return ids(
        operator.withState("awaiting_approval").stream()
            .filter(variant -> variant.toString().contains(request))
            .toList());
  }

  private long sentByDex() {
    long count = 0;
    for (JsonNode post : greenroom.timeline()) {
      if (post.toString().contains("dex")) {
        count++;
      }
    }
    return count;
  }

  private static List<String> ids(List<JsonNode> variants) {
    return variants.stream().map(variant -> variant.get("id").asText()).sorted().toList();
  }

  private List<String> events(String name) {
    return tool.client().v1().events().inNamespace(NAMESPACE).list().getItems().stream()
        .filter(event -> name.equals(event.getInvolvedObject().getName()))
        .map(event -> event.getReason())
        .toList();
  }

  private <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
    return Optional.ofNullable(
        tool.client().resources(kind).inNamespace(NAMESPACE).withName(name).get());
  }

  private <T extends CustomResource<?, ? extends Conditioned>> Condition eventually(
      Class<T> kind, String name, String type, ConditionStatus status) {
    return await("%s %s is %s=%s".formatted(kind.getSimpleName(), name, type, status))
        .atMost(SOON)
        .until(
            () ->
                find(kind, name)
                    .flatMap(resource -> Optional.ofNullable(resource.getStatus()))
                    .flatMap(found -> Conditions.find(found.conditions(), type))
                    .filter(condition -> condition.status() == status),
            Optional::isPresent)
        .orElseThrow();
  }
}
