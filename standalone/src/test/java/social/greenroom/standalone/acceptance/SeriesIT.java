package social.greenroom.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said again and again, from kubectl to the network. */
class SeriesIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  @TempDir Path folder;
  private RunningGreenroom greenroom;
  private Kubectl kubectl;
  private Rest dex;

  @BeforeEach
  void start() throws Exception {
    greenroom = RunningGreenroom.start(folder.resolve("data"));
    kubectl = new Kubectl(greenroom.endpoints().kubernetes());
    dex = Rest.signIn(greenroom, greenroom.talent("dex-okonkwo"));
  }

  @AfterEach
  void stop() {
    greenroom.close();
  }

  @Test
  void aPostThatWentOutGoesOutAgainInOtherWordsAndStopsWithItsSeries() throws Exception {
    kubectl.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata: {name: flour, namespace: northlight}
        spec:
          talentRef: {name: dex-okonkwo}
          prompt: Tell people that good bread needs flour, water and salt, and a night of patience.
          accountRefs: [{name: dex-mastodon}]
        """);
    await().atMost(SOON).until(() -> waiting("flour").size() == 1);
    dex.approveNow(waiting("flour").get(0));
    await().atMost(SOON).until(() -> dex.withState("published").size() == 1);
    var said = text(dex.withState("published").get(0));

    kubectl.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: PostSeries
        metadata: {name: flour-again, namespace: northlight}
        spec:
          talentRef: {name: dex-okonkwo}
          evergreen:
            requestRef: {name: flour}
            intervalDays: 1
            maximum: 2
          template:
            accountRefs: [{name: dex-mastodon}, {name: dex-x}]
        """);
    await().atMost(SOON).until(() -> waiting("flour-again").size() == 4);
    var texts = waiting("flour-again").stream().map(SeriesIT::text).toList();
    assertThat(texts).doesNotHaveDuplicates().doesNotContain(said);
    var onX = onX(waiting("flour-again"));
    assertThat(onX.at("/post/series/name").asText()).isEqualTo("flour-again");
    dex.approveNow(onX);
    await().atMost(SOON).until(() -> dex.withState("published").size() == 2);
    assertThat(greenroom.timeline().toString()).contains("flour");

    kubectl.run("delete", "postseries", "flour-again", "-n", "northlight", "--wait=true");
    assertThat(waiting("flour-again")).isEmpty();
    assertThat(dex.withState("cancelled").toString())
        .contains("Its series flour-again was deleted.");
    assertThat(dex.withState("published")).hasSize(2);
  }

  @Test
  void aRuleIsFollowedUntilItsTalentPausesIt() throws Exception {
    var start =
        LocalDateTime.now(ZoneId.of("America/Chicago"))
            .plusHours(2)
            .truncatedTo(ChronoUnit.MINUTES);
    kubectl.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: PostSeries
        metadata: {name: daily-crumb, namespace: northlight}
        spec:
          talentRef: {name: dex-okonkwo}
          recurrence:
            rule: FREQ=DAILY
            start: "%s"
          draftAhead: 30h
          template:
            prompt: One thing about bread that most people get wrong.
            accountRefs: [{name: dex-mastodon}]
        """
            .formatted(start));
    await().atMost(SOON).until(() -> waiting("daily-crumb").size() == 2);
    assertThat(waiting("daily-crumb").stream().map(SeriesIT::text).toList())
        .doesNotHaveDuplicates();
    assertThat(kubectl.run("get", "postseries", "-n", "northlight"))
        .containsPattern("daily-crumb +True +Scheduled +dex-okonkwo");

    assertThat(dex.pause(dex.series("daily-crumb")).get("pausedBy").asText()).isNotBlank();
    await()
        .atMost(SOON)
        .until(() -> kubectl.run("get", "gps", "-n", "northlight").contains("OnHold"));
    assertThat(waiting("daily-crumb")).hasSize(2);
  }

  /** What a reader copies is taken. */
  @Test
  void theHowTosSeriesWork() throws Exception {
    var page =
        Files.readString(RunningGreenroom.home().resolve("docs/how-to/post-again-and-again.md"));
    var blocks = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(page).results().toList();
    assertThat(blocks).hasSize(2);
    for (var block : blocks) {
      kubectl.apply(block.group(1));
    }
    await()
        .atMost(SOON)
        .until(() -> kubectl.run("get", "postseries", "-n", "northlight"), SeriesIT::bothReady);
  }

  private static boolean bothReady(String table) {
    return table.lines().filter(line -> line.matches("\\S+ +True .*")).count() == 2;
  }

  private List<JsonNode> waiting(String of) throws Exception {
    return dex.withState("awaiting_approval").stream()
        .filter(variant -> variant.at("/post/requestName").asText().matches(of + "(-\\d+-\\d+)?"))
        .toList();
  }

  private static JsonNode onX(List<JsonNode> variants) {
    return variants.stream()
        .filter(variant -> variant.at("/account/platform").asText().equals("x"))
        .findFirst()
        .orElseThrow();
  }

  private static String text(JsonNode variant) {
    return variant.at("/content/text").asText();
  }
}
