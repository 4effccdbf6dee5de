package social.greenroom.standalone.kube.lifecycle;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.resource.ResourceCatalog;
import social.greenroom.standalone.kube.storage.Change;
import social.greenroom.standalone.kube.storage.ChangeType;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.storage.Subscription;

/**
 * The one thread that does what happens by itself. It looks at everything once, then at what
 * changes; what fails is looked at again later.
 */
public final class Upkeep implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Upkeep.class.getName());
  private static final long SWEEP_SECONDS = 30;

  private final ScheduledThreadPoolExecutor thread;
  private final Subscription subscription;
  private final GarbageCollector garbage;
  private final Emptying emptying;
  private final EventExpiry expiry;
  private final JobExpiry finished;
  private final ObjectStore store;
  private final ScheduledFuture<?> sweeps;

  private Upkeep(ObjectStore store, ResourceCatalog catalog) {
    this.store = store;
    Housekeeping housekeeping = new Housekeeping(store, catalog);
    garbage = new GarbageCollector(store, housekeeping);
    emptying = new Emptying(store, housekeeping);
    expiry = new EventExpiry(store, housekeeping);
    finished = new JobExpiry(store, housekeeping);
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread worker = new Thread(task, "kube-upkeep");
              worker.setDaemon(true);
              return worker;
            });
    subscription = store.subscribe(this::hand);
    thread.execute(() -> attempt(this::begin));
    sweeps =
        thread.scheduleWithFixedDelay(
            () -> attempt(this::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  public static Upkeep start(ObjectStore store, ResourceCatalog catalog) {
    return new Upkeep(store, catalog);
  }

  @Override
  public void close() {
    subscription.close();
    sweeps.cancel(false);
    thread.shutdown();
    try {
      thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin() {
    store.all().objects().forEach(garbage::learn);
    sweep();
  }

  private void sweep() {
    for (StoredObject object : store.all().objects()) {
      garbage.examine(object);
      emptying.examine(object);
    }
    expiry.sweep();
    finished.sweep();
  }

  private void hand(Change change) {
    if (!thread.isShutdown()) {
      thread.execute(() -> attempt(() -> look(change)));
    }
  }

  private void look(Change change) {
    garbage.changed(change);
    emptying.changed(change);
    if (change.type() != ChangeType.DELETED) {
      expire(change.object());
    }
  }

  /** A finished Job goes when its time has come; the sweep sees to those of an earlier run. */
  private void expire(StoredObject object) {
    finished.examine(object).ifPresent(left -> later(object, left));
  }

  private void later(StoredObject object, Duration left) {
    var unused =
        thread.schedule(
            () -> attempt(() -> again(object)), left.toMillis() + 1, TimeUnit.MILLISECONDS);
  }

  private void again(StoredObject object) {
    var current = store.get(object.key());
    if (current != null && !thread.isShutdown()) {
      expire(current);
    }
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (ApiException e) {
      LOG.log(Level.DEBUG, "Upkeep of the Kubernetes API will try again: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Upkeep of the Kubernetes API failed", e);
    }
  }
}
