package social.greenroom.api.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.api.time.ApiClock;
import social.greenroom.store.change.Change;
import social.greenroom.store.change.Notifications;
import social.greenroom.store.database.DatabaseUnavailableException;

/**
 * Passes the database's announcements on to the pages that are open, each its own tenant's and
 * talent's. When the database was away something may have been missed: then every stream is ended,
 * and the pages, which connect again by themselves, read anew.
 */
@Singleton
public final class EventHub {
  private static final Logger LOG = Logger.getLogger(EventHub.class);
  private static final int HEARTBEAT_SECONDS = 15;

  private final ApiDatabases databases;
  private final ApiClock clock;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean connectedBefore = new AtomicBoolean();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "greenroom-events");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Notifications notifications;
  private @Nullable ScheduledFuture<?> beating;

  EventHub(ApiDatabases databases, ApiClock clock) {
    this.databases = databases;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    notifications = Notifications.listen(databases.listening(), this::announce, this::connected);
    beating =
        heart.scheduleAtFixedRate(
            this::beatAll, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    if (beating != null) {
      beating.cancel(true);
    }
    heart.shutdownNow();
    listeners.forEach(Listener::end);
    if (notifications != null) {
      notifications.close();
    }
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  private void announce(Change change) {
    ChangeEvent.of(change, clock.now())
        .ifPresent(event -> listeners.forEach(listener -> listener.offer(change.tenant(), event)));
  }

  private void connected() {
    if (connectedBefore.getAndSet(true)) {
      listeners.forEach(Listener::end);
    }
  }

  /** Keeps the streams open through proxies, and ends those whose session has ended. */
  private void beatAll() {
    for (var listener : listeners) {
      try {
        if (signedIn(listener)) {
          listener.beat();
        } else {
          listener.end();
        }
      } catch (RuntimeException e) {
        // One page's trouble mustn't end the beat of the others.
        LOG.warnf("A live stream was ended: %s", e.getMessage());
        listener.end();
      }
    }
  }

  private boolean signedIn(Listener listener) {
    try {
      return databases.lookup().sessions().find(listener.caller().token().hash()).isPresent();
    } catch (DatabaseUnavailableException e) {
      return true;
    }
  }
}
