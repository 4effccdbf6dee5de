package social.greenroom.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/** The sandbox's arguments on a command line. */
final class CommandLine {
  private static final int DEFAULT_PORT = 8090;

  private CommandLine() {}

  /**
   * Reads {@code --host}, {@code --port}, {@code --url}, {@code --state} and {@code --latency-ms}.
   *
   * @throws IllegalArgumentException with a sentence that names the argument
   */
  static SandboxConfig parse(String[] arguments) {
    var config = SandboxConfig.local().withPort(DEFAULT_PORT);
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " wants a value after it");
      }
      config = with(config, arguments[i], arguments[i + 1]);
    }
    return config;
  }

  private static SandboxConfig with(SandboxConfig config, String name, String value) {
    return switch (name) {
      case "--host" -> config.withHost(value);
      case "--port" -> config.withPort(number(name, value));
      case "--url" -> config.withUrl(value);
      case "--state" -> config.withStateDir(Path.of(value));
      case "--latency-ms" -> config.withLatency(Duration.ofMillis(number(name, value)));
      default ->
          throw new IllegalArgumentException(
              name + " isn't known: use --host, --port, --url, --state or --latency-ms");
    };
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " wants a number, not '" + value + "'", e);
    }
  }
}
