package social.greenroom.worker;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import social.greenroom.core.media.MediaDeniedException;
import social.greenroom.core.media.MediaUnavailableException;
import social.greenroom.store.database.DatabaseUnavailableException;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.admin.AdminCommand;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobCommand;
import social.greenroom.worker.job.JobRun;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.log.LogField;
import social.greenroom.worker.log.WorkerLog;
import social.greenroom.worker.pool.Serve;

/**
 * Runs one Job: {@code generate --request <uuid>}, {@code render --request <uuid>}, {@code publish
 * --dispatch <uuid>} or {@code check --round <uuid>}; the pool, {@code serve}; or a command of an
 * installation's set-up: {@code migrate}, {@code people add}. What it works with comes from the
 * environment, see {@code docs/}.
 */
public final class Worker {
  private static final System.Logger LOG = System.getLogger(Worker.class.getName());

  private Worker() {}

  public static void main(String[] arguments) {
    System.exit(program(List.of(arguments), System.getenv()));
  }

  /** Runs it as a process of its own, with a log of its own. */
  private static int program(List<String> arguments, Map<String, String> environment) {
    try {
      WorkerLog.open(new Environment(environment));
    } catch (UsageException e) {
      LOG.log(Level.ERROR, e.getMessage());
      return ExitCode.USAGE.code();
    }
    return run(arguments, environment);
  }

  /**
   * Runs the Job and returns its exit code. Many may run at once in one JVM; an interrupted one
   * stops at the next safe point and can be run again.
   */
  public static int run(List<String> arguments, Map<String, String> environment) {
    try {
      return start(arguments, new Environment(environment)).code();
    } catch (UsageException e) {
      LOG.log(Level.ERROR, e.getMessage());
      return ExitCode.USAGE.code();
    } catch (MediaDeniedException e) {
      LOG.log(Level.WARNING, e.getMessage());
      return ExitCode.RETRY.code();
    } catch (DatabaseUnavailableException | MediaUnavailableException e) {
      LOG.log(Level.WARNING, e.getMessage());
      return ExitCode.AWAY.code();
    } catch (RuleViolationException e) {
      LOG.log(Level.ERROR, "The database refused the Job's work: {0}", e.getMessage());
      return ExitCode.PERMANENT.code();
    } catch (VaultException e) {
      LOG.log(Level.ERROR, "The Job can't open the tenant's secrets: {0}", e.getMessage());
      return ExitCode.USAGE.code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.log(Level.INFO, "The Job was told to stop; what it hadn't finished is left to the next.");
      return ExitCode.RETRY.code();
    } catch (RuntimeException e) {
      // Nothing is known to be lost: rows and attempts tell the next run where this one ended.
      LOG.log(Level.ERROR, "The Job broke off and can be run again: {0}", e.toString());
      return ExitCode.RETRY.code();
    } finally {
      LogField.clear();
    }
  }

  private static ExitCode start(List<String> arguments, Environment environment)
      throws UsageException, InterruptedException {
    var admin = AdminCommand.named(arguments);
    if (admin.isPresent()) {
      return admin.get().run(arguments.subList(1, arguments.size()), environment);
    }
    if (arguments.equals(List.of("serve"))) {
      return Serve.run(environment);
    }
    var command = JobCommand.parse(arguments);
    command.note();
    return JobRun.of(command.kind()).run(command.subject(), environment);
  }
}
