package social.greenroom.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import social.greenroom.standalone.data.Endpoints;

/** A Greenroom started for measuring, by the command that people use, on ports of its own. */
final class LocalGreenroom implements AutoCloseable {
  /** Settings with which no persona thinks of posts meanwhile, each in a process of its own. */
  static final Map<String, String> QUIET = Map.of("GREENROOM_OPERATOR_TICK_CHECK", "P1D");

  private static final long LONGEST_START_MILLIS = 600_000;

  /** What a program's command has in it, by which it is known; PostgreSQL's rename themselves. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "KubernetesProgram", "kubernetes",
          "sandbox.Sandbox", "sandbox",
          "api-server", "api_server",
          "operator/app", "operator",
          "Worker serve", "pool",
          "Worker generate", "jobs",
          "Worker publish", "jobs",
          "Worker check", "jobs",
          "quarkus-run.jar up", "supervisor");

  private final Process process;
  private final Endpoints endpoints;

  private LocalGreenroom(Process process, Endpoints endpoints) {
    this.process = process;
    this.endpoints = endpoints;
    // A benchmark that is broken off leaves nothing behind that goes on working.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /** Starts it on that data directory; returns when it is ready. */
  static LocalGreenroom start(Path data, List<String> options) throws Exception {
    return start(data, options, Map.of());
  }

  /**
   * As {@link #start(Path, List)}.
   *
   * @param settings of its programs, by the name of the environment's variable
   */
  static LocalGreenroom start(Path data, List<String> options, Map<String, String> settings)
      throws Exception {
    var home = Path.of(System.getProperty("greenroom.home", "."));
    var command =
        new ArrayList<>(
            List.of(home.resolve("greenroom").toString(), "up", "--data", data.toString()));
    command.addAll(List.of("--port", "0", "--kubernetes-port", "0", "--sandbox-port", "0"));
    command.addAll(options);
    Files.createDirectories(data);
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("up.log").toFile()));
    // Whoever measures has built it already.
    builder.environment().put("GREENROOM_BUILT", "yes");
    builder.environment().putAll(settings);
    var process = builder.start();
    var file = data.resolve("endpoints.json");
    Files.deleteIfExists(file);
    var end = System.currentTimeMillis() + LONGEST_START_MILLIS;
    while (!Files.exists(file)) {
      if (!process.isAlive() || System.currentTimeMillis() > end) {
        process.destroy();
        throw new IllegalStateException(
            "Greenroom didn't start:\n" + Files.readString(data.resolve("up.log")));
      }
      Thread.sleep(5);
    }
    return new LocalGreenroom(
        process, new ObjectMapper().readValue(file.toFile(), Endpoints.class));
  }

  Endpoints endpoints() {
    return endpoints;
  }

  /** The proportional set size of its process tree, in MiB, PostgreSQL included. */
  double pssMib() throws IOException {
    return pssMib(pids());
  }

  /** The processes it has started, and theirs. */
  Stream<ProcessHandle> children() {
    return process.descendants();
  }

  /** PostgreSQL's processes that serve a connection. */
  List<ProcessHandle> postgresBackends() {
    return postgres().stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(process -> process.info().commandLine().orElse("").contains("127.0.0.1("))
        .toList();
  }

  /** What its process tree has taken, PostgreSQL's included. */
  Cpu cpu() throws IOException {
    var cpu = new TreeMap<String, Duration>();
    for (var pid : pids()) {
      ProcessHandle.of(pid)
          .ifPresent(
              process ->
                  process
                      .info()
                      .totalCpuDuration()
                      .ifPresent(took -> cpu.merge(program(process), took, Duration::plus)));
    }
    return new Cpu(cpu);
  }

  private static String program(ProcessHandle process) {
    var command = process.info().commandLine().orElse("");
    return PROGRAMS.entrySet().stream()
        .filter(program -> command.contains(program.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("postgres");
  }

  /** The proportional set size of the processes, in MiB. */
  static double pssMib(List<Long> pids) {
    long kib = 0;
    for (var pid : pids) {
      var rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
      try (Stream<String> lines = Files.lines(rollup)) {
        kib +=
            lines
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
      } catch (IOException e) {
        System.err.println("left out a process that has ended: " + pid);
      }
    }
    return kib / 1024.0;
  }

  private List<Long> pids() throws IOException {
    var pids = new ArrayList<Long>();
    pids.add(process.pid());
    process.descendants().forEach(child -> pids.add(child.pid()));
    pids.addAll(postgres());
    return pids;
  }

  /** PostgreSQL detaches from its starter, so its process group is found by its data directory. */
  private List<Long> postgres() {
    var found = new ArrayList<Long>();
    for (var handle : ProcessHandle.allProcesses().toList()) {
      var arguments = handle.info().commandLine().orElse("");
      if (arguments.contains("postgres") && arguments.contains(dataFolder())) {
        found.add(handle.pid());
        handle.descendants().forEach(child -> found.add(child.pid()));
      }
    }
    return found;
  }

  private String dataFolder() {
    var arguments = process.info().arguments().orElse(new String[0]);
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--data")) {
        return Path.of(arguments[i + 1]).toAbsolutePath().resolve("postgres/data").toString();
      }
    }
    throw new IllegalStateException("The process tells no data directory.");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
