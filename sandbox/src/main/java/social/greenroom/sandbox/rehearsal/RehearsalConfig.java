package social.greenroom.sandbox.rehearsal;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Whom a rehearsal visits.
 *
 * @param api the address of the page, without a path
 * @param sandbox the sandbox on which the talent's accounts are
 * @param talent the talent's slug
 * @param email the owner's
 * @param patience the longest that one step may take
 */
public record RehearsalConfig(
    URI api, URI sandbox, String talent, String email, String password, Duration patience) {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PASSWORD = "REHEARSAL_PASSWORD";

  /**
   * Reads {@code --api}, {@code --sandbox}, {@code --talent} and {@code --email}, each with its
   * value; the password is the variable {@value #PASSWORD}.
   *
   * @throws IllegalArgumentException with a sentence that names what is missing
   */
  public static RehearsalConfig parse(String[] arguments, Map<String, String> environment) {
    var options = new HashMap<String, String>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    return new RehearsalConfig(
        URI.create(required(options, "--api")),
        URI.create(required(options, "--sandbox")),
        required(options, "--talent"),
        required(options, "--email"),
        required(environment, PASSWORD),
        PATIENCE);
  }

  private static String required(Map<String, String> values, String name) {
    var value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  @Override
  public String toString() {
    return "RehearsalConfig[%s at %s]".formatted(email, api);
  }
}
