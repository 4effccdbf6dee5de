package social.greenroom.worker.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import social.greenroom.worker.job.UsageException;

/** Options of the form {@code --name value}. */
record Options(Map<String, String> values) {
  /**
   * @param known the names that are taken
   * @throws UsageException naming an option that isn't known, comes twice or lacks its value
   */
  static Options parse(List<String> arguments, Set<String> known) throws UsageException {
    var values = new HashMap<String, String>();
    for (int i = 0; i < arguments.size(); i += 2) {
      var name = arguments.get(i);
      if (!known.contains(name)) {
        throw new UsageException(
            "The option '%s' isn't known; use %s."
                .formatted(name, String.join(", ", known.stream().sorted().toList())));
      }
      if (i + 1 == arguments.size()) {
        throw new UsageException("The option %s wants a value after it.".formatted(name));
      }
      if (values.put(name, arguments.get(i + 1)) != null) {
        throw new UsageException("The option %s is given twice; give it once.".formatted(name));
      }
    }
    return new Options(Map.copyOf(values));
  }

  String required(String name) throws UsageException {
    return optional(name)
        .orElseThrow(() -> new UsageException("The option %s is missing.".formatted(name)));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
