package social.greenroom.standalone.operatortests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static social.greenroom.standalone.operatortests.OperatorWorld.SOON;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.approval.ApprovalRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.stop.NewStop;
import social.greenroom.store.testing.SeededTenant;

/** Posts that were due while the operator was down, and what its planner makes of them. */
class MissedPostsIT {
  @TempDir Path folder;
  private OperatorWorld world;
  private SeededTenant tenant;

  @BeforeEach
  void start() throws Exception {
    world = OperatorWorld.start(folder);
    world.applyExamples("0", "1", "2", "3", "4");
    tenant = world.northlight();
    world.operator().kill();
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void oneGoesOutLateAndTheNextOfItsAccountWaitsForAPerson() throws Exception {
    var first = missed("One hour late.", Duration.ofHours(1));
    var second = missed("Half an hour late.", Duration.ofMinutes(30));
    var stale = missed("Yesterday's.", Duration.ofHours(26));
    world.killAndStart();

    var late = eventually(first, VariantState.QUEUED);
    assertThat(late.dueAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(late.scheduleReason()).contains("goes out late", "publish late within 2 hours");
    for (var id : List.of(second, stale)) {
      var asked = eventually(id, VariantState.AWAITING_APPROVAL);
      assertThat(asked.scheduleReason()).contains("approve it again", "publish late within");
      Optional<ApprovalRow> live = in(session -> session.approvals().live(id));
      assertThat(live).isEmpty();
    }
  }

  @Test
  void whatWasQueuedBeforeTheOutageIsntClaimedAfterIt() throws Exception {
    var stale = missed("Queued long ago.", Duration.ofHours(3));
    var dispatch =
        in(
            session -> {
              var planned = session.dispatches().plan(Instant.now());
              session.planning().queue(planned.id(), Instant.now(), 10);
              return planned;
            });
    assertThat(variant(stale).state()).isEqualTo(VariantState.QUEUED);
    List<Claim> claims = in(session -> session.claims().claim("early-riser", dispatch.id(), 5));
    assertThat(claims).isEmpty();
    world.killAndStart();
    eventually(stale, VariantState.AWAITING_APPROVAL);
  }

  @Test
  void whatAStopHoldsIsDecidedWhenItIsLifted() throws Exception {
    var held =
        in(
            session ->
                session
                    .stops()
                    .set(
                        new NewStop(
                            null, null, "panic", StopPolicy.HOLD, "Hold.", "Aurora", null)));
    var stale = missed("Held.", Duration.ofHours(3));
    world.killAndStart();
    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(() -> variant(stale).state() == VariantState.APPROVED);
    boolean lifted = in(session -> session.stops().lift(held.id(), "Aurora", null));
    assertThat(lifted).isTrue();
    eventually(stale, VariantState.AWAITING_APPROVAL);
  }

  @Test
  void whatIsPutOffAgainAndAgainIsAskedAboutWhenItsGraceIsOver() throws Exception {
    var stale = putOff("Put off since this morning.", Duration.ofHours(3));
    var fresh = putOff("Put off since just now.", Duration.ofMinutes(10));
    world.killAndStart();

    var asked = eventually(stale, VariantState.AWAITING_APPROVAL);
    assertThat(asked.scheduleReason())
        .contains("approve it again", "publish late within 2 hours", "The media store is away.");
    assertThat(variant(fresh).state()).isEqualTo(VariantState.APPROVED);
    assertThat(variant(fresh).scheduleReason()).isEqualTo("The media store is away.");
  }

  /** As a sender does that can't send, and can't tell when it will; that began so long ago. */
  private UUID putOff(String text, Duration late) throws SQLException {
    var id = missed(text, Duration.ZERO);
    var held =
        in(
            session -> {
              var dispatch = session.dispatches().plan(Instant.now());
              session.planning().queue(dispatch.id(), Instant.now(), 10);
              var claim = session.claims().claim("sender", dispatch.id(), 1).get(0);
              return session
                  .claims()
                  .pause(claim, "The media store is away.", Instant.now().plusSeconds(3600));
            });
    assertThat(held).isTrue();
    world.rewrite(
        """
        update greenroom.variant
        set publish_at = publish_at - make_interval(secs => ?), missed_since = missed_since - make_interval(secs => ?)
        where id = ?
        """,
        late.toSeconds(),
        late.toSeconds(),
        id);
    return id;
  }

  private UUID missed(String text, Duration late) {
    return tenant.approve(tenant.waiting(text), Instant.now().minus(late)).id();
  }

  private VariantRow eventually(UUID id, VariantState state) {
    return await("variant is " + state)
        .atMost(SOON)
        .until(() -> variant(id), variant -> variant.state() == state);
  }

  private VariantRow variant(UUID id) {
    return in(session -> session.variants().find(id)).orElseThrow();
  }

  private <T> T in(Function<TenantSession, T> work) {
    return world.tenants().in(tenant.id(), work::apply);
  }
}
