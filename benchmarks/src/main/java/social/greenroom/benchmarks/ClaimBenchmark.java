package social.greenroom.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.postgres.PostgresServer;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.publish.ClaimRepository;

/**
 * Claims of due posts, one per account, as the pool makes them: under row-level security, in a
 * transaction that names its tenant. The limit is the same statement by a bare loop of a superuser,
 * whom row-level security doesn't concern.
 */
final class ClaimBenchmark implements Benchmarks.Benchmark {
  private static final int BATCH = 16;
  private static final int LOOK = 200;
  private static final int MOST_WORKERS = 4;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** What is left of a claim where an account may have many posts on their way. */
  private static final String UNSERIALISED =
      """
      with due as materialized (
        select v.tenant_id, v.id from greenroom.variant v
        where v.tenant_id = :tenantId and v.state = 'queued' and v.due_at <= now()
          and (v.dispatch_id is null or cast(:dispatchId as uuid) is not null) and cast(:look as int) > 0
        order by v.due_at, v.id limit :limit for no key update of v skip locked)
      update greenroom.variant v
      set state = 'publishing', claimed_by = :worker, claim_fence = nextval('greenroom.claim_fence'),
        heartbeat_at = clock_timestamp(), dispatch_id = :dispatchId, changed_by = :worker
      from due where v.tenant_id = due.tenant_id and v.id = due.id
      returning v.id
      """;

  @Override
  public Figures run() throws Exception {
    var posts = Integer.getInteger("bench.posts", 500);
    var rounds = Integer.getInteger("bench.rounds", 6);
    var folder = Files.createTempDirectory("greenroom-bench-claim");
    var data = folder.resolve("data");
    var agency = BenchAgency.writeCrowd(folder.resolve("agency"), posts);
    LocalGreenroom greenroom =
        LocalGreenroom.start(
            data, List.of("--split", "--examples", agency.toString()), LocalGreenroom.QUIET);
    try (greenroom) {
      BenchStore.open(data, BenchAgency.NAMESPACE, posts).close();
    }
    return measure(data, posts, rounds);
  }

  private Figures measure(Path data, int posts, int rounds) throws Exception {
    var keys = Keys.in(data.resolve("keys"));
    try (var server = PostgresServer.start(data.resolve("postgres"), keys.password("postgres"));
        var store = BenchStore.open(data, BenchAgency.NAMESPACE);
        var pool =
            Database.open(
                DatabaseConfig.pool(
                    server.url("greenroom"), keys.password("greenroom_t_pool"), 4))) {
      var now = Instant.now();
      Parallel.seconds(
          posts,
          LONGEST,
          i ->
              store.write(new PlannedPost(i, 0, i, "mastodon", 1, Optional.empty(), 0, true), now));
      var tenant = pool.tenants().of(store.tenant());
      Claimer product =
          limit ->
              tenant
                  .in(store.tenant(), session -> session.claims().claim("bench", null, limit))
                  .size();
      var superuser =
          Jdbi.create(server.superuser("greenroom")).installPlugin(new PostgresPlugin());
      var bare = bare(superuser, ClaimRepository.CLAIM, store.tenant());
      var unserialised = bare(superuser, UNSERIALISED, store.tenant());
      var products = Collections.nCopies(MOST_WORKERS, product);
      var figures = new Figures().add("posts", (long) posts).add("batch", (long) BATCH);
      perSecond(store, products, posts, 1, 2);
      for (int workers : new int[] {1, MOST_WORKERS}) {
        figures
            .add("per_s_" + workers, perSecond(store, products, posts, workers, rounds))
            .add("limit_per_s_" + workers, perSecond(store, bare, posts, workers, rounds))
            .add(
                "unserialised_per_s_" + workers,
                perSecond(store, unserialised, posts, workers, rounds));
      }
      return figures.add("ratio", figures.number("per_s_4") / figures.number("limit_per_s_4"));
    }
  }

  /** Takes up to limit, and says how many. */
  @FunctionalInterface
  private interface Claimer {
    int claim(int limit);
  }

  /** Each with a connection of its own, as each of the pool's threads has one. */
  private static List<Claimer> bare(Jdbi superuser, String statement, UUID tenant) {
    return IntStream.range(0, MOST_WORKERS)
        .mapToObj(i -> superuser.open())
        .<Claimer>map(handle -> limit -> claim(handle, statement, tenant, limit))
        .toList();
  }

  private static int claim(Handle handle, String statement, UUID tenant, int limit) {
    return handle
        .createQuery(statement)
        .bind("tenantId", tenant)
        .bind("worker", "bench")
        .bind("dispatchId", (@Nullable UUID) null)
        .bind("limit", limit)
        .bind("look", LOOK)
        .map((row, context) -> row.getObject("id"))
        .list()
        .size();
  }

  private static double perSecond(
      BenchStore store, List<Claimer> claimers, int posts, int workers, int times)
      throws Exception {
    double seconds = 0;
    for (int i = 0; i < times; i++) {
      store.queueForPool(posts);
      var left = new AtomicInteger(posts);
      seconds +=
          Parallel.seconds(
              workers,
              workers,
              LONGEST,
              worker -> {
                while (left.get() > 0) {
                  left.addAndGet(-claimers.get(worker).claim(BATCH));
                }
              });
      store.giveBack();
    }
    return posts * times / seconds;
  }
}
