package social.greenroom.images.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import social.greenroom.images.ImageException;
import social.greenroom.images.tar.ImageConfig;

/**
 * Runs programs of an unpacked image as a container would: as its user, with its environment and
 * nothing of the machine's, without network, with a root that can't be written to and a {@code
 * /tmp} of its own. It takes namespaces and a changed root, and thus Linux and its root user.
 */
public final class Container {
  private static final String ENTER =
      """
      set -e
      root=$1 tmp=$2 user=$3
      shift 3
      mount --bind "$root" "$root"
      mount -t proc proc "$root/proc"
      mount -t tmpfs -o mode=0755 dev "$root/dev"
      for device in null zero random urandom; do
        : >"$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
      done
      mount --bind "$tmp" "$root/tmp"
      mount -o remount,bind,ro "$root"
      exec /usr/sbin/chroot --groups= --userspec="$user" "$root" "$@"
      """;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Path root;
  private final Path tmp;
  private final ImageConfig config;

  /**
   * @param root the unpacked image
   * @param tmp becomes the container's {@code /tmp}
   */
  public Container(Path root, Path tmp, ImageConfig config) {
    this.root = root;
    this.tmp = tmp;
    this.config = config;
  }

  /** Whether this machine and user can run containers so. */
  public static boolean possible() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("user.name").equals("root");
  }

  /** Runs the program to its end. */
  public Outcome run(List<String> command, Map<String, String> environment, Duration atMost)
      throws IOException, InterruptedException {
    return run(command, environment, atMost, Optional.empty());
  }

  /**
   * Runs the program until it has written the words, and then asks it to end.
   *
   * @param until what it writes when it is to end; it may end before
   * @throws ImageException when it doesn't end in time
   */
  public Outcome run(
      List<String> command,
      Map<String, String> environment,
      Duration atMost,
      Optional<String> until)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("greenroom-container", ".log");
    try {
      var process = start(command, environment, output);
      await(process, output, atMost, until);
      return new Outcome(process.exitValue(), read(output));
    } finally {
      Files.delete(output);
    }
  }

  private Process start(List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    var line =
        new ArrayList<>(
            List.of("/usr/bin/unshare", "--mount", "--pid", "--net", "--fork", "--kill-child"));
    line.addAll(List.of("/bin/sh", "-c", ENTER, "sh"));
    line.addAll(List.of(root.toString(), tmp.toString(), config.user()));
    line.addAll(command);
    var builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(config.environment());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void await(Process process, Path output, Duration atMost, Optional<String> until)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + atMost.toNanos();
    var asked = false;
    try {
      while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() > deadline) {
          throw new ImageException(
              "A program didn't end within %d s. It wrote: %s"
                  .formatted(atMost.toSeconds(), read(output)));
        }
        if (!asked && until.isPresent() && read(output).contains(until.get())) {
          // The first process of the namespace is the program; unshare itself only waits for it.
          process.children().forEach(ProcessHandle::destroy);
          asked = true;
        }
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path output) throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
