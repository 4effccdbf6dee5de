package social.greenroom.worker.pool;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import social.greenroom.core.media.MediaStore;
import social.greenroom.store.change.Change;
import social.greenroom.store.change.Notifications;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.publish.SenderRow;
import social.greenroom.store.publish.Senders;
import social.greenroom.store.vault.DataKeys;
import social.greenroom.store.vault.DeploymentKey;
import social.greenroom.trace.Tracing;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.DatabaseClock;
import social.greenroom.worker.job.ExitCode;
import social.greenroom.worker.publish.Heartbeats;
import social.greenroom.worker.publish.PublishMeans;
import social.greenroom.worker.publish.PublishSettings;

/**
 * This process as a sender: it registers itself, gives signs of life, and runs the pool between
 * them.
 *
 * @param place see {@link Place}
 * @param key opens the tenants' data keys
 * @param adapters the ways to the networks, by the clock that they are given
 */
record PoolProcess(
    String place,
    DatabaseConfig config,
    DeploymentKey key,
    MediaStore media,
    Function<InstantSource, Adapters> adapters,
    PoolSettings settings,
    PublishSettings publishing,
    Tracing tracing) {
  private static final System.Logger LOG = System.getLogger(PoolProcess.class.getName());

  /** What changes for who may send; a dispatch is a Job's. */
  private static final Set<String> CONCERNING =
      Set.of("variant", "stop", "talent", "account", "tenant");

  /**
   * Runs until it is told to end and nothing is on its way any more.
   *
   * @param probes the port on which a cluster asks how it is; none where nobody asks
   */
  ExitCode run(Optional<Integer> probes) throws InterruptedException {
    try (var database = Database.open(config);
        var clock = DatabaseClock.of(database);
        var heartbeats = new Heartbeats(publishing.heartbeat())) {
      var sender = database.senders().register(place);
      var means =
          new PublishMeans(media, adapters.apply(clock), heartbeats, publishing, clock, tracing);
      var keys = new DataKeys(database.tenants(), key);
      var tenants = new PoolTenants(database.tenants(), keys, means, sender.name());
      try (var doubts =
          new PoolDoubts(
              database.work(),
              database.senders(),
              tenants::of,
              publishing.orphanedAfter(),
              clock)) {
        var pool = new Pool(database.work(), tenants, doubts, settings);
        var looks = Every.start("pool-doubts", settings.doubts(), doubts::look);
        var health = probes.map(port -> PoolHealth.start(port, pool, database::reachable));
        try {
          return serve(database.senders(), sender, pool);
        } finally {
          health.ifPresent(PoolHealth::close);
          looks.close();
        }
      }
    }
  }

  private ExitCode serve(Senders senders, SenderRow sender, Pool pool) throws InterruptedException {
    LOG.log(Level.INFO, "{0} sends what is due, at {1}.", sender.name(), place);
    var drain = DrainSignal.install(pool);
    var life = Every.start("pool-life", settings.signOfLife(), () -> live(senders, sender, pool));
    var changes = Notifications.listen(config, change -> changed(change, pool), pool::look);
    try {
      pool.run(() -> senders.leaving(sender));
    } finally {
      changes.close();
      life.close();
      drain.close();
    }
    LOG.log(Level.INFO, "{0} has left.", sender.name());
    return ExitCode.DONE;
  }

  private static void changed(Change change, Pool pool) {
    if (CONCERNING.contains(change.kind())) {
      pool.changed(change.tenant());
    }
  }

  private static void live(Senders senders, SenderRow sender, Pool pool) {
    if (!senders.seen(sender)) {
      // Somebody saw this process end: what it takes from here on would count as left behind.
      LOG.log(Level.ERROR, "{0} counts as ended, so it takes nothing more.", sender.name());
      pool.leave();
    }
  }
}
