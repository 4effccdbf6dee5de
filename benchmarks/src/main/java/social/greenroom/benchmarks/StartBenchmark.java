package social.greenroom.benchmarks;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import social.greenroom.standalone.data.Keys;
import social.greenroom.standalone.postgres.PostgresServer;

/**
 * Start to ready, on data of an earlier run; memory after a minute of idling. The limit is the
 * start of the same PostgreSQL alone: nothing that keeps its data there can be quicker.
 */
final class StartBenchmark implements Benchmarks.Benchmark {
  private static final int RUNS = 5;
  private static final long IDLE_MILLIS = 60_000;

  @Override
  public Figures run() throws Exception {
    var data = Files.createTempDirectory("greenroom-bench-start");
    LocalGreenroom.start(data, List.of()).close();
    var starts = new Sample();
    var limits = new Sample();
    for (int i = 0; i < RUNS; i++) {
      limits.time(
          () ->
              PostgresServer.start(
                      data.resolve("postgres"), Keys.in(data.resolve("keys")).password("postgres"))
                  .close());
      var begin = System.nanoTime();
      try (var greenroom = LocalGreenroom.start(data, List.of())) {
        starts.add(Duration.ofNanos(System.nanoTime() - begin));
        System.out.println("ready at " + greenroom.endpoints().web());
      }
    }
    try (var greenroom = LocalGreenroom.start(data, List.of())) {
      Thread.sleep(IDLE_MILLIS);
      return new Figures()
          .add("start_ms", starts.medianMillis())
          .add("memory_mb", greenroom.pssMib())
          .add("limit_postgres_start_stop_ms", limits.medianMillis())
          .add("ratio", starts.medianMillis() / limits.medianMillis());
    }
  }
}
