package social.greenroom.operator.request;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.operator.job.JobLabels;

/** Makes the post requests that don't come from YAML. */
@ApplicationScoped
public class NewPostRequests {
  private final KubernetesClient client;

  NewPostRequests(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Makes it; one of that name that is there already is the same, since the name is a hash of what
   * identifies it.
   *
   * @return false when it was there
   */
  public boolean make(String namespace, String name, PostRequestSpec spec) {
    var request = new PostRequest();
    request.setMetadata(
        new ObjectMetaBuilder()
            .withName(name)
            .withNamespace(namespace)
            .addToLabels(JobLabels.MANAGED_BY, JobLabels.OPERATOR)
            .build());
    request.setSpec(spec);
    try {
      client.resource(request).create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }
}
