package social.greenroom.store.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.lookup.WaitingSeries;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What a person asked for as a series stays beside it, and says that it is theirs. */
class AskedSeriesIT {
  private static final Duration LONG = Duration.ofHours(1);

  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("asked");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void itIsOneSeriesForEachKey() {
    var first = accept("key", "tip-1", "A tip.");
    var again = accept("key", "tip-2", "Another tip.");
    assertThat(again).isEqualTo(first);
    assertThat(accept("other", "tip-3", "A tip.").seriesId()).isNotEqualTo(first.seriesId());
    var series = in(session -> session.series().list(tenant.talentId()));
    assertThat(series).extracting(SeriesRow::name).containsExactly("tip-1", "tip-3");
    assertThat(series.get(0).id()).isEqualTo(first.seriesId());
    assertThat(series.get(0).spec()).isEqualTo(first.spec().kept());
  }

  @Test
  void theOperatorSettlesTheVersionThatItDeclared() {
    var asked = accept("key", "tip", "A tip.");
    var id = asked.seriesId();
    assertThat(waiting()).containsExactly(id);
    assertThat(does(session -> session.askedSeries().change(id, 1, daily("Changed.")))).isTrue();
    assertThat(does(session -> session.askedSeries().change(id, 1, daily("Too late.")))).isFalse();
    run(session -> session.askedSeries().declared(id, 1));
    assertThat(waiting()).containsExactly(id);
    run(session -> session.askedSeries().declared(id, 2));
    assertThat(waiting()).isEmpty();
    assertThat(find(id).spec().text()).isEqualTo("Changed.");
    run(session -> session.askedSeries().declareAgain(id));
    assertThat(waiting()).containsExactly(id);
    run(session -> session.askedSeries().refuse(id, 2, "An account was removed."));
    assertThat(waiting()).isEmpty();
    assertThat(find(id).message()).isEqualTo("An account was removed.");
    assertThat(does(session -> session.askedSeries().change(id, 2, daily("Again.")))).isTrue();
    assertThat(find(id).message()).isNull();
    assertThat(waiting()).containsExactly(id);
  }

  @Test
  void anEndWaitsAndIsForGoodAfterwards() {
    var id = accept("key", "tip", "A tip.").seriesId();
    assertThat(does(session -> session.askedSeries().end(id, "Aurora", LONG))).isTrue();
    assertThat(does(session -> session.askedSeries().end(id, "Dex", LONG))).isFalse();
    assertThat(find(id).endedBy()).isEqualTo("Aurora");
    assertThat(waiting()).isEmpty();
    assertThat(database.lookup().nextSeriesDue())
        .hasValueSatisfying(until -> assertThat(until).isBetween(LONG.minusMinutes(5), LONG));
    assertThat(does(session -> session.askedSeries().change(id, 1, daily("No.")))).isFalse();
    assertThat(does(session -> session.askedSeries().goOn(id))).isTrue();
    assertThat(find(id).endsAt()).isNull();
    assertThat(waiting()).containsExactly(id);

    assertThat(does(session -> session.askedSeries().end(id, "Aurora", Duration.ZERO))).isTrue();
    assertThat(does(session -> session.askedSeries().goOn(id))).isFalse();
    assertThat(waiting()).containsExactly(id);
    run(session -> session.askedSeries().ended(id));
    assertThat(waiting()).isEmpty();
    assertThat(does(session -> session.askedSeries().end(id, "Dex", LONG))).isFalse();
  }

  @Test
  void whoseItIsAndThatItEndedStaysSo() throws SQLException {
    var id = accept("key", "tip", "A tip.").seriesId();
    run(session -> session.askedSeries().ended(id));
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id());
        var superuser = database.superuser().getConnection();
        var statement = superuser.createStatement()) {
      assertThat(app.refusal("update greenroom.series_asked set created_by = 'x'"))
          .isEqualTo("42501");
      assertThat(app.refusal("delete from greenroom.series_asked")).isEqualTo("42501");
      assertThat(app.refusal("update greenroom.series_asked set state = 'waiting'"))
          .isEqualTo("GR102");
      assertThat(job.refusal("select spec from greenroom.series_asked")).isEqualTo("42501");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "update greenroom.series_asked set talent_id = gen_random_uuid()"))
          .hasMessageContaining("stays so");
    }
    assertThat(does(session -> session.askedSeries().change(id, 1, daily("A tip.")))).isFalse();
  }

  @Test
  void aRemovedSeriesIsListedNoMore() {
    var id = accept("key", "tip", "A tip.").seriesId();
    assertThat(listed(tenant.talentId())).hasSize(1);
    run(session -> session.series().remove(id));
    assertThat(listed(null)).isEmpty();
  }

  private AskedRow accept(String key, String name, String text) {
    return in(
        session ->
            session
                .askedSeries()
                .accept(new NewSeries(tenant.talentId(), name, key, daily(text), "aurora")));
  }

  private static SeriesAsked daily(String text) {
    return new SeriesAsked(
        text,
        List.of(),
        null,
        new RecurrenceDeclaration("FREQ=DAILY", "2027-03-01T09:00", null, List.of()),
        null);
  }

  private List<UUID> waiting() {
    return database.lookup().seriesWaiting(10).stream().map(WaitingSeries::seriesId).toList();
  }

  private List<AskedRow> listed(UUID talentId) {
    return in(session -> session.askedSeries().list(talentId));
  }

  private AskedRow find(UUID id) {
    return in(session -> session.askedSeries().find(id).orElseThrow());
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
