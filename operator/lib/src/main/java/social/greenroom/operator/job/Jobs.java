package social.greenroom.operator.job;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.UUID;

/** Makes Jobs; making one that is there already changes nothing. */
@ApplicationScoped
public class Jobs {
  private final KubernetesClient client;
  private final JobTemplate template;
  private final JobMetrics metrics;

  Jobs(KubernetesClient client, JobTemplate template, JobMetrics metrics) {
    this.client = client;
    this.template = template;
    this.metrics = metrics;
  }

  /** Returns whether it had to be made. */
  public boolean make(JobKind kind, UUID subject, String namespace, HasMetadata owner) {
    try {
      client.resource(template.job(kind, subject, namespace, owner)).create();
      metrics.made(kind);
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }
}
