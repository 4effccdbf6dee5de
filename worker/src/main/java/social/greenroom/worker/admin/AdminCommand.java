package social.greenroom.worker.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.UsageException;

/** What a person or an installation's set-up runs, and no Job of a tenant. */
public enum AdminCommand {
  /** Makes roles and schema, or brings them up to date. */
  MIGRATE {
    @Override
    public ExitCode run(List<String> options, Environment environment) throws UsageException {
      return MigrateCommand.run(options, environment);
    }
  },
  /** Makes the people who can sign in. */
  PEOPLE {
    @Override
    public ExitCode run(List<String> options, Environment environment) throws UsageException {
      return PeopleCommand.run(options, environment, System.out);
    }
  };

  /** The command that the first argument names, if it does. */
  public static Optional<AdminCommand> named(List<String> arguments) {
    for (var command : values()) {
      if (!arguments.isEmpty()
          && command.name().toLowerCase(Locale.ROOT).equals(arguments.get(0))) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /**
   * Does it.
   *
   * @param options the arguments after the command
   * @throws UsageException when an option or a variable is missing or wrong
   */
  public abstract ExitCode run(List<String> options, Environment environment) throws UsageException;
}
