package social.greenroom.operator.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.leadership.LeadershipGained;
import social.greenroom.operator.tenant.TenantDirectory;
import social.greenroom.store.change.Change;
import social.greenroom.store.change.Notifications;

/**
 * The database's announcements, told to whoever listens. One can be missed: everybody polls too.
 */
@ApplicationScoped
public class ChangeFeed {
  private final OperatorDatabases databases;
  private final TenantDirectory tenants;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> afterGap = new CopyOnWriteArrayList<>();
  private final ChangeSources sources = new ChangeSources();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(ChangeFeed::daemon);
  private @Nullable Notifications notifications;

  ChangeFeed(OperatorDatabases databases, TenantDirectory tenants) {
    this.databases = databases;
    this.tenants = tenants;
  }

  void start(@Observes LeadershipGained gained) {
    notifications =
        Notifications.listen(
            databases.listening(), this::tell, () -> afterGap.forEach(Runnable::run));
  }

  private void tell(Change change, int backend) {
    listeners.forEach(listener -> listener.accept(change));
    sources.consider(change, databases.isServedBy(backend));
  }

  @PreDestroy
  void stop() {
    if (notifications != null) {
      notifications.close();
    }
    timer.shutdownNow();
  }

  /**
   * @param missed runs after every (re)connection: what was announced before it is lost
   */
  public void listen(Consumer<Change> listener, Runnable missed) {
    listeners.add(listener);
    afterGap.add(missed);
  }

  /** An event source that wakes the resources which a change concerns. */
  public <P extends HasMetadata> EventSource<?, P> source(
      EventSourceContext<P> context, Wake<P> wake) {
    var source =
        new ChangeEventSource<>(context.getPrimaryCache(), wake, tenants::byId, sources, timer);
    sources.add(source);
    afterGap.add(source::considerAll);
    return source;
  }

  /** True while that one is there and wasn't looked at yet, which will wake who needs it. */
  public boolean isComing(Needed needed) {
    return sources.isComing(needed);
  }

  /**
   * True while one of that kind, made in that namespace after that moment, wasn't looked at yet.
   */
  public boolean isOneComing(Wake<?> kind, String namespace, Instant since) {
    return sources.isOneComing(kind.subject(), namespace, since);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "greenroom-wakes");
    thread.setDaemon(true);
    return thread;
  }
}
