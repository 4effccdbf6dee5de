package social.greenroom.store.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** Several at once want the last places of a talent's day; whoever counts first holds the day. */
class FullDayIT {
  private static final int AT_ONCE = 6;
  private static final int CAP = 2;
  private static final Instant NOON =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS).plusSeconds(43_200);

  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  static Stream<Named<BiConsumer<TenantSession, UUID>>> holds() {
    return Stream.of(
        Named.of(
            "as when sending", (session, talent) -> session.planning().holdDays(Set.of(talent))),
        Named.of("as when approving", (session, talent) -> session.talents().holdCalendar(talent)));
  }

  @ParameterizedTest
  @MethodSource("holds")
  void theCapIsNeverExceeded(BiConsumer<TenantSession, UUID> hold) throws Exception {
    var tenant = database.seedTenant("full" + UUID.randomUUID().toString().substring(0, 8));
    var waiting =
        IntStream.range(0, AT_ONCE).mapToObj(i -> tenant.waiting("Post %d".formatted(i))).toList();
    var start = new CyclicBarrier(AT_ONCE);
    var people = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var acts =
          waiting.stream()
              .map(
                  variant ->
                      CompletableFuture.runAsync(
                          () -> approveWhereThereIsRoom(tenant, variant, hold, start), people))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(acts).get(60, TimeUnit.SECONDS);
    } finally {
      people.shutdownNow();
    }
    List<Occupied> gone = database.tenants().in(tenant.id(), session -> taken(session, tenant));
    assertThat(gone).hasSize(CAP);
  }

  private static void approveWhereThereIsRoom(
      SeededTenant tenant,
      VariantRow variant,
      BiConsumer<TenantSession, UUID> hold,
      CyclicBarrier start) {
    database
        .tenants()
        .run(
            tenant.id(),
            session -> {
              // Everybody's transaction has begun before the first one counts.
              session.tenant().get();
              await(start);
              hold.accept(session, tenant.talentId());
              var place = taken(session, tenant).size();
              if (place < CAP) {
                session
                    .approvals()
                    .approve(approval(tenant, variant, NOON.plusSeconds(60L * place)));
              }
            });
  }

  private static NewApproval approval(SeededTenant tenant, VariantRow variant, Instant at) {
    return new NewApproval(
        variant.id(),
        variant.contentHash(),
        tenant.ownerId(),
        "Ada",
        null,
        at,
        null,
        ApprovalWindow.ANY);
  }

  private static List<Occupied> taken(TenantSession session, SeededTenant tenant) {
    return session
        .planning()
        .occupied(tenant.talentId(), null, NOON.minusSeconds(1), NOON.plusSeconds(3_600))
        .stream()
        .filter(taken -> !taken.proposed())
        .toList();
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
