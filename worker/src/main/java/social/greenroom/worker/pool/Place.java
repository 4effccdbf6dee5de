package social.greenroom.worker.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.UsageException;

/** Where a process runs, so that whoever sees it end knows which one ended. */
public final class Place {
  /** In Linux' /proc/<pid>/stat, counted behind the program's name: when it began, since boot. */
  private static final int BEGAN = 19;

  private Place() {}

  /**
   * A pod, where the environment says which, else a process of this machine.
   *
   * @throws UsageException when the pod's name is there without its namespace or uid
   */
  static String of(Environment environment) throws UsageException {
    var pod = environment.optional("GREENROOM_POD_NAME");
    if (pod.isPresent()) {
      return "pod/%s/%s/%s"
          .formatted(
              environment.required("GREENROOM_POD_NAMESPACE"),
              pod.get(),
              environment.required("GREENROOM_POD_UID"));
    }
    return ofProcess(ProcessHandle.current());
  }

  /**
   * The place of a process of this machine; no two have the same one, at whatever time they ran.
   */
  public static String ofProcess(ProcessHandle process) {
    var began = sinceBoot(process.pid()).or(() -> started(process)).orElse("unknown");
    return "process/%d/%s".formatted(process.pid(), began);
  }

  // The instant a process began at moves when the machine's clock is set, and then a living process
  // would look like another one. What Linux counts since it booted doesn't.
  private static Optional<String> sinceBoot(long pid) {
    try {
      var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
      return Optional.of(boot + "." + fields[BEGAN]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).map(String::valueOf);
  }
}
