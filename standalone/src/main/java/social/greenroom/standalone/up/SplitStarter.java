package social.greenroom.standalone.up;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import social.greenroom.standalone.jobs.JavaProgram;
import social.greenroom.standalone.jobs.WorkerLauncher;
import social.greenroom.standalone.jobs.WorkerProcess;
import social.greenroom.standalone.jobs.WrongClock;

/** Each program, and each Job, a process of its own. */
final class SplitStarter implements ProgramStarter {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final String HEAP =
      "-Xmx" + Optional.ofNullable(System.getenv("GREENROOM_SPLIT_HEAP")).orElse("256m");

  /** For a program that is busy for a second now and then: a better compiler takes more of it. */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  private final Layout layout;
  private final Foundation foundation;

  SplitStarter(Layout layout, Foundation foundation) {
    this.layout = layout;
    this.foundation = foundation;
  }

  @Override
  public void startKubernetes() throws InterruptedException {
    start(
        "kubernetes",
        List.of("-cp", classPath(), KubernetesProgram.class.getName()),
        ProgramSettings.kubernetes(layout));
    Readiness.await(URI.create(layout.kubernetesUrl() + "/version"), LONGEST_START, this::look);
  }

  @Override
  public void startSandbox() throws InterruptedException {
    start(
        "sandbox",
        List.of(
            "-cp",
            classPath(),
            "social.greenroom.sandbox.Sandbox",
            "--port",
            Integer.toString(layout.sandboxPort()),
            "--state",
            layout.data().sandbox().toString()),
        Map.of());
    Readiness.await(URI.create(layout.sandboxUrl() + "/timeline.json"), LONGEST_START, this::look);
  }

  @Override
  public void startPrograms() {
    start(
        "api-server",
        application("api-server/app"),
        asEnvironment(ProgramSettings.apiServer(layout)));
    start(
        "operator",
        application("operator/app", QUICK_COMPILER),
        asEnvironment(ProgramSettings.operator(layout)));
  }

  /** Whatever of them ends is started again. */
  @Override
  public void look() {}

  @Override
  public void startPool() {
    var ended = foundation.add(EndedSenders.open(layout));
    ended.look();
    start(
        "pool",
        List.of(QUICK_COMPILER, "-cp", classPath(), "social.greenroom.worker.Worker", "serve"),
        poolSettings(),
        ended::look);
  }

  private Map<String, String> poolSettings() {
    var settings = new HashMap<>(ProgramSettings.pool(layout));
    settings.putAll(WrongClock.of("pool", System.getenv()));
    return settings;
  }

  @Override
  public WorkerLauncher workerLauncher() {
    return new WorkerProcess(classPath(), layout.data().archives(), layout.log("worker").toFile());
  }

  private void start(String name, List<String> arguments, Map<String, String> environment) {
    start(name, arguments, environment, () -> {});
  }

  private void start(
      String name, List<String> arguments, Map<String, String> environment, Runnable ended) {
    var command =
        new ArrayList<>(
            List.of(JavaProgram.path(), "-XX:+UseSerialGC", HEAP, JavaProgram.LOG_MANAGER));
    command.addAll(arguments);
    foundation
        .add(
            new ChildProgram(
                name, command, environment, layout.log(name).toFile(), ended, foundation::closing))
        .start();
  }

  private static List<String> application(String module, String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.add("-jar");
    arguments.add(
        Layout.home().resolve(module).resolve("target/quarkus-app/quarkus-run.jar").toString());
    return arguments;
  }

  private static String classPath() {
    var app = Layout.home().resolve("standalone/target/quarkus-app");
    return List.of("app", "lib/main", "lib/boot").stream()
        .map(folder -> app.resolve(folder).resolve("*").toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** MicroProfile Config's rule: what isn't a letter or digit becomes an underscore. */
  private static Map<String, String> asEnvironment(Map<String, String> settings) {
    var environment = new HashMap<String, String>();
    settings.forEach(
        (name, value) ->
            environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
    return environment;
  }
}
