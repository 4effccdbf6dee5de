package social.greenroom.benchmarks;

import java.util.List;
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
              "operator-scale", new OperatorScaleBenchmark(),
              "faults", new FaultsBenchmark(),
              "lateness", new LatenessBenchmark(),
              "fairness", new FairnessBenchmark(),
              "claim", new ClaimBenchmark()));

  private Benchmarks() {}

  public static void main(String... arguments) throws Exception {
    var benchmark = arguments.length > 0 ? ALL.get(arguments[0]) : null;
    if (benchmark == null) {
      System.err.println("greenroom: bench takes one of: " + String.join(", ", ALL.keySet()) + ".");
      System.exit(2);
      return;
    }
    parameters(List.of(arguments).subList(1, arguments.length));
    System.out.println(benchmark.run().json(arguments[0]));
    System.exit(0);
  }

  /** Numbers are given as {@code runs=10} or {@code --runs 10}. */
  private static void parameters(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      var word = arguments.get(i);
      if (word.startsWith("--") && i + 1 < arguments.size()) {
        System.setProperty("bench." + word.substring(2), arguments.get(++i));
      } else {
        var parameter = word.split("=", 2);
        System.setProperty("bench." + parameter[0], parameter[1]);
      }
    }
  }

  /** One thing that can be measured. */
  interface Benchmark {
    Figures run() throws Exception;
  }
}
