package social.greenroom.worker.check;

import java.time.InstantSource;
import java.util.UUID;
import social.greenroom.store.vault.DataKey;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobDatabase;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.job.UsageException;
import social.greenroom.worker.log.LogField;

/** The Job {@code check}: puts the look at the tenant's accounts together from the environment. */
public final class CheckJob {
  private static final int CONNECTIONS = 4;

  private CheckJob() {}

  /**
   * Checks the accounts that are to be checked.
   *
   * @param round which makes the Job another than those before it
   */
  public static ExitCode run(UUID round, Environment environment)
      throws UsageException, InterruptedException {
    return run(environment, Adapters.over(new NoMedia(), JobEgress.policy(environment)));
  }

  /** As {@link #run(UUID, Environment)}, with other adapters. */
  static ExitCode run(Environment environment, Adapters adapters)
      throws UsageException, InterruptedException {
    var key = DataKey.decode(environment.required("GREENROOM_DATA_KEY"));
    try (var database = JobDatabase.open(environment, CONNECTIONS)) {
      var tenants = database.tenants();
      LogField.TENANT.put(tenants.own());
      var reach = new AccountReach(tenants.own(), key);
      var revoking = new Revoking(tenants, reach, adapters, InstantSource.system());
      return new CheckAccounts(tenants, revoking, new CheckAccount(tenants, reach, adapters)).run();
    }
  }
}
