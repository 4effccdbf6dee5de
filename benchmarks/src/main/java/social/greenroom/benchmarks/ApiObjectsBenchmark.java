package social.greenroom.benchmarks;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import social.greenroom.crds.talent.Owner;
import social.greenroom.crds.talent.Talent;
import social.greenroom.crds.talent.TalentSpec;
import social.greenroom.standalone.up.KubernetesAccess;

/**
 * Talents created and reconciled through the embedded API. The limit is the same creates and one
 * status patch each by a bare client at the same concurrency, in a namespace no operator looks
 * after.
 */
final class ApiObjectsBenchmark implements Benchmarks.Benchmark {
  private static final int OBJECTS = 5_000;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Override
  public Figures run() throws Exception {
    var data = Files.createTempDirectory("greenroom-bench-api");
    var agency = BenchAgency.write(data.resolve("agency"), 1);
    double bare;
    try (var greenroom = LocalGreenroom.start(data.resolve("bare"), List.of("--only-kubernetes"));
        var kubernetes = KubernetesAccess.client(greenroom.endpoints().kubernetes())) {
      kubernetes
          .resource(
              new NamespaceBuilder()
                  .withNewMetadata()
                  .withName(BenchAgency.NAMESPACE)
                  .endMetadata()
                  .build())
          .create();
      bare = Parallel.seconds(OBJECTS, LONGEST, i -> createAndPatch(kubernetes, i));
    }
    try (var greenroom =
            LocalGreenroom.start(data.resolve("data"), List.of("--examples", agency.toString()));
        var kubernetes = KubernetesAccess.client(greenroom.endpoints().kubernetes())) {
      var begin = System.nanoTime();
      var created = Parallel.seconds(OBJECTS, LONGEST, i -> create(kubernetes, i));
      Wait.until("reconciled", LONGEST, () -> reconciled(kubernetes) >= OBJECTS);
      var total = (System.nanoTime() - begin) / 1e9;
      return new Figures()
          .add("objects", (long) OBJECTS)
          .add("created_s", created)
          .add("reconciled_s", total)
          .add("limit_bare_writes_s", bare)
          .add("ratio", total / bare);
    }
  }

  private static void create(KubernetesClient kubernetes, int i) {
    var talent = new Talent();
    talent.setMetadata(
        new ObjectMetaBuilder().withName("load-" + i).withNamespace(BenchAgency.NAMESPACE).build());
    talent.setSpec(
        new TalentSpec(
            "load-" + i,
            "Load " + i,
            null,
            null,
            new Owner("load-" + i + "@bench.example", null),
            null,
            null,
            null,
            null));
    kubernetes.resource(talent).create();
  }

  private static void createAndPatch(KubernetesClient kubernetes, int i) {
    create(kubernetes, i);
    kubernetes
        .resources(Talent.class)
        .inNamespace(BenchAgency.NAMESPACE)
        .withName("load-" + i)
        .subresource("status")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            """
            {"status": {"conditions": [{"type": "Ready", "status": "True", "reason": "Bare", "message": "",
             "lastTransitionTime": "2026-11-21T00:00:00Z"}]}}
            """);
  }

  private static long reconciled(KubernetesClient kubernetes) throws InterruptedException {
    Thread.sleep(200);
    return kubernetes
        .resources(Talent.class)
        .inNamespace(BenchAgency.NAMESPACE)
        .list()
        .getItems()
        .stream()
        .filter(talent -> talent.getMetadata().getName().startsWith("load-"))
        .filter(talent -> talent.getStatus() != null && !talent.getStatus().conditions().isEmpty())
        .count();
  }
}
