package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.crds.condition.ConditionStatus.UNKNOWN;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.series.Occurrence;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.RequestSource;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.request.Stage;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.testing.SeededTenant;

/** Series: each of their times becomes one request, whatever happens to operators in between. */
class PostSeriesIT {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  @TempDir Path folder;
  private OperatorWorld world;
  private SeededTenant tenant;

  @BeforeEach
  void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void eachTimeBecomesOneRequestAheadOfItAlsoWithTwoOperatorsAndAfterAKill() throws Exception {
    var first = soon();
    try (var other = world.another(Map.of())) {
      world.apply(daily("tip", first, ""));
      await().atMost(SOON).until(() -> requests("tip").size() == 3);
      assertThat(other.log()).doesNotContain("is tried again");
    }
    world.killAndStart();
    var scheduled = world.eventually(PostSeries.class, "tip", "Scheduled", TRUE);
    assertThat(scheduled.message())
        .contains("at %tR (Europe/Stockholm)".formatted(first), "72 hours ahead");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(requests("tip"))
                    .extracting(request -> request.getMetadata().getName())
                    .containsExactly(
                        name("tip", first),
                        name("tip", first.plusDays(1)),
                        name("tip", first.plusDays(2))));
    var request = requests("tip").get(0);
    assertThat(request.getSpec().source()).isEqualTo(RequestSource.RECURRENCE);
    assertThat(request.getSpec().scheduleHint().publishAt())
        .isEqualTo(first.atZone(ZONE).toInstant());
    assertThat(request.getMetadata().getOwnerReferences().get(0).getKind()).isEqualTo("PostSeries");
    assertThat(states("tip")).containsOnly(OccurrenceState.REQUESTED).hasSize(3);
    var status = world.find(PostSeries.class, "tip").orElseThrow().getStatus();
    assertThat(status.nextAt()).isEqualTo(first.atZone(ZONE).toInstant());
    assertThat(status.made()).isEqualTo(3);
    await().atMost(SOON).until(() -> world.events("tip").contains("RequestMade"));
  }

  @Test
  void aKillBetweenTheDecisionAndItsRequestLosesAndDoublesNothing() throws Exception {
    var first = soon();
    world.apply(daily("tip", first, "stopPolicy: Hold"));
    var held = world.eventually(PostSeries.class, "tip", "Scheduled", FALSE);
    assertThat(held.reason()).isEqualTo("OnHold");
    world.operator().kill();
    decide("tip", first);
    decide("tip", first.plusDays(1));
    // The second one's request was made before the kill.
    world.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata:
          name: %s
          namespace: northlight
        spec:
          talentRef: {name: aurora-lindqvist}
          source: recurrence
          prompt: As it was asked before the kill.
        """
            .formatted(name("tip", first.plusDays(1))));
    world.apply(daily("tip", first, ""));
    world.killAndStart();

    await().atMost(SOON).until(() -> requests("tip").size() == 3);
    await().atMost(SOON).until(() -> states("tip").size() == 3);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(states("tip")).containsOnly(OccurrenceState.REQUESTED).hasSize(3));
    assertThat(requests("tip").get(1).getSpec().prompt())
        .isEqualTo("As it was asked before the kill.");
    world.eventually(PostRequest.class, name("tip", first.plusDays(1)), "Accepted", TRUE);
  }

  @Test
  void afterADowntimeTheLatestIsDraftedAndTheRestAreMissed() throws Exception {
    var justNow = LocalDateTime.now(ZONE).minusMinutes(30).truncatedTo(ChronoUnit.MINUTES);
    world.apply(daily("tip", justNow.minusDays(9), "draftAhead: 1h"));
    world.eventually(PostSeries.class, "tip", "Scheduled", TRUE);
    assertThat(requests("tip")).isEmpty();
    world.operator().kill();
    world.rewrite(
        "update greenroom.series set decided_until = now() - interval '4 days 1 hour' where name = 'tip'");
    world.killAndStart();

    await().atMost(SOON).until(() -> requests("tip").size() == 1);
    assertThat(requests("tip").get(0).getMetadata().getName()).isEqualTo(name("tip", justNow));
    await()
        .atMost(SOON)
        .until(() -> world.find(PostSeries.class, "tip").orElseThrow().getStatus().missed() == 4);
    assertThat(states("tip")).filteredOn(state -> state == OccurrenceState.MISSED).hasSize(4);
    await().atMost(SOON).until(() -> world.events("tip").contains("Missed"));
    await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> requests("tip").size() == 1);
  }

  @Test
  void deletedItsDraftsAreCancelledAndMadeAgainNothingIsDraftedTwice() throws Exception {
    var first = soon();
    var yaml = daily("tip", first, "");
    world.apply(yaml);
    await().atMost(SOON).until(() -> requests("tip").size() == 3);
    var draft = draft(name("tip", first), "A tip.");

    world.client().resources(PostSeries.class).inNamespace(NAMESPACE).withName("tip").delete();
    await().atMost(SOON).until(() -> requests("tip").isEmpty());
    assertThat(state(draft)).isEqualTo(VariantState.CANCELLED);
    world.apply(yaml);
    var scheduled = world.eventually(PostSeries.class, "tip", "Scheduled", TRUE);
    assertThat(scheduled.message()).isNotBlank();
    await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> requests("tip").isEmpty());
    assertThat(states("tip")).containsOnly(OccurrenceState.DROPPED).hasSize(3);
    assertThat(world.find(PostSeries.class, "tip").orElseThrow().getStatus().nextAt())
        .isEqualTo(first.plusDays(3).atZone(ZONE).toInstant());
  }

  @Test
  void whatTheRuleNoLongerHasIsCancelled() throws Exception {
    var first = soon();
    world.apply(daily("tip", first, ""));
    await().atMost(SOON).until(() -> requests("tip").size() == 3);
    var kept = draft(name("tip", first), "A tip.");
    var dropped = draft(name("tip", first.plusDays(1)), "Another.");
    world.apply(
        daily("tip", first, "")
            .replace(
                "start:",
                "exceptions: ['%s']\n    start:".formatted(first.toLocalDate().plusDays(1))));
    await().atMost(SOON).until(() -> state(dropped) == VariantState.CANCELLED);
    assertThat(state(kept)).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void aRuleThatCantBeFollowedIsToldWithItsField() {
    world.apply(
        daily("never", LocalDateTime.parse("2026-11-23T09:00"), "")
            .replace("FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
    var refused = world.eventually(PostSeries.class, "never", "Ready", FALSE);
    assertThat(refused.reason()).isEqualTo("InvalidRecurrence");
    assertThat(refused.message()).startsWith("recurrence.rule: ").contains("never occurs");
    world.eventually(PostSeries.class, "never", "Stalled", TRUE);
  }

  @Test
  void nobodyClaimsToBeASeriesByHand() {
    world.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata:
          name: by-hand
          namespace: northlight
        spec:
          talentRef: {name: aurora-lindqvist}
          source: recurrence
          prompt: Say hello.
        """);
    var refused = world.eventually(PostRequest.class, "by-hand", "Accepted", FALSE);
    assertThat(refused.reason()).isEqualTo("NotOfASeries");
  }

  @Test
  void aPostThatWentOutIsSaidAgainUntilTheMaximumOrUntilItIsTakenDown() throws Exception {
    world.apply(evergreen());
    var waiting = world.eventually(PostSeries.class, "again", "Scheduled", UNKNOWN);
    assertThat(waiting.reason()).isEqualTo("NoPost");
    world.apply(
        """
        apiVersion: greenroom.social/v1alpha1
        kind: PostRequest
        metadata:
          name: open-night
          namespace: northlight
        spec:
          talentRef: {name: aurora-lindqvist}
          accountRefs: [{name: aurora-mastodon}]
          prompt: Tell everyone that the lab is open at night.
        """);
    world.eventually(PostRequest.class, "open-night", "Accepted", TRUE);
    var post = draft("open-night", "The lab is open at night.");
    var out = OffsetDateTime.now(ZoneOffset.UTC).minusHours(12);
    world.rewrite(
        "update greenroom.variant set state = 'published', published_at = ? where id = ?",
        out,
        post);
    world.killAndStart();

    await().atMost(SOON).until(() -> requests("again").size() == 2);
    assertThat(requests("again"))
        .allSatisfy(
            request -> {
              assertThat(request.getSpec().source()).isEqualTo(RequestSource.EVERGREEN);
              assertThat(request.getSpec().prompt()).contains("the lab is open at night");
              assertThat(request.getSpec().accountRefs())
                  .containsExactly(new ResourceRef("aurora-mastodon"));
            });
    assertThat(requests("again").get(0).getSpec().scheduleHint().publishAt())
        .isEqualTo(out.toInstant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MINUTES));
    var repetition = draft(requests("again").get(0).getMetadata().getName(), "Come by night.");
    await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> requests("again").size() == 2);

    run(
        session -> {
          session.series().pause(series("again"), "Aurora", tenant.ownerId());
        });
    var paused = world.eventually(PostSeries.class, "again", "Scheduled", FALSE);
    assertThat(paused.message()).isEqualTo("Aurora paused it.");
    run(
        session -> {
          session.series().resume(series("again"));
        });
    world.eventually(PostSeries.class, "again", "Scheduled", TRUE);

    takenDown(post);
    var ended = world.eventually(PostSeries.class, "again", "Scheduled", FALSE);
    assertThat(ended.reason()).isEqualTo("Ended");
    assertThat(ended.message()).contains("was taken down");
    assertThat(state(repetition)).isEqualTo(VariantState.CANCELLED);
    assertThat(states("again")).containsOnly(OccurrenceState.DROPPED);
  }

  private static String daily(String name, LocalDateTime start, String more) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostSeries
        metadata:
          name: %s
          namespace: northlight
        spec:
          talentRef: {name: aurora-lindqvist}
          recurrence:
            rule: FREQ=DAILY
            start: "%s"
          template:
            prompt: A tip for those who look at the sky.
          %s
        """
        .formatted(name, start, more);
  }

  /** So that three days' times lie within the 72 hours ahead, whenever that is. */
  private static LocalDateTime soon() {
    return LocalDateTime.now(ZONE).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
  }

  private static String evergreen() {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostSeries
        metadata:
          name: again
          namespace: northlight
        spec:
          talentRef: {name: aurora-lindqvist}
          evergreen:
            requestRef: {name: open-night}
            intervalDays: 1
            maximum: 2
        """;
  }

  private static String name(String series, LocalDateTime time) {
    return "%s-%tY%<tm%<td-%<tH%<tM".formatted(series, time);
  }

  /** The requests of the series' times, by name. */
  private List<PostRequest> requests(String series) {
    return world
        .client()
        .resources(PostRequest.class)
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .stream()
        .filter(request -> request.getMetadata().getName().startsWith(series + "-"))
        .sorted(Comparator.comparing(request -> request.getMetadata().getName()))
        .toList();
  }

  private List<OccurrenceState> states(String series) {
    return in(
        session ->
            session.occurrences().of(series(session, series), 100).stream()
                .map(OccurrenceRow::state)
                .toList());
  }

  private UUID series(String name) {
    return in(session -> series(session, name));
  }

  private static UUID series(TenantSession session, String name) {
    return session.series().byName(name).orElseThrow().id();
  }

  private void decide(String series, LocalDateTime local) {
    run(
        session -> {
          session
              .occurrences()
              .decide(
                  session.series().byName(series).orElseThrow(),
                  new Occurrence(local, local.atZone(ZONE).toInstant()),
                  OccurrenceState.WANTED,
                  name(series, local),
                  null);
        });
  }

  /** What a Job would have written for the request, once that is kept. */
  private UUID draft(String request, String text) {
    await()
        .atMost(SOON)
        .until(() -> in(session -> !session.requests().named(NAMESPACE, request).isEmpty()));
    return in(
        session -> {
          var row = session.requests().named(NAMESPACE, request).get(0);
          var account = session.accounts().find(tenant.accountId()).orElseThrow();
          var post =
              session
                  .posts()
                  .put(new NewPost(tenant.talentId(), row.id(), Origin.GITOPS, "On it", text));
          var variant =
              session
                  .variants()
                  .draft(
                      new NewVariant(
                          post.id(),
                          tenant.talentId(),
                          account.id(),
                          CanonicalPayload.write(
                              Payload.ofText(Platform.MASTODON, account.remoteId(), text)),
                          Instant.now().plus(Duration.ofDays(1)),
                          null,
                          "test"));
          session.variants().submit(variant.id(), "test");
          session.requests().advance(row.id(), Stage.COMPLETE, null);
          return variant.id();
        });
  }

  private VariantState state(UUID variant) {
    return in(session -> session.variants().find(variant)).orElseThrow().state();
  }

  private void takenDown(UUID variant) throws SQLException {
    world.act("update greenroom.variant set state = 'taken_down' where id = ?", variant);
  }

  private <T> T in(Function<TenantSession, T> work) {
    return world.tenants().in(tenant.id(), work::apply);
  }

  private void run(Consumer<TenantSession> work) {
    world.tenants().run(tenant.id(), work::accept);
  }
}
