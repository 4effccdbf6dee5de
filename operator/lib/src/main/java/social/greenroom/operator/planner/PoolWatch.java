package social.greenroom.operator.planner;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import social.greenroom.operator.config.OperatorConfig;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.store.publish.SenderRow;

/**
 * Sees when pods of the pool have ended, which proves their senders dead. Processes that are no
 * pods are seen by whoever started them.
 */
@ApplicationScoped
class PoolWatch {
  private static final Logger LOG = Logger.getLogger(PoolWatch.class);

  private final KubernetesClient client;
  private final OperatorDatabases databases;
  private final String namespace;

  /** Those that couldn't be looked at, which was told. */
  private final Set<UUID> unseen = new HashSet<>();

  PoolWatch(KubernetesClient client, OperatorDatabases databases, OperatorConfig config) {
    this.client = client;
    this.databases = databases;
    this.namespace = config.namespace();
  }

  /** Writes down which senders are gone; one that can't be looked at holds up nobody else. */
  void look() {
    var senders = databases.senders().open();
    unseen.retainAll(senders.stream().map(SenderRow::id).toList());
    for (var sender : senders) {
      try {
        look(sender, senders);
        unseen.remove(sender.id());
      } catch (RuntimeException e) {
        tellOnce(sender, e);
      }
    }
  }

  private void look(SenderRow sender, List<SenderRow> senders) {
    PoolPod.of(sender)
        .filter(pod -> pod.namespace().equals(namespace))
        .filter(pod -> pod.followed(sender, senders) || pod.gone(find(pod)))
        .ifPresent(pod -> end(sender));
  }

  private void tellOnce(SenderRow sender, RuntimeException why) {
    if (unseen.add(sender.id())) {
      LOG.warnf(
          "Whether %s has ended can't be seen; it is looked at again: %s",
          sender.place(), why.getMessage());
    }
  }

  private @Nullable Pod find(PoolPod pod) {
    return client.pods().inNamespace(pod.namespace()).withName(pod.name()).get();
  }

  private void end(SenderRow sender) {
    LOG.infof("%s has ended, at %s.", sender.name(), sender.place());
    databases.senders().ended(sender);
  }
}
