package social.greenroom.standalone.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.greenroom.standalone.data.Endpoints;

/** Prints a kubeconfig for the running Greenroom's Kubernetes API. */
@Command(
    name = "kubeconfig",
    mixinStandardHelpOptions = true,
    description = "Prints a kubeconfig for the running Greenroom.")
final class KubeconfigCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The running Greenroom's data (default: ${DEFAULT-VALUE}).",
      defaultValue = UpCommand.DEFAULT_DATA)
  private Path data = Path.of(UpCommand.DEFAULT_DATA);

  @Override
  public Integer call() {
    var endpoints = Endpoints.read(data.toAbsolutePath().resolve("endpoints.json"));
    System.out.print(
        """
        apiVersion: v1
        kind: Config
        clusters:
        - name: greenroom
          cluster:
            server: %s
        contexts:
        - name: greenroom
          context:
            cluster: greenroom
            user: greenroom
        users:
        - name: greenroom
          user: {}
        current-context: greenroom
        """
            .formatted(endpoints.kubernetes()));
    return 0;
  }
}
