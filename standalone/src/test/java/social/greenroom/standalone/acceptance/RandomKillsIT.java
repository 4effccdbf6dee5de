package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestConditions;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.standalone.up.KubernetesAccess;

/**
 * Programs, Jobs and the database are killed at random while posts are asked for and approved. At
 * the end each is at the sandbox once, but for those whose requests say that they have failed.
 * {@code -Dgreenroom.kills.seconds} kills for longer or shorter, and {@code -Dgreenroom.kills.seed}
 * repeats the choices of an earlier run.
 */
class RandomKillsIT {
  private static final String NAMESPACE = "kills";
  private static final int TALENTS = 3;
  private static final int LONGEST_PAUSE_MILLIS = 4_000;
  private static final int SECONDS = 90;
  private static final String DATABASE = "PostgreSQL";
  private static final List<String> VICTIMS =
      List.of(
          "operator/app",
          "api-server/app",
          "KubernetesProgram",
          "social.greenroom.worker.Worker",
          DATABASE);

  /** A lost heartbeat, the network's settling time, and the looks in between. */
  private static final Duration SETTLED = Duration.ofMinutes(6);

  private final long seed = Long.getLong("greenroom.kills.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<String> asked = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void eachPostGoesOutOnce() throws Exception {
    System.out.println("greenroom.kills.seed=" + seed);
    var agency = agency(folder.resolve("agency"));
    try (var greenroom =
            RunningGreenroom.start(
                folder.resolve("data"), "--split", "--examples", agency.toString());
        var kubernetes = KubernetesAccess.client(greenroom.endpoints().kubernetes())) {
      var talents = new ArrayList<Rest>();
      for (int i = 0; i < TALENTS; i++) {
        talents.add(Rest.signIn(greenroom, greenroom.talent("talent-" + i)));
      }
      var end = Instant.now().plusSeconds(Integer.getInteger("greenroom.kills.seconds", SECONDS));
      while (Instant.now().isBefore(end)) {
        ask(kubernetes);
        approve(talents);
        kill(greenroom);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
      }
      await()
          .atMost(SETTLED)
          .pollInterval(Duration.ofSeconds(1))
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                approve(talents);
                assertThat(unpublished(talents, failed(kubernetes))).isEmpty();
              });
      var failed = failed(kubernetes);
      failed.forEach(name -> System.out.println("failed, and told: " + name));
      assertThat(failed).hasSizeLessThan(asked.size() / 2);
      assertThat(greenroom.timeline()).hasSize(published(talents));
    }
  }

  /** Only what the API has taken counts; what it took without saying so is asked for again. */
  private void ask(KubernetesClient kubernetes) {
    var name = "thought-" + asked.size();
    var request = new PostRequest();
    request.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(NAMESPACE).build());
    request.setSpec(
        new PostRequestSpec(
            new ResourceRef("talent-" + asked.size() % TALENTS),
            null,
            "Say what the lake taught you about patience, take %d.".formatted(asked.size()),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            null));
    try {
      kubernetes.resource(request).serverSideApply();
      asked.add(name);
    } catch (RuntimeException e) {
      System.out.println("not taken: " + name);
    }
  }

  private static void approve(List<Rest> talents) {
    for (var talent : talents) {
      try {
        for (JsonNode variant : talent.withState("awaiting_approval")) {
          // What the persona proposes by itself waits on.
          if (variant.at("/post/requestName").asText().startsWith("thought-")) {
            talent.approveNow(variant);
          }
        }
      } catch (Exception e) {
        // The API server was killed just now, or the post was approved before it was.
        Thread.onSpinWait();
      } catch (AssertionError e) {
        // The database was killed just now: nothing else may be wrong.
        if (!e.getMessage().contains("answered 503")) {
          throw e;
        }
      }
    }
  }

  private void kill(RunningGreenroom greenroom) throws IOException {
    var victim = VICTIMS.get(random.nextInt(VICTIMS.size()));
    var found = victim.equals(DATABASE) ? databaseProcesses() : programs(greenroom, victim);
    if (!found.isEmpty()) {
      System.out.println("killed: " + victim);
      found.get(random.nextInt(found.size())).destroyForcibly();
    }
  }

  private static List<ProcessHandle> programs(RunningGreenroom greenroom, String command) {
    return greenroom
        .process()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(command))
        .toList();
  }

  /**
   * When one of them is killed, PostgreSQL ends all of them at once, which drops every connection,
   * and recovers from its log. Its first process isn't among them: nobody starts that anew.
   */
  private List<ProcessHandle> databaseProcesses() throws IOException {
    var file = folder.resolve("data/postgres/data/postmaster.pid");
    var first = Long.parseLong(Files.readAllLines(file).get(0).strip());
    return ProcessHandle.of(first).stream().flatMap(ProcessHandle::children).toList();
  }

  /**
   * A Job whose every try was killed has failed, and its request says so: that is told, not lost.
   */
  private static Set<String> failed(KubernetesClient kubernetes) {
    return kubernetes.resources(PostRequest.class).inNamespace(NAMESPACE).list().getItems().stream()
        .filter(request -> request.getStatus() != null)
        .filter(
            request ->
                Conditions.find(request.getStatus().conditions(), PostRequestConditions.SUCCEEDED)
                    .filter(condition -> condition.message().contains("backoff limit"))
                    .isPresent())
        .map(request -> request.getMetadata().getName())
        .collect(Collectors.toSet());
  }

  private static int published(List<Rest> talents) throws Exception {
    int published = 0;
    for (var talent : talents) {
      published += talent.withState("published").size();
    }
    return published;
  }

  /** What was asked for and is neither out nor said to have failed, each with how it stands. */
  private List<String> unpublished(List<Rest> talents, Set<String> failed) throws Exception {
    var standing = new TreeMap<String, String>();
    asked.forEach(name -> standing.put(name, "no draft"));
    standing.keySet().removeAll(failed);
    for (var talent : talents) {
      for (var variant : talent.variants()) {
        standing.computeIfPresent(
            variant.at("/post/requestName").asText(),
            (name, before) ->
                "%s %s: %s"
                    .formatted(
                        variant.path("id").asText(),
                        variant.path("state").asText(),
                        variant.path("stateText")));
      }
      for (var variant : talent.withState("published")) {
        standing.remove(variant.at("/post/requestName").asText());
      }
    }
    return standing.entrySet().stream().map(Object::toString).toList();
  }

  /** Talents with one account each, whose own posts can be read, and without a cooldown. */
  private static Path agency(Path folder) throws IOException {
    var yaml =
        new StringBuilder(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: kills, labels: {greenroom.social/tenant: kills}}
            ---
            apiVersion: greenroom.social/v1alpha1
            kind: Tenant
            metadata: {name: kills}
            spec: {displayName: Kills, namespace: kills, defaults: {dailyPostCap: 100, tickInterval: 24h}}
            """);
    for (int i = 0; i < TALENTS; i++) {
      yaml.append(
          """
          ---
          apiVersion: v1
          kind: Secret
          metadata:
            name: token-%1$d
            namespace: kills
            labels: {greenroom.social/credential: "true"}
            annotations: {greenroom.social/credential-hosts: 127.0.0.1}
          stringData: {token: sandbox-kills%1$d}
          ---
          apiVersion: greenroom.social/v1alpha1
          kind: Talent
          metadata: {name: talent-%1$d, namespace: kills}
          spec:
            slug: talent-%1$d
            displayName: Talent %1$d
            owner: {email: talent-%1$d@kills.example}
            policy: {dailyCap: 100, tickInterval: 24h}
          ---
          apiVersion: greenroom.social/v1alpha1
          kind: Account
          metadata: {name: account-%1$d, namespace: kills}
          spec:
            talentRef: {name: talent-%1$d}
            platform: mastodon
            channel: api
            endpoint: http://127.0.0.1:8090/mastodon
            handle: kills%1$d
            remoteId: "%2$d"
            credentials: {secretRef: {name: token-%1$d, key: token}}
            limits: {dailyCap: 100, cooldown: 0s}
          """
              .formatted(i, remoteId("kills" + i)));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("agency.yaml"), yaml);
    return folder;
  }

  /** The number by which the sandbox's Mastodon knows the handle. */
  private static long remoteId(String handle) {
    var sum = new CRC32();
    sum.update(handle.getBytes(StandardCharsets.UTF_8));
    return 109_000_000_000L + sum.getValue();
  }
}
