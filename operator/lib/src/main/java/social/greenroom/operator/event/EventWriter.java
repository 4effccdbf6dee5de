package social.greenroom.operator.event;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.HttpURLConnection;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import social.greenroom.operator.leadership.LeadershipLost;

/**
 * Writes events beside the reconciles, one after the other. As everywhere in Kubernetes an event is
 * told at best: when thousands of resources come at once, what doesn't fit the queue isn't told.
 */
@ApplicationScoped
class EventWriter {
  private static final Logger LOG = Logger.getLogger(EventWriter.class);
  private static final int QUEUE = 1000;
  private static final int IDLE_SECONDS = 30;
  private static final int STOP_SECONDS = 2;

  private final KubernetesClient client;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(QUEUE),
          EventWriter::daemon,
          (task, executor) -> LOG.debug("An event wasn't told: too many at once."));

  EventWriter(KubernetesClient client) {
    this.client = client;
    thread.allowCoreThreadTimeOut(true);
  }

  /** Writes it soon. */
  void write(Event event) {
    thread.execute(() -> create(event));
  }

  void stop(@Observes LeadershipLost lost) throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }

  private void create(Event event) {
    try {
      client.v1().events().resource(event).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        LOG.debugf("Event %s wasn't told: %s", event.getMetadata().getName(), e.getMessage());
      }
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "greenroom-events");
    thread.setDaemon(true);
    return thread;
  }
}
