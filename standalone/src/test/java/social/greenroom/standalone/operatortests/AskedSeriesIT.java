package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.crds.condition.ConditionStatus.FALSE;
import static social.greenroom.crds.condition.ConditionStatus.TRUE;
import static social.greenroom.standalone.operatortests.OperatorWorld.NAMESPACE;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.series.SeriesStop;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.AskedRow;
import social.greenroom.store.series.AskedState;
import social.greenroom.store.series.NewSeries;
import social.greenroom.store.series.OccurrenceRow;
import social.greenroom.store.series.OccurrenceState;
import social.greenroom.store.series.SeriesAsked;
import social.greenroom.store.testing.SeededTenant;

/** What people ask for as series becomes PostSeries, and stays theirs whatever YAML says. */
class AskedSeriesIT {
  /** So that three days' times lie within the 72 hours ahead, whenever that is. */
  private static final LocalDateTime FIRST =
      LocalDateTime.now(ZoneId.of("Europe/Stockholm")).plusHours(2).truncatedTo(ChronoUnit.MINUTES);

  @TempDir static Path folder;
  private static OperatorWorld world;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() throws IOException {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  @Test
  void whatIsAskedForIsDeclaredOnceAndFollowed() throws Exception {
    var row = ask("tip", "A tip for those who look at the sky.", List.of(tenant.accountId()));
    ask("tip", "A tip for those who look at the sky.", List.of(tenant.accountId()));
    world.eventually(PostSeries.class, "tip", "Scheduled", TRUE);
    var declared = find("tip");
    assertThat(declared.getMetadata().getLabels())
        .containsEntry("app.kubernetes.io/managed-by", "greenroom-operator");
    assertThat(declared.getSpec().template().prompt()).startsWith("A tip for those");
    assertThat(declared.getSpec().template().accountRefs())
        .containsExactly(new ResourceRef("aurora-mastodon"));
    assertThat(declared.getStatus().seriesId()).isEqualTo(row.seriesId().toString());
    await().atMost(SOON).until(() -> requests("tip").size() == 3);
    await().atMost(SOON).until(() -> state(row) == AskedState.DECLARED);

    run(
        session ->
            session.askedSeries().change(row.seriesId(), 1, daily("Another tip.", List.of())));
    await()
        .atMost(SOON)
        .until(() -> "Another tip.".equals(find("tip").getSpec().template().prompt()));
    assertThat(find("tip").getSpec().template().accountRefs()).isEmpty();
    await().atMost(SOON).until(() -> spec(row).equals("Another tip."));
    assertThat(requests("tip")).hasSize(3);
  }

  @Test
  void whatAKilledOperatorLeftIsDeclaredByTheNext() throws Exception {
    world.operator().kill();
    var row = ask("killed", "A tip.", List.of());
    assertThat(state(row)).isEqualTo(AskedState.WAITING);
    world.killAndStart();
    world.eventually(PostSeries.class, "killed", "Scheduled", TRUE);
    await().atMost(SOON).until(() -> requests("killed").size() == 3);
  }

  @Test
  void yamlNeitherChangesNorTakesIt() {
    var row = ask("hers", "A tip.", List.of());
    world.eventually(PostSeries.class, "hers", "Scheduled", TRUE);
    await().atMost(SOON).until(() -> state(row) == AskedState.DECLARED);
    setBack(row, yaml("hers", "Buy my book."));
    setBack(
        row, yaml("hers", "A tip.").replace("FREQ=DAILY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));
    world.eventually(PostSeries.class, "hers", "Ready", TRUE);
    assertThat(spec(row)).isEqualTo("A tip.");
    assertThat(requests("hers"))
        .allSatisfy(request -> assertThat(request.getSpec().prompt()).isEqualTo("A tip."));
    // To hold it is anybody's who may write it.
    world.apply(yaml("hers", "A tip.") + "  stopPolicy: Hold\n");
    var held = world.eventually(PostSeries.class, "hers", "Scheduled", FALSE);
    assertThat(held.reason()).isEqualTo("OnHold");
    assertThat(find("hers").getSpec().stopPolicy()).isEqualTo(SeriesStop.HOLD);
  }

  @Test
  void anEndDeletesItWithWhoEndedItAndItsNameIsGone() {
    var row = ask("ends", "A tip.", List.of());
    await().atMost(SOON).until(() -> requests("ends").size() == 3);
    run(session -> session.askedSeries().end(row.seriesId(), "Aurora", Duration.ofSeconds(1)));
    await().atMost(SOON).until(() -> world.find(PostSeries.class, "ends").isEmpty());
    await().atMost(SOON).until(() -> requests("ends").isEmpty());
    assertThat(state(row)).isEqualTo(AskedState.ENDED);
    assertThat(occurrences(row))
        .hasSize(3)
        .allSatisfy(
            one -> {
              assertThat(one.state()).isEqualTo(OccurrenceState.DROPPED);
              assertThat(one.message()).isEqualTo("Aurora ended its series ends.");
            });
    world.apply(yaml("ends", "A tip."));
    var refused = world.eventually(PostSeries.class, "ends", "Ready", FALSE);
    assertThat(refused.reason()).isEqualTo("SeriesFixed");
    assertThat(refused.message()).contains("has ended");
    assertThat(requests("ends")).isEmpty();
  }

  @Test
  void whoDeletesItsResourceEndsIt() {
    var row = ask("deleted", "A tip.", List.of());
    await().atMost(SOON).until(() -> requests("deleted").size() == 3);
    world.client().resources(PostSeries.class).inNamespace(NAMESPACE).withName("deleted").delete();
    await().atMost(SOON).until(() -> state(row) == AskedState.ENDED);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .until(() -> world.find(PostSeries.class, "deleted").isEmpty());
    assertThat(occurrences(row))
        .allSatisfy(one -> assertThat(one.message()).isEqualTo("Its series deleted was deleted."));
  }

  @Test
  void whatTheApiRefusesIsToldToWhoAskedAndCanBeEnded() {
    var row =
        ask(
            "refused",
            new SeriesAsked(
                "A tip.", List.of(), "ftp://no", daily("", List.of()).recurrence(), null));
    await().atMost(SOON).until(() -> state(row) == AskedState.REFUSED);
    assertThat(asked(row).message()).contains("spec.template.link");
    assertThat(world.find(PostSeries.class, "refused")).isEmpty();
    run(session -> session.askedSeries().end(row.seriesId(), "Aurora", Duration.ZERO));
    await().atMost(SOON).until(() -> state(row) == AskedState.ENDED);
    assertThat(in(session -> session.series().find(row.seriesId())).orElseThrow().removedAt())
        .isNotNull();
  }

  private static void setBack(AskedRow row, String yaml) {
    var asked = find("hers").getSpec();
    var before = find("hers").getMetadata().getGeneration();
    world.apply(yaml);
    assertThat(find("hers").getMetadata().getGeneration()).isGreaterThan(before);
    await().atMost(SOON).until(() -> asked.equals(find("hers").getSpec()));
    assertThat(find("hers").getMetadata().getGeneration()).isGreaterThan(before + 1);
    await().atMost(SOON).until(() -> state(row) == AskedState.DECLARED);
  }

  private static String yaml(String name, String prompt) {
    return """
        apiVersion: greenroom.social/v1alpha1
        kind: PostSeries
        metadata:
          name: %s
          namespace: northlight
          labels: {app.kubernetes.io/managed-by: greenroom-operator}
        spec:
          talentRef: {name: aurora-lindqvist}
          recurrence:
            rule: FREQ=DAILY
            start: "%s"
          template:
            prompt: %s
        """
        .formatted(name, FIRST, prompt);
  }

  private static SeriesAsked daily(String text, List<UUID> accounts) {
    return new SeriesAsked(
        text,
        accounts,
        null,
        new RecurrenceDeclaration("FREQ=DAILY", FIRST.toString(), null, List.of()),
        null);
  }

  private static AskedRow ask(String name, String text, List<UUID> accounts) {
    return ask(name, daily(text, accounts));
  }

  private static AskedRow ask(String name, SeriesAsked asked) {
    return in(
        session ->
            session
                .askedSeries()
                .accept(new NewSeries(tenant.talentId(), name, name, asked, "aurora")));
  }

  private static PostSeries find(String name) {
    return world.find(PostSeries.class, name).orElseThrow();
  }

  private static AskedRow asked(AskedRow row) {
    return in(session -> session.askedSeries().find(row.seriesId()).orElseThrow());
  }

  private static AskedState state(AskedRow row) {
    return asked(row).state();
  }

  /** What the database keeps of its words. */
  private static String spec(AskedRow row) {
    return in(session -> session.series().find(row.seriesId()).orElseThrow().spec().prompt());
  }

  private static List<OccurrenceRow> occurrences(AskedRow row) {
    return in(session -> session.occurrences().of(row.seriesId(), 100));
  }

  private static List<PostRequest> requests(String series) {
    return world
        .client()
        .resources(PostRequest.class)
        .inNamespace(NAMESPACE)
        .list()
        .getItems()
        .stream()
        .filter(request -> request.getMetadata().getName().startsWith(series + "-"))
        .toList();
  }

  private static <T> T in(Function<TenantSession, T> work) {
    return world.tenants().in(tenant.id(), work::apply);
  }

  private static void run(Consumer<TenantSession> work) {
    world.tenants().run(tenant.id(), work::accept);
  }
}
