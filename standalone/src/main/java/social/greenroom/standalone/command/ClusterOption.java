package social.greenroom.standalone.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A Greenroom that runs in a cluster, instead of one on this machine. */
final class ClusterOption {
  /** Also of a Greenroom on this machine. */
  static final String OPERATOR_NAMESPACE = "greenroom-system";

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

  @Option(
      names = "--operator-namespace",
      paramLabel = "NAME",
      description =
          "Where the operator runs: McpServers there serve every tenant (default: ${DEFAULT-VALUE}).",
      defaultValue = OPERATOR_NAMESPACE)
  private String operatorNamespace = OPERATOR_NAMESPACE;

  String operatorNamespace() {
    return operatorNamespace;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  @Nullable String context() {
    return context;
  }
}
