package social.greenroom.operator.request;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Optional;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.series.PostSeries;
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
   * @return the API's sentence where it refuses the request, and would again; empty when it is
   *     there
   * @throws KubernetesClientException when it may go better later
   */
  public Optional<String> make(String namespace, String name, PostRequestSpec spec) {
    return make(metadata(namespace, name).build(), spec);
  }

  /** The same for one that belongs to a series, and is removed with it. */
  public Optional<String> make(PostSeries series, String name, PostRequestSpec spec) {
    var owner = series.getMetadata();
    return make(
        metadata(owner.getNamespace(), name)
            .addNewOwnerReference()
            .withApiVersion(series.getApiVersion())
            .withKind(series.getKind())
            .withName(owner.getName())
            .withUid(owner.getUid())
            .withController(true)
            .endOwnerReference()
            .build(),
        spec);
  }

  private static ObjectMetaBuilder metadata(String namespace, String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .addToLabels(JobLabels.MANAGED_BY, JobLabels.OPERATOR);
  }

  private Optional<String> make(ObjectMeta metadata, PostRequestSpec spec) {
    var request = new PostRequest();
    request.setMetadata(metadata);
    request.setSpec(spec);
    try {
      client.resource(request).create();
      return Optional.empty();
    } catch (KubernetesClientException e) {
      return e.getCode() == HttpURLConnection.HTTP_CONFLICT ? Optional.empty() : ApiRefusal.of(e);
    }
  }
}
