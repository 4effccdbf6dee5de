package social.greenroom.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor time that a Greenroom has taken.
 *
 * @param byProgram of each program, by its name; all Jobs that run by now are one
 */
record Cpu(Map<String, Duration> byProgram) {
  Duration total() {
    return byProgram.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  /** What was taken since. */
  Cpu minus(Cpu before) {
    var since = new TreeMap<String, Duration>();
    byProgram.forEach(
        (program, took) ->
            since.put(program, took.minus(before.byProgram.getOrDefault(program, Duration.ZERO))));
    return new Cpu(since);
  }
}
