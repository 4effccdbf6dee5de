package social.greenroom.standalone.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A Greenroom that runs in a cluster, instead of one on this machine. */
final class ClusterOption {
  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      required = true,
      description = {
        "Ask the cluster of this kubeconfig, and the database that GREENROOM_DB_URL,",
        "GREENROOM_DB_APP_PASSWORD and GREENROOM_DB_LOOKUP_PASSWORD name."
      })
  private Path kubeconfig = Path.of("");

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "The kubeconfig's context (default: its current one).")
  private @Nullable String context;

  Path kubeconfig() {
    return kubeconfig;
  }

  @Nullable String context() {
    return context;
  }
}
