package social.greenroom.worker.check;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import social.greenroom.store.account.WantedCheck;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.log.LogField;

/** Looks at every account that is to be looked at, some at a time: most of it is waiting. */
final class CheckAccounts {
  static final int AT_ONCE = 8;

  private static final System.Logger LOG = System.getLogger(CheckAccounts.class.getName());
  private static final int READ_AT_ONCE = 200;

  private final TenantDatabase database;
  private final Revoking revoking;
  private final CheckAccount check;
  private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

  CheckAccounts(TenantDatabase database, Revoking revoking, CheckAccount check) {
    this.database = database;
    this.revoking = revoking;
    this.check = check;
  }

  /**
   * Goes on until none is left. One whose check breaks off is left to the Job's next try.
   *
   * @throws InterruptedException when told to stop
   */
  ExitCode run() throws InterruptedException {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (var some = wanted(); !some.isEmpty(); some = wanted()) {
        threads.invokeAll(some.stream().map(this::look).toList());
      }
    } finally {
      threads.shutdownNow();
    }
    return failed.isEmpty() ? ExitCode.DONE : ExitCode.RETRY;
  }

  private List<WantedCheck> wanted() {
    return database.in(database.own(), session -> session.checks().wanted(failed, READ_AT_ONCE));
  }

  private Callable<Void> look(WantedCheck wanted) {
    return () -> {
      // These threads are this Job's alone.
      LogField.TENANT.put(database.own());
      try {
        revoking.run(wanted.accountId());
        check.run(wanted);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Account {0} is looked at later: {1}", wanted.accountId(), e);
        failed.add(wanted.accountId());
      }
      return null;
    };
  }
}
