package social.greenroom.store.vault;

import java.util.Optional;
import java.util.UUID;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.database.TenantSession;

/** The tenants' data keys, for the programs that hold the deployment's key. */
public final class DataKeys {
  private final TenantDatabase database;
  private final DeploymentKey deploymentKey;

  public DataKeys(TenantDatabase database, DeploymentKey deploymentKey) {
    this.database = database;
    this.deploymentKey = deploymentKey;
  }

  /** The tenant's data key, made when there is none. */
  public DataKey of(UUID tenantId) {
    return database.in(tenantId, session -> of(tenantId, session));
  }

  /** The tenant's data key, if one was made: for who may open secrets, and seals none. */
  public Optional<DataKey> known(UUID tenantId) {
    return database
        .in(tenantId, session -> session.keys().find())
        .map(wrapped -> DataKey.unwrap(wrapped, deploymentKey, tenantId));
  }

  private DataKey of(UUID tenantId, TenantSession session) {
    var keys = session.keys();
    var known = keys.find();
    if (known.isEmpty()) {
      keys.offer(DataKey.create().wrap(deploymentKey, tenantId));
      known = keys.find();
    }
    return DataKey.unwrap(
        known.orElseThrow(() -> new VaultException("The tenant has no data key.")),
        deploymentKey,
        tenantId);
  }

  /** The vault that seals and opens the tenant's secrets. */
  public TokenVault vault(UUID tenantId) {
    return new TokenVault(tenantId, of(tenantId));
  }

  /** The same, in a transaction of the caller's. */
  public TokenVault vault(TenantSession session) {
    return new TokenVault(session.tenantId(), of(session.tenantId(), session));
  }

  /** Wraps the tenant's data key with another deployment key; the secrets stay as they are. */
  public void rewrap(UUID tenantId, DeploymentKey next) {
    database.run(
        tenantId,
        session -> {
          var wrapped = session.keys().lock();
          if (wrapped.isPresent()) {
            var key = DataKey.unwrap(wrapped.get(), deploymentKey, tenantId);
            session.keys().replace(key.wrap(next, tenantId));
          }
        });
  }

  /**
   * Gives the tenant a new data key and seals its credentials with it, in one transaction. The old
   * key goes on opening (running Jobs have it) until {@link #forgetOldKeys}.
   */
  public void rotate(UUID tenantId) {
    database.run(
        tenantId,
        session -> {
          of(tenantId, session);
          var wrapped = session.keys().lock().orElseThrow();
          var old = DataKey.unwrap(wrapped, deploymentKey, tenantId);
          var renewed = old.withNewKey();
          session.keys().replace(renewed.wrap(deploymentKey, tenantId));
          var before = new TokenVault(tenantId, old);
          var after = new TokenVault(tenantId, renewed);
          session
              .credentials()
              .reseal((account, blob) -> after.seal(account, before.open(account, blob)));
        });
  }

  /** Drops all but the newest key, once no Job runs that was started with an older one. */
  public void forgetOldKeys(UUID tenantId) {
    database.run(
        tenantId,
        session -> {
          var wrapped = session.keys().lock();
          if (wrapped.isPresent()) {
            var key = DataKey.unwrap(wrapped.get(), deploymentKey, tenantId).newestOnly();
            session.keys().replace(key.wrap(deploymentKey, tenantId));
          }
        });
  }
}
