package social.greenroom.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * {@code ./greenroom bench NAME [KEY=NUMBER...]}: measures one thing on a Greenroom of its own and
 * prints, as the last line, one JSON object: the name, the figures with their unit in the key, the
 * limit measured in the same run, and the ratio of the two.
 */
public final class Benchmarks {
  private static final Map<String, Benchmark> ALL =
      new TreeMap<>(
          Map.of(
              "start", new StartBenchmark(),
              "request", new RequestBenchmark(),
              "approve", new ApproveBenchmark(),
              "api-objects", new ApiObjectsBenchmark(),
              "operator-scale", new OperatorScaleBenchmark()));

  private Benchmarks() {}

  public static void main(String... arguments) throws Exception {
    var benchmark = arguments.length > 0 ? ALL.get(arguments[0]) : null;
    if (benchmark == null) {
      System.err.println("greenroom: bench takes one of: " + String.join(", ", ALL.keySet()) + ".");
      System.exit(2);
      return;
    }
    for (int i = 1; i < arguments.length; i++) {
      var parameter = arguments[i].split("=", 2);
      System.setProperty("bench." + parameter[0], parameter[1]);
    }
    System.out.println(benchmark.run().json(arguments[0]));
    System.exit(0);
  }

  /** One thing that can be measured. */
  interface Benchmark {
    Figures run() throws Exception;
  }
}
