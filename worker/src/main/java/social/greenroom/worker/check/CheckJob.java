package social.greenroom.worker.check;

import java.util.UUID;
import social.greenroom.store.vault.DataKey;
import social.greenroom.worker.account.AccountReach;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.job.JobDatabase;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.job.JobMedia;
import social.greenroom.worker.job.UsageException;

/** The Job {@code check}: puts the look at one account together from the environment. */
public final class CheckJob {
  private static final int CONNECTIONS = 1;

  private CheckJob() {}

  /** Checks the account. */
  public static ExitCode run(UUID accountId, Environment environment) throws UsageException {
    try (var media = JobMedia.open(environment)) {
      var adapters = Adapters.over(media.store(), JobEgress.policy(environment));
      return run(accountId, environment, adapters);
    }
  }

  /** As {@link #run(UUID, Environment)}, with other adapters. */
  static ExitCode run(UUID accountId, Environment environment, Adapters adapters)
      throws UsageException {
    var key = DataKey.decode(environment.required("GREENROOM_DATA_KEY"));
    try (var database = JobDatabase.open(environment, CONNECTIONS)) {
      var tenants = database.tenants();
      return new CheckAccount(tenants, new AccountReach(tenants.own(), key), adapters)
          .run(accountId);
    }
  }
}
