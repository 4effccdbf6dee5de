package social.greenroom.benchmarks;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.account.AccountConditions;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.talent.Talent;
import social.greenroom.standalone.up.KubernetesAccess;

/**
 * The operator, in a process of its own, with many resources: the first reconcile of all, a
 * restart, what it writes, and what it takes when nothing happens. The limits: the same creates and
 * status patches by a bare client, and an informer that lists the same objects.
 */
final class OperatorScaleBenchmark implements Benchmarks.Benchmark {
  private static final Duration LONGEST = Duration.ofMinutes(60);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofSeconds(10);

  @Override
  public Figures run() throws Exception {
    var tenants = Integer.getInteger("bench.tenants", 10);
    var talents = Integer.getInteger("bench.talents", 10_000);
    var accounts = Integer.getInteger("bench.accounts", 30_000);
    var data = Files.createTempDirectory("greenroom-bench-scale");
    var figures =
        new Figures()
            .add("tenants", (long) tenants)
            .add("talents", (long) talents)
            .add("accounts", (long) accounts);
    var bare = bare(data.resolve("bare"), tenants, talents, accounts, figures);
    try (var greenroom =
            LocalGreenroom.start(data.resolve("data"), List.of("--split", "--no-examples"));
        var kubernetes = KubernetesAccess.client(greenroom.endpoints().kubernetes())) {
      var operator = new OperatorProbe(greenroom, data.resolve("data"));
      var objects = objects(greenroom, kubernetes, tenants, talents, accounts);
      objects.prepare();
      Wait.until("at work", LONGEST, paced(() -> operator.queue() == 0));
      var emptyHeap = operator.heap();
      first(objects, kubernetes, greenroom, operator, figures);
      restart(objects, operator, figures);
      idle(objects, kubernetes, operator, emptyHeap, figures);
      return figures.add("ratio", figures.number("first_reconcile_s") / bare);
    }
  }

  private static ScaleObjects objects(
      LocalGreenroom greenroom,
      KubernetesClient kubernetes,
      int tenants,
      int talents,
      int accounts) {
    return new ScaleObjects(
        kubernetes, greenroom.endpoints().sandbox(), tenants, talents, accounts);
  }

  private static double bare(Path data, int tenants, int talents, int accounts, Figures figures)
      throws Exception {
    try (var greenroom = LocalGreenroom.start(data, List.of("--split", "--only-kubernetes"));
        var kubernetes = KubernetesAccess.client(greenroom.endpoints().kubernetes())) {
      var objects = objects(greenroom, kubernetes, tenants, talents, accounts);
      objects.prepare();
      var cpu = greenroom.cpu();
      var seconds =
          Parallel.seconds(
              objects.count(), LONGEST, i -> objects.patchStatus(objects.create(i), i));
      figures.addEach("limit_cpu_ms", greenroom.cpu().minus(cpu), objects.count());
      var begin = System.nanoTime();
      try (var one = kubernetes.resources(Talent.class).inAnyNamespace().inform();
          var other = kubernetes.resources(Account.class).inAnyNamespace().inform()) {
        Wait.until("listed", LONGEST, () -> one.hasSynced() && other.hasSynced());
        figures.add("limit_informer_list_s", (System.nanoTime() - begin) / 1e9);
        var bytes =
            one.getStore().list().stream().mapToLong(ScaleObjects::jsonBytes).sum()
                + other.getStore().list().stream().mapToLong(ScaleObjects::jsonBytes).sum();
        figures.add("json_bytes_per_resource", bytes / objects.count());
      }
      figures.add("limit_bare_writes_s", seconds);
      return seconds;
    }
  }

  private static void first(
      ScaleObjects objects,
      KubernetesClient kubernetes,
      LocalGreenroom greenroom,
      OperatorProbe operator,
      Figures figures)
      throws Exception {
    var before = version(kubernetes);
    var cpu = greenroom.cpu();
    var begin = System.nanoTime();
    figures.add("created_s", Parallel.seconds(objects.count(), LONGEST, objects::create));
    var end = new AtomicReference<Moment>();
    Wait.until(
        "reconciled",
        LONGEST,
        paced(
            () -> {
              // The queue is asked for little; what its end came to is asked of the resources.
              if (operator.queue() > 0) {
                return false;
              }
              end.set(new Moment(System.nanoTime(), greenroom.cpu()));
              return reconciled(kubernetes) == objects.count();
            }));
    var reconciled = Objects.requireNonNull(end.get());
    figures.add("first_reconcile_s", (reconciled.nanos() - begin) / 1e9);
    figures.addEach("cpu_ms", reconciled.cpu().minus(cpu), objects.count());
    Wait.until(
        "looked at",
        LONGEST,
        paced(() -> operator.queue() == 0 && healthy(kubernetes) == objects.accounts()));
    figures.add("accounts_looked_at_s", (System.nanoTime() - begin) / 1e9);
    settle(kubernetes);
    var writes = version(kubernetes) - before - objects.count();
    figures.add("writes_per_resource", writes / (double) objects.count());
  }

  /**
   * @param nanos of the system's own clock
   * @param cpu what was taken until then
   */
  private record Moment(long nanos, Cpu cpu) {}

  private static void restart(ScaleObjects objects, OperatorProbe operator, Figures figures)
      throws Exception {
    var begin = System.nanoTime();
    operator.kill();
    Wait.until(
        "settled",
        LONGEST,
        paced(() -> operator.reconciles() >= objects.count() && operator.queue() == 0));
    figures.add("restart_settled_s", (System.nanoTime() - begin) / 1e9);
  }

  private static void idle(
      ScaleObjects objects,
      KubernetesClient kubernetes,
      OperatorProbe operator,
      double emptyHeap,
      Figures figures)
      throws Exception {
    settle(kubernetes);
    var before = version(kubernetes);
    figures.add("idle_cpu_percent", 100 * operator.cpu(IDLE));
    figures.add("idle_writes", version(kubernetes) - before);
    var perResource = (operator.heap() - emptyHeap) / objects.count();
    figures.add("heap_bytes_per_resource", (long) perResource);
    figures.add("heap_to_json", perResource / figures.number("json_bytes_per_resource"));
    figures.add("operator_resident_mb", LocalGreenroom.pssMib(List.of(operator.process().pid())));
  }

  /** How many accounts a Job has looked at, and found well. */
  private static long healthy(KubernetesClient kubernetes) {
    return kubernetes.resources(Account.class).inAnyNamespace().list().getItems().stream()
        .map(Account::getStatus)
        .filter(Objects::nonNull)
        .flatMap(status -> Conditions.find(status.conditions(), AccountConditions.HEALTHY).stream())
        .filter(Condition::holds)
        .count();
  }

  /** How many have a row in the database, and say so. */
  private static long reconciled(KubernetesClient kubernetes) {
    return kubernetes.resources(Talent.class).inAnyNamespace().list().getItems().stream()
            .filter(talent -> talent.getStatus() != null && talent.getStatus().talentId() != null)
            .count()
        + kubernetes.resources(Account.class).inAnyNamespace().list().getItems().stream()
            .filter(
                account -> account.getStatus() != null && account.getStatus().accountId() != null)
            .count();
  }

  /** The version of the cluster grows by one with each write. */
  private static long version(KubernetesClient kubernetes) {
    return Long.parseLong(kubernetes.namespaces().list().getMetadata().getResourceVersion());
  }

  private static void settle(KubernetesClient kubernetes) throws Exception {
    var seen = new AtomicLong(-1);
    Wait.until(
        "settled",
        LONGEST,
        () -> {
          Thread.sleep(SETTLED.toMillis());
          return seen.getAndSet(version(kubernetes)) == seen.get();
        });
  }

  /**
   * A look costs the servers something, at all resources seconds of both cores: one in half a
   * second is enough, and a tenth of the time.
   */
  private static Callable<Boolean> paced(Callable<Boolean> look) {
    var took = new AtomicLong();
    return () -> {
      Thread.sleep(Math.max(500, 9 * took.get()));
      var begin = System.nanoTime();
      try {
        return look.call();
      } catch (IOException e) {
        // It is being started.
        return false;
      } finally {
        took.set((System.nanoTime() - begin) / 1_000_000);
      }
    };
  }
}
