package social.greenroom.standalone.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the machine's kubectl against an address; a machine without one fails the test. */
final class Kubectl {
  private static final long LONGEST_SECONDS = 90;

  private final String server;

  Kubectl(String server) {
    this.server = server;
  }

  /** The output of a command that must succeed. */
  String run(String... arguments) throws Exception {
    var result = attempt("", arguments);
    if (result.code != 0) {
      throw new AssertionError("kubectl " + String.join(" ", arguments) + "\n" + result.output);
    }
    return result.output;
  }

  String apply(String yaml) throws Exception {
    var result = attempt(yaml, "apply", "-f", "-");
    if (result.code != 0) {
      throw new AssertionError(result.output);
    }
    return result.output;
  }

  /** What kubectl says of YAML that must be refused. */
  String refusal(String yaml) throws Exception {
    var result = attempt(yaml, "apply", "-f", "-");
    if (result.code == 0) {
      throw new AssertionError("This was taken: " + yaml);
    }
    return result.output;
  }

  private Result attempt(String input, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("kubectl", "--server=" + server));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KUBECONFIG", "/dev/null");
    try {
      var process = builder.start();
      try (var out = process.getOutputStream()) {
        out.write(input.getBytes(StandardCharsets.UTF_8));
      }
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("kubectl didn't end: " + output);
      }
      return new Result(process.exitValue(), output);
    } catch (IOException e) {
      throw new AssertionError(
          "kubectl is needed for this test: install it (Debian: kubernetes-client).", e);
    }
  }

  private record Result(int code, String output) {}
}
