package social.greenroom.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import social.greenroom.operator.plan.ChangePlan;
import social.greenroom.operator.plan.ChangePlanner;
import social.greenroom.operator.plan.Declared;
import social.greenroom.operator.plan.Manifests;
import social.greenroom.operator.plan.PlanException;
import social.greenroom.operator.plan.PlanText;
import social.greenroom.standalone.data.StartException;
import social.greenroom.standalone.up.RunningGreenroom;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.RowsHeldException;

/** Says what applying some YAML would do, and changes nothing. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = PlanCommand.USAGE,
    description = "Says what applying some YAML would do, and changes nothing.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Nothing is to be done.",
      "1:Something would be refused, or it couldn't be planned.",
      "2:Something would change.",
      "64:The command was called wrongly."
    })
final class PlanCommand implements Callable<Integer> {
  static final int USAGE = 64;

  private static final String STANDARD_INPUT = "-";

  /** How the plan is written. */
  enum Output {
    text,
    json
  }

  @Option(
      names = {"-f", "--filename"},
      paramLabel = "PATH",
      required = true,
      description = "A YAML file, a folder of them, or - for the standard input; may be repeated.")
  private List<String> files = List.of();

  @Option(
      names = "--prune",
      description =
          "Also delete what of Greenroom's kinds lies in the same namespaces and isn't in the YAML.")
  private boolean prune;

  @Option(
      names = "--field-manager",
      paramLabel = "NAME",
      description = "Who would apply it (default: who applied each resource before, or kubectl).")
  private @Nullable String fieldManager;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "How to write it: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Output output = Output.text;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The running Greenroom's data (default: ${DEFAULT-VALUE}).",
      defaultValue = UpCommand.DEFAULT_DATA)
  private Path data = Path.of(UpCommand.DEFAULT_DATA);

  @ArgGroup(exclusive = false, heading = "%nOf a Greenroom in a cluster:%n")
  private @Nullable ClusterOption cluster;

  @Override
  public Integer call() throws JsonProcessingException {
    try {
      var plan = plan(declared());
      System.out.print(output == Output.json ? json(plan) : PlanText.of(plan));
      return plan.exitCode();
    } catch (PlanException | RowsHeldException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    } catch (DatabaseUnavailableException e) {
      throw new StartException(
          "%s Is Greenroom running, and its database reached from here?".formatted(e.getMessage()),
          e);
    }
  }

  private List<Declared> declared() {
    var declared = new ArrayList<Declared>();
    for (var file : files) {
      declared.addAll(
          file.equals(STANDARD_INPUT)
              ? Manifests.read(STANDARD_INPUT, System.in)
              : Manifests.in(Path.of(file)));
    }
    return declared;
  }

  private ChangePlan plan(List<Declared> declared) {
    try (var greenroom = running()) {
      return new ChangePlanner(
              greenroom.client(),
              greenroom.tenants().tenants(),
              greenroom.lookup().lookup(),
              cluster == null ? ClusterOption.OPERATOR_NAMESPACE : cluster.operatorNamespace(),
              Instant.now())
          .plan(declared, prune, fieldManager);
    }
  }

  private RunningGreenroom running() {
    return cluster == null
        ? RunningGreenroom.here(data.toAbsolutePath().normalize())
        : RunningGreenroom.inCluster(cluster.kubeconfig(), cluster.context(), System.getenv());
  }

  private static String json(ChangePlan plan) throws JsonProcessingException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(plan)
        + "\n";
  }
}
