package social.greenroom.operator.credential;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.HashMap;
import java.util.Map;

/** Keeps of a Secret its name, version and keys: what they hold isn't kept in memory. */
final class WithoutValues extends BasicItemStore<Secret> {
  WithoutValues() {
    super(Cache::metaNamespaceKeyFunc);
  }

  @Override
  public Secret put(String key, Secret secret) {
    return super.put(
        key,
        new SecretBuilder()
            .withNewMetadata()
            .withName(secret.getMetadata().getName())
            .withNamespace(secret.getMetadata().getNamespace())
            .withUid(secret.getMetadata().getUid())
            .withResourceVersion(secret.getMetadata().getResourceVersion())
            .endMetadata()
            .withData(keys(secret))
            .build());
  }

  private static Map<String, String> keys(Secret secret) {
    var keys = new HashMap<String, String>();
    if (secret.getData() != null) {
      secret.getData().keySet().forEach(key -> keys.put(key, ""));
    }
    return keys;
  }
}
