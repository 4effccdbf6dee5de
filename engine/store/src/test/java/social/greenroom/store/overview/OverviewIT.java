package social.greenroom.store.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.TalentSummary;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class OverviewIT {
  private static final Instant PAST = Instant.now().minusSeconds(60);
  private TestDatabase database;
  private SeededTenant tenant;
  private SeededTenant other;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("overview");
    other = database.seedTenant("elsewhere");
    other.waiting("not counted");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void countsWhatThereIs() {
    var soon = Instant.now().plusSeconds(3600);
    send("published", new Published("1", null));
    send("failed", new Rejected("Too rude."));
    tenant.waiting("waiting");
    block("blocked");
    var next = tenant.approve(tenant.waiting("next"), soon);
    tenant.approve(tenant.waiting("another day"), soon.plus(Duration.ofDays(3)));
    var counts =
        database
            .tenants()
            .in(
                tenant.id(),
                s ->
                    s.overview()
                        .counts(null, Instant.now().minusSeconds(600), soon.plusSeconds(1)));
    assertThat(counts).isEqualTo(new OverviewCounts(1, 1, 1, 1, 0, 1, 0));
    List<VariantRow> upcoming = database.tenants().in(tenant.id(), s -> s.overview().next(null, 1));
    assertThat(upcoming).extracting(VariantRow::id).containsExactly(next.id());

    List<TalentSummary> summaries =
        database.tenants().in(tenant.id(), s -> s.talents().summaries());
    assertThat(summaries)
        .singleElement()
        .satisfies(
            summary -> {
              assertThat(summary.waiting()).isEqualTo(1);
              assertThat(summary.scheduled()).isEqualTo(2);
              assertThat(summary.failed()).isEqualTo(1);
              assertThat(summary.blocked()).isEqualTo(1);
            });
  }

  @Test
  void namesWhatNeedsCareWithItsReason() {
    send("failed", new Rejected("Too rude."));
    block("blocked");
    database
        .tenants()
        .run(
            tenant.id(),
            s ->
                s.accounts()
                    .report(
                        tenant.accountId(), new HealthReport(Health.HARD_BLOCK, null, "Revoked.")));
    var care = database.tenants().in(tenant.id(), s -> s.overview().care(tenant.talentId(), 10));
    assertThat(care)
        .extracting(CareItem::kind)
        .containsExactlyInAnyOrder("variant_failed", "variant_blocked", "account_hard_block");
    assertThat(care)
        .extracting(CareItem::detail)
        .containsExactlyInAnyOrder("Too rude.", "Never say that.", "Revoked.");
    assertThat(care).filteredOn(CareItem::urgent).hasSize(2);
  }

  @Test
  void tellsTheTimesThatAreTaken() {
    var soon = Instant.now().plusSeconds(3600);
    send("published", new Published("1", null));
    var scheduled = tenant.approve(tenant.waiting("scheduled"), soon);
    var second = tenant.addAccount("second");
    tenant.approve(tenant.submit(tenant.draft(second, "remote-second", "elsewhere")), soon);
    List<Occupied> taken =
        database
            .tenants()
            .in(
                tenant.id(),
                s ->
                    s.planning()
                        .occupied(
                            null, tenant.accountId(), PAST.minusSeconds(1), soon.plusSeconds(1)));
    assertThat(taken)
        .extracting(Occupied::state)
        .containsExactly(VariantState.PUBLISHED, VariantState.APPROVED);
    assertThat(taken.get(1).variantId()).isEqualTo(scheduled.id());
    List<Occupied> ofTalent =
        database
            .tenants()
            .in(
                tenant.id(),
                s ->
                    s.planning()
                        .occupied(
                            tenant.talentId(), null, soon.minusSeconds(1), soon.plusSeconds(1)));
    assertThat(ofTalent)
        .as("and the last that went out before, however long ago")
        .extracting(Occupied::state)
        .containsExactly(VariantState.PUBLISHED, VariantState.APPROVED, VariantState.APPROVED);
    List<Occupied> past =
        database
            .tenants()
            .in(
                tenant.id(),
                s ->
                    s.planning()
                        .occupied(null, null, PAST.minusSeconds(600), PAST.minusSeconds(500)));
    assertThat(past).isEmpty();
  }

  @Test
  void countsWhatIsInPreparationForTheTick() {
    assertThat(inPreparation()).isZero();
    tenant.request("asked");
    tenant.waiting("waiting");
    tenant.approve(tenant.waiting("approved"), PAST);
    assertThat(inPreparation()).isEqualTo(2);
  }

  @Test
  void aTickComesOnceAnInterval() {
    assertThat(tick()).isTrue();
    assertThat(tick()).isFalse();
  }

  private boolean tick() {
    return database
        .tenants()
        .in(tenant.id(), s -> s.talents().tick(tenant.talentId(), Duration.ofMinutes(5)));
  }

  private int inPreparation() {
    return database.tenants().in(tenant.id(), s -> s.planning().inPreparation(tenant.talentId()));
  }

  private void block(String text) {
    var draft = tenant.draft(text);
    database
        .tenants()
        .in(tenant.id(), s -> s.variants().block(draft.id(), "Never say that.", "worker"));
  }

  private void send(String text, PublishOutcome outcome) {
    var queued = tenant.queued(tenant.draft(text), PAST);
    var job = database.job(tenant.id()).tenants();
    var claim = job.in(tenant.id(), s -> s.claims().claim("w", queued.dispatchId(), 1)).get(0);
    var attempt =
        job.in(tenant.id(), s -> s.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));
    job.in(
        tenant.id(),
        s -> s.attempts().finish(claim, attempt.id(), Finish.of(outcome, Instant.now())));
  }
}
