package social.greenroom.standalone.command;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import social.greenroom.standalone.data.StartException;

/** The entry point: {@code ./greenroom COMMAND}. */
@QuarkusMain
@Command(
    name = "greenroom",
    mixinStandardHelpOptions = true,
    version = "greenroom 0.1.0",
    description = "Runs the social presence of many talents, on this machine.",
    subcommands = {UpCommand.class, PlanCommand.class, KubeconfigCommand.class},
    footer = "Also: bench NAME, which measures one figure beside its limit.")
public final class Greenroom implements Callable<Integer> {
  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new Greenroom())
            .setOverwrittenOptionsAllowed(true)
            .setExecutionExceptionHandler(Greenroom::explain)
            .execute(arguments));
  }

  @Override
  public Integer call() {
    new CommandLine(this).usage(System.err);
    return CommandLine.ExitCode.USAGE;
  }

  /** A person reads a sentence; anything unforeseen keeps its stack trace. */
  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (exception instanceof StartException) {
      System.err.println("greenroom: " + exception.getMessage());
      return 1;
    }
    throw exception;
  }
}
