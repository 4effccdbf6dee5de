package social.greenroom.worker.pool;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.vault.DataKeys;
import social.greenroom.store.vault.VaultException;
import social.greenroom.worker.publish.PublishMeans;
import social.greenroom.worker.publish.TenantPublisher;

/**
 * The tenants the pool serves, each with its own key. What is known of one is read again after a
 * while, since keys are replaced.
 */
final class PoolTenants {
  private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

  private final TenantDatabase database;
  private final DataKeys keys;
  private final PublishMeans means;
  private final String sender;
  private final Map<UUID, Known> known = new ConcurrentHashMap<>();

  /**
   * @param sender the name under which this process is registered
   */
  PoolTenants(TenantDatabase database, DataKeys keys, PublishMeans means, String sender) {
    this.database = database;
    this.keys = keys;
    this.means = means;
    this.sender = sender;
  }

  private record Known(TenantPublisher publisher, long since) {
    boolean old() {
      return System.nanoTime() - since > KNOWN_FOR.toNanos();
    }
  }

  /**
   * The tenant's publisher.
   *
   * @throws VaultException when its secrets can't be opened
   */
  TenantPublisher of(UUID tenantId) {
    var found = known.get(tenantId);
    if (found == null || found.old()) {
      found = new Known(read(tenantId), System.nanoTime());
      known.put(tenantId, found);
      known.values().removeIf(Known::old);
    }
    return found.publisher();
  }

  void forget(UUID tenantId) {
    known.remove(tenantId);
  }

  private TenantPublisher read(UUID tenantId) {
    var key =
        keys.known(tenantId)
            .orElseThrow(() -> new VaultException("The tenant has no data key yet."));
    return new TenantPublisher(database.of(tenantId), key, means, sender);
  }
}
