package social.greenroom.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a benchmark found: figures in the order they were added. */
final class Figures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> values = new LinkedHashMap<>();

  Figures add(String key, double value) {
    values.put(key, Math.round(value * 100) / 100.0);
    return this;
  }

  Figures add(String key, long value) {
    values.put(key, value);
    return this;
  }

  /** What each program took, in milliseconds for each of the {@code count} things done. */
  Figures addEach(String prefix, Cpu cpu, int count) {
    cpu.byProgram()
        .forEach((program, took) -> add(prefix + "_" + program, took.toNanos() / 1e6 / count));
    return this;
  }

  /** One that was added before. */
  double number(String key) {
    var value = values.get(key);
    if (!(value instanceof Number number)) {
      throw new IllegalStateException("No figure " + key);
    }
    return number.doubleValue();
  }

  /** One line. */
  String json(String name) throws JsonProcessingException {
    var line = new LinkedHashMap<String, Object>();
    line.put("name", name);
    line.putAll(values);
    return JSON.writeValueAsString(line);
  }
}
