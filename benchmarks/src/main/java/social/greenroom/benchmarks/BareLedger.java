package social.greenroom.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.RetryClass;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.postgres.PostgresServer;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.publish.Claim;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.publish.Finished;
import social.greenroom.store.publish.NewAttempt;

/**
 * The statements of the ledger and nothing else: posts are claimed, written down as being sent, and
 * written down as published, each a committed transaction, by as many connections as the pool has.
 */
final class BareLedger {
  private static final int CONNECTIONS = 12;

  /** Beyond those that Greenroom itself has sent. */
  private static final int ROUND = 1_000;

  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Path data;

  /**
   * @param data of a Greenroom that isn't running, whose crowd has posted
   */
  BareLedger(Path data) {
    this.data = data;
  }

  /** How many posts a second, with so many on their way at once. */
  double perSecond(int posts, int parallel) throws Exception {
    var keys = Keys.in(data.resolve("keys"));
    try (var server = PostgresServer.start(data.resolve("postgres"), keys.password("postgres"));
        var store = BenchStore.open(data, BenchAgency.NAMESPACE);
        var pool =
            Database.open(
                DatabaseConfig.pool(
                    server.url("greenroom"), keys.password("greenroom_t_pool"), CONNECTIONS))) {
      var now = Instant.now();
      Parallel.seconds(
          posts,
          LONGEST,
          i ->
              store.write(
                  new PlannedPost(i, ROUND, i, "mastodon", 1, Optional.empty(), 0, true), now));
      store.queueForPool(posts);
      var tenant = pool.tenants().of(store.tenant());
      var batch = Math.max(1, parallel / CONNECTIONS);
      var left = new AtomicInteger(posts);
      return posts
          / Parallel.seconds(
              CONNECTIONS, CONNECTIONS, LONGEST, i -> drain(tenant, store.tenant(), batch, left));
    }
  }

  private static void drain(TenantDatabase database, UUID tenant, int batch, AtomicInteger left) {
    while (left.get() > 0) {
      List<Claim> claims =
          database.in(tenant, session -> session.claims().claim("bare", null, batch));
      left.addAndGet(-claims.size());
      if (!claims.isEmpty()) {
        send(database, tenant, claims);
      }
    }
  }

  private static void send(TenantDatabase database, UUID tenant, List<Claim> claims) {
    var attempts =
        database.in(
            tenant,
            session ->
                session
                    .attempts()
                    .begin(
                        claims.stream()
                            .map(
                                claim ->
                                    new NewAttempt(
                                        claim,
                                        claim.variantId().toString(),
                                        RetryClass.RECONCILE_ONLY))
                            .toList()));
    database.run(
        tenant,
        session ->
            session
                .attempts()
                .finish(
                    attempts.stream()
                        .map(
                            attempt ->
                                new Finished(
                                    claim(claims, attempt.variantId()),
                                    attempt.id(),
                                    published(attempt.id())))
                        .toList()));
  }

  private static Claim claim(List<Claim> claims, UUID variant) {
    return claims.stream()
        .filter(claim -> claim.variantId().equals(variant))
        .findFirst()
        .orElseThrow();
  }

  private static Finish published(UUID attempt) {
    return Finish.of(new PublishOutcome.Published("bare-" + attempt, null, null), Instant.now());
  }
}
