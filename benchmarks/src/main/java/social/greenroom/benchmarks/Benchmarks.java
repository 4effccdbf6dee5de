package social.greenroom.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./greenroom bench NAME}: measures one thing on a Greenroom of its own and prints, as the
 * last line, one JSON object: the name, the figures with their unit in the key, the limit measured
 * in the same run, and the ratio of the two.
 */
public final class Benchmarks {
  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(
          Map.of(
              "start", new StartBenchmark(),
              "request", new RequestBenchmark(),
              "approve", new ApproveBenchmark(),
              "api-objects", new ApiObjectsBenchmark()));

  private Benchmarks() {}

  public static void main(String... arguments) throws Exception {
    var benchmark = arguments.length == 1 ? ALL.get(arguments[0]) : null;
    if (benchmark == null) {
      System.err.println("greenroom: bench takes one of: " + String.join(", ", ALL.keySet()) + ".");
      System.exit(2);
      return;
    }
    System.out.println(benchmark.run().json(arguments[0]));
    System.exit(0);
  }

  /** One thing that can be measured. */
  interface Benchmark {
    Figures run() throws Exception;
  }
}
