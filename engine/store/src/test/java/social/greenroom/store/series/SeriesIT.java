package social.greenroom.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.series.Occurrence;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.SeriesSpec.Repeats;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class SeriesIT {
  private static final SeriesSpec MONDAYS =
      new SeriesSpec(
          new RecurrenceDeclaration(
              "FREQ=WEEKLY;BYDAY=MO", "2026-11-23T09:00", null, List.of("2026-12-28")),
          null,
          "A tip.",
          Duration.ofHours(72),
          false);
  private static final SeriesSpec AGAIN =
      new SeriesSpec(null, new Repeats("open-night", 30, 3), "", Duration.ofHours(72), false);
  private static final Occurrence MONDAY =
      new Occurrence(
          LocalDateTime.parse("2026-11-23T09:00"), Instant.parse("2026-11-23T08:00:00Z"));

  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("series");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aSeriesIsKeptAsItIsDeclared() {
    var made = upsert("monday-tip", MONDAYS);
    assertThat(made.spec()).isEqualTo(MONDAYS);
    assertThat(made.kind()).isEqualTo(SeriesKind.RECURRENCE);
    assertThat(upsert("again", AGAIN).spec()).isEqualTo(AGAIN);
    assertThat(names(tenant.talentId())).containsExactly("again", "monday-tip");
  }

  @Test
  void madeAgainItIsTheSameWithItsHistory() {
    var made = upsert("monday-tip", MONDAYS);
    assertThat(decide(made, OccurrenceState.WANTED)).isTrue();
    run(session -> session.series().remove(made.id()));
    assertThat(names(null)).isEmpty();
    var again = upsert("monday-tip", MONDAYS);
    assertThat(again.id()).isEqualTo(made.id());
    assertThat(again.removedAt()).isNull();
    assertThat(again.decidedUntil()).isAfter(made.decidedUntil());
    assertThat(decide(again, OccurrenceState.WANTED)).isFalse();
  }

  @Test
  void itKeepsItsKindAndAnEndIsForGood() {
    var made = upsert("monday-tip", MONDAYS);
    assertThatThrownBy(() -> upsert("monday-tip", AGAIN))
        .isInstanceOf(RuleViolationException.class)
        .hasMessageContaining("keeps its talent and its kind");
    assertThat(does(session -> session.series().end(made.id(), "It was taken down."))).isTrue();
    assertThat(does(session -> session.series().end(made.id(), "Once more."))).isFalse();
    assertThat(upsert("monday-tip", MONDAYS).endReason()).isEqualTo("It was taken down.");
  }

  @Test
  void aTimeIsDecidedOnceAndForGood() throws SQLException {
    var made = upsert("monday-tip", MONDAYS);
    assertThat(decide(made, OccurrenceState.WANTED)).isTrue();
    assertThat(decide(made, OccurrenceState.MISSED)).isFalse();
    var wanted = in(session -> session.occurrences().of(made.id(), 9)).get(0);
    assertThat(wanted.state()).isEqualTo(OccurrenceState.WANTED);
    assertThat(wanted.localTime()).isEqualTo(MONDAY.local());
    run(session -> session.occurrences().settle(wanted.id(), OccurrenceState.REQUESTED, null));
    assertThatThrownBy(
            () ->
                run(
                    session ->
                        session.occurrences().settle(wanted.id(), OccurrenceState.WANTED, null)))
        .isInstanceOf(RuleViolationException.class);
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        assertThat(connection.refusal("delete from greenroom.series_occurrence"))
            .isEqualTo("42501");
        assertThat(connection.refusal("update greenroom.series_occurrence set at = now()"))
            .isEqualTo("42501");
      }
      assertThat(job.refusal("update greenroom.series set paused_at = null")).isEqualTo("42501");
    }
  }

  @Test
  void theSameTimeOfTwoSeriesIsTwo() {
    assertThat(decide(upsert("one", MONDAYS), OccurrenceState.WANTED)).isTrue();
    assertThat(decide(upsert("other", MONDAYS), OccurrenceState.WANTED)).isTrue();
  }

  @Test
  void whatPassedInAPauseCountsForNothing() {
    var made = upsert("monday-tip", MONDAYS);
    assertThat(does(session -> session.series().pause(made.id(), "Aurora", tenant.ownerId())))
        .isTrue();
    assertThat(does(session -> session.series().pause(made.id(), "Dex", null))).isFalse();
    assertThat(does(session -> session.series().resume(made.id()))).isTrue();
    assertThat(does(session -> session.series().resume(made.id()))).isFalse();
    var after = in(session -> session.series().find(made.id())).orElseThrow();
    assertThat(after.pausedBy()).isNull();
    assertThat(after.decidedUntil()).isAfter(made.decidedUntil());
  }

  @Test
  void theFirstTimeOfAnEvergreenPostIsWrittenOnce() {
    var made = upsert("again", AGAIN);
    run(session -> session.series().anchor(made.id(), MONDAY.local()));
    run(session -> session.series().anchor(made.id(), MONDAY.local().plusDays(1)));
    assertThat(in(session -> session.series().find(made.id())).orElseThrow().anchor())
        .isEqualTo(MONDAY.local());
  }

  private boolean decide(SeriesRow series, OccurrenceState state) {
    return in(
        session -> session.occurrences().decide(series, MONDAY, state, "tip-20261123-0900", null));
  }

  private SeriesRow upsert(String name, SeriesSpec spec) {
    return in(session -> session.series().upsert(tenant.talentId(), name, spec));
  }

  private List<String> names(UUID talentId) {
    return in(session -> session.series().list(talentId).stream().map(SeriesRow::name).toList());
  }

  private boolean does(Predicate<TenantSession> work) {
    return database.tenants().in(tenant.id(), work::test);
  }

  private <T> T in(Function<TenantSession, T> work) {
    return database.tenants().in(tenant.id(), work::apply);
  }

  private void run(Consumer<TenantSession> work) {
    database.tenants().run(tenant.id(), work::accept);
  }
}
