package social.greenroom.standalone.kube.serve;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.storage.Change;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.Snapshot;
import social.greenroom.standalone.kube.storage.StoredObject;
import social.greenroom.standalone.kube.storage.Subscription;

/**
 * One client's watch. Changes are handed from the writer's thread to the connection's own, which
 * keeps their order and does the selecting and writing.
 */
final class Watch {

  private static final long BOOKMARK_MILLIS = 30_000;

  private final ObjectStore store;
  private final Vertx vertx;
  private final Context context;
  private final WatchOptions options;
  private final WatchEvents events;
  private final WatchSink sink;
  private final List<Long> timers = new ArrayList<>();
  private Subscription subscription = () -> {};
  private volatile boolean ended;

  Watch(ObjectStore store, Vertx vertx, WatchOptions options, WatchSink sink) {
    this.store = store;
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.options = options;
    this.events = new WatchEvents(options);
    this.sink = sink;
  }

  /** Begins; called on the connection's context. */
  void start() {
    sink.onClose(this::stop);
    long after = options.after();
    if (after == 0) {
      Snapshot snapshot =
          store.list(options.target().type().stored(), options.target().namespace());
      for (StoredObject object : snapshot.objects()) {
        if (options.selection().matches(object)) {
          send(events.added(object));
        }
      }
      after = snapshot.version();
      if (options.initialEnd()) {
        send(events.bookmark(after, true));
      }
    }
    try {
      subscription = store.subscribe(options.target().type().stored(), after, this::hand);
    } catch (ApiException gone) {
      send(WatchEvents.error(gone));
      end();
      return;
    }
    timers.add(vertx.setTimer(options.timeoutSeconds() * 1000, id -> end()));
    if (options.bookmarks()) {
      timers.add(vertx.setPeriodic(BOOKMARK_MILLIS, id -> bookmark()));
    }
  }

  /** Ends the watch in good order; the client resumes where it was. */
  void end() {
    context.runOnContext(
        v -> {
          if (!ended) {
            stop();
            sink.end();
          }
        });
  }

  boolean hasEnded() {
    return ended;
  }

  private void hand(Change change) {
    context.runOnContext(v -> events.of(change).ifPresent(this::send));
  }

  private void bookmark() {
    // Whatever is older has been handed over before this.
    long told = store.toldVersion();
    context.runOnContext(v -> send(events.bookmark(told, false)));
  }

  private void send(Buffer event) {
    if (ended) {
      return;
    }
    if (sink.isFull()) {
      end();
      return;
    }
    sink.send(event);
  }

  private void stop() {
    ended = true;
    subscription.close();
    timers.forEach(vertx::cancelTimer);
  }
}
