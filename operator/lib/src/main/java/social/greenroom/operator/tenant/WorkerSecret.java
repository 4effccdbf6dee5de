package social.greenroom.operator.tenant;

import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.tenant.Tenant;
import social.greenroom.operator.config.DatabaseSettings;
import social.greenroom.operator.config.WorkSettings;
import social.greenroom.operator.database.OperatorDatabases;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.job.JobSecret;
import social.greenroom.operator.job.MediaPasses;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.provision.TenantCredentials;
import social.greenroom.store.tenant.TenantRow;
import social.greenroom.store.vault.DataKey;
import social.greenroom.store.vault.VaultException;

/**
 * The Secret from which a tenant's Jobs read: its own database login, its own data key, and the
 * tokens for its own media. The login's password lives nowhere else, so a lost Secret means a new
 * password.
 */
@ApplicationScoped
class WorkerSecret {
  private static final Logger LOG = Logger.getLogger(WorkerSecret.class);

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("greenroom-tenant")
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final OperatorDatabases databases;
  private final MediaPasses passes;
  private final String jobUrl;
  private final Optional<String> modelKey;

  WorkerSecret(
      KubernetesClient client,
      OperatorDatabases databases,
      MediaPasses passes,
      DatabaseSettings database,
      WorkSettings work) {
    this.client = client;
    this.databases = databases;
    this.passes = passes;
    this.jobUrl = database.jobUrl().orElse(database.url());
    this.modelKey = work.model().key();
  }

  /** What keeps the operator from the namespace's Secrets, if it may not read them. */
  Optional<Verdict> refusal(String namespace) {
    try {
      read(namespace);
      return Optional.empty();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
        throw e;
      }
      return Optional.of(
          Verdict.notYet(
              "NotPermitted",
              "The operator may not work in namespace '%s': bind its role for tenants there, or name the namespace in the chart's value tenants."
                  .formatted(namespace)));
    }
  }

  /**
   * Writes the Secret where it lacks something or says something else.
   *
   * @return that it is there, or why there is nothing to put into it
   */
  Verdict keep(Tenant tenant, TenantRow row) {
    DataKey dataKey;
    try {
      dataKey = databases.keys().of(row.id());
    } catch (VaultException e) {
      return Verdict.no(
          "KeyRefused",
          "%s Put that one back into the operator's key file, and restart it."
              .formatted(e.getMessage()));
    }
    var there = read(row.namespace());
    var wanted = new HashMap<String, String>();
    var login = login(row, there);
    wanted.put(JobSecret.DB_URL, jobUrl);
    wanted.put(JobSecret.DB_USER, login.user());
    wanted.put(JobSecret.DB_PASSWORD, login.password());
    wanted.put(JobSecret.DATA_KEY, dataKey.encoded());
    wanted.putAll(passes.ofTenant(row.id(), there));
    modelKey.ifPresent(key -> wanted.put(JobSecret.MODEL_KEY, key));
    if (!wanted.equals(there)) {
      client.resource(secret(tenant, row, wanted)).patch(APPLY);
    }
    return Verdict.yes("Kept", "Row, data key, login and the Jobs' Secret are there.");
  }

  private TenantCredentials login(TenantRow row, Map<String, String> there) {
    var user = there.get(JobSecret.DB_USER);
    var password = there.get(JobSecret.DB_PASSWORD);
    return user != null && password != null && databases.provisioner().hasTenantLogin(row.id())
        ? new TenantCredentials(user, password)
        : databases.provisioner().createTenantLogin(row.id());
  }

  private Map<String, String> read(String namespace) {
    var secret = client.secrets().inNamespace(namespace).withName(JobLabels.SECRET).get();
    var decoded = new HashMap<String, String>();
    data(secret).forEach((key, value) -> decoded.put(key, decode(value)));
    return decoded;
  }

  private static Map<String, String> data(@Nullable Secret secret) {
    return secret == null || secret.getData() == null ? Map.of() : secret.getData();
  }

  private static String decode(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }

  private static Secret secret(Tenant tenant, TenantRow row, Map<String, String> wanted) {
    var data = new HashMap<String, String>();
    wanted.forEach(
        (key, value) ->
            data.put(
                key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    return new SecretBuilder()
        .withNewMetadata()
        .withName(JobLabels.SECRET)
        .withNamespace(row.namespace())
        .addToLabels(JobLabels.MANAGED_BY, JobLabels.OPERATOR)
        .withOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion(tenant.getApiVersion())
                .withKind(tenant.getKind())
                .withName(tenant.getMetadata().getName())
                .withUid(tenant.getMetadata().getUid())
                .withController(true)
                .build())
        .endMetadata()
        .withType("Opaque")
        .withData(data)
        .build();
  }

  /**
   * Drops login and Secrets: no Job of the tenant can begin any more. What lets the operator into
   * the namespace may have gone first, with the namespace or by itself: then the cluster takes this
   * Secret with the Tenant that owns it, and what is in the other runs out.
   */
  void drop(TenantRef tenant) {
    databases.provisioner().dropTenantLogin(tenant.id());
    try {
      var secrets = client.secrets().inNamespace(tenant.namespace());
      secrets.withName(JobLabels.SECRET).delete();
      secrets.withName(JobLabels.RENDER_SECRET).delete();
    } catch (KubernetesClientException e) {
      if (!shutOut(e)) {
        throw e;
      }
      LOG.infof(
          "Namespace '%s' lets the operator in no more, so the Secrets of tenant %s are left to the cluster.",
          tenant.namespace(), tenant.name());
    }
  }

  private static boolean shutOut(KubernetesClientException e) {
    return e.getCode() == HttpURLConnection.HTTP_FORBIDDEN
        || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
  }
}
