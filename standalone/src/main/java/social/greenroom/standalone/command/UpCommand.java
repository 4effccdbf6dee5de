package social.greenroom.standalone.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.greenroom.standalone.up.Layout;
import social.greenroom.standalone.up.Up;
import social.greenroom.standalone.up.UpOptions;

/** Starts everything and runs until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything on loopback and prints where it is.")
final class UpCommand implements Callable<Integer> {
  static final String DEFAULT_DATA = ".greenroom";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept between runs (default: ${DEFAULT-VALUE}).",
      defaultValue = DEFAULT_DATA)
  private Path data = Path.of(DEFAULT_DATA);

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The web page's port (default: ${DEFAULT-VALUE}; 0: any).",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--kubernetes-port",
      paramLabel = "N",
      description = "The Kubernetes API's port (default: ${DEFAULT-VALUE}; 0: any).",
      defaultValue = "8001")
  private int kubernetesPort;

  @Option(
      names = "--sandbox-port",
      paramLabel = "N",
      description =
          "The sandbox network's port (default: ${DEFAULT-VALUE}; 0: any, and the same at the next start).",
      defaultValue = "8090")
  private int sandboxPort;

  @Option(names = "--no-examples", description = "Leave out the example agency.")
  private boolean noExamples;

  @Option(
      names = "--examples",
      paramLabel = "DIR",
      description = "On the first run, apply this folder's YAML in place of the clone's examples.")
  private @Nullable Path examples;

  @Option(names = "--reset", description = "Delete what earlier runs kept, and start afresh.")
  private boolean reset;

  @Option(
      names = "--only-kubernetes",
      description = "Start the Kubernetes API with the resource types, and no program beside it.")
  private boolean onlyKubernetes;

  @Option(names = "--split", description = "Run each program and each Job as a process of its own.")
  private boolean split;

  @Override
  public Integer call() throws InterruptedException {
    var folder = examples == null ? Layout.home().resolve("examples") : examples;
    return Up.run(
        new UpOptions(
            data,
            port,
            kubernetesPort,
            sandboxPort,
            noExamples || onlyKubernetes ? Optional.empty() : Optional.of(folder),
            reset,
            split,
            onlyKubernetes));
  }
}
