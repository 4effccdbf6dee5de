package social.greenroom.worker.job;

import java.util.Map;
import java.util.Optional;

/** The environment variables of a Job, asked for by name. Values may be secrets: none is shown. */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * The variable's value.
   *
   * @throws UsageException naming the variable when it isn't set
   */
  public String required(String name) throws UsageException {
    return optional(name)
        .orElseThrow(
            () -> new UsageException("The environment variable %s isn't set.".formatted(name)));
  }

  /** The variable's value, empty when it isn't set or blank. */
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public String toString() {
    return "Environment" + variables.keySet();
  }
}
