package social.greenroom.worker.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import social.greenroom.worker.log.LogField;

/**
 * What a Job is to do.
 *
 * @param subject the request (generate, render), the dispatch (publish) or the round (check)
 */
public record JobCommand(Kind kind, UUID subject) {
  /** The Jobs there are, each with the option that names its subject. */
  public enum Kind {
    GENERATE("--request"),
    RENDER("--request"),
    PUBLISH("--dispatch"),
    CHECK("--round");

    private final String option;

    Kind(String option) {
      this.option = option;
    }

    String usage() {
      return "%s %s <uuid>".formatted(name().toLowerCase(Locale.ROOT), option);
    }
  }

  /** Has this thread's log lines name what it is about. */
  public void note() {
    switch (kind) {
      case GENERATE, RENDER -> LogField.REQUEST.put(subject);
      case PUBLISH -> LogField.DISPATCH.put(subject);
      case CHECK -> {
        // A round's id says nothing.
      }
    }
  }

  /**
   * Reads for example {@code publish --dispatch 0190…}.
   *
   * @throws UsageException saying how it is written
   */
  public static JobCommand parse(List<String> arguments) throws UsageException {
    if (arguments.size() == 3) {
      for (var kind : Kind.values()) {
        if (kind.name().toLowerCase(Locale.ROOT).equals(arguments.get(0))
            && kind.option.equals(arguments.get(1))) {
          return new JobCommand(kind, uuid(arguments.get(1), arguments.get(2)));
        }
      }
    }
    throw new UsageException(
        "Use one of: %s, serve, migrate, people add."
            .formatted(String.join(", ", Arrays.stream(Kind.values()).map(Kind::usage).toList())));
  }

  private static UUID uuid(String option, String value) throws UsageException {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "The value of %s must be a UUID, not '%s'.".formatted(option, value));
    }
  }
}
