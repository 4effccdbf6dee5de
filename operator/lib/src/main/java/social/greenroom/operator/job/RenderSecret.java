package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Secret with the tokens of a tenant's render Jobs, an entry for each request. Not plain
 * variables, because more people may look at Jobs than at Secrets; and one Secret, so that the
 * operator needs permission to write this one only.
 */
@ApplicationScoped
public class RenderSecret {
  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("greenroom-render")
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final MediaPasses passes;

  RenderSecret(KubernetesClient client, MediaPasses passes) {
    this.client = client;
    this.passes = passes;
  }

  /** Writes a new token for the request, and takes away those that have expired. */
  public void write(UUID tenantId, UUID requestId, String namespace) {
    var secret = client.secrets().inNamespace(namespace).withName(JobLabels.RENDER_SECRET);
    var there = secret.get();
    if (there == null) {
      client.resource(empty(namespace)).patch(APPLY);
    }
    // Merged, so that requests that are looked at side by side leave each other's entries alone.
    var entries = new HashMap<String, @Nullable String>();
    data(there).forEach((key, value) -> expire(entries, key, value));
    entries.put(requestId.toString(), encode(passes.ofRendering(tenantId, requestId)));
    secret.patch(
        PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(Map.of("data", entries)));
  }

  private void expire(Map<String, @Nullable String> entries, String key, String value) {
    if (!passes.alive(decode(value))) {
      entries.put(key, null);
    }
  }

  private static Secret empty(String namespace) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(JobLabels.RENDER_SECRET)
        .withNamespace(namespace)
        .addToLabels(JobLabels.MANAGED_BY, JobLabels.OPERATOR)
        .endMetadata()
        .withType("Opaque")
        .build();
  }

  private static Map<String, String> data(@Nullable Secret secret) {
    return secret == null || secret.getData() == null ? Map.of() : secret.getData();
  }

  private static String encode(String token) {
    return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }
}
