package social.greenroom.operator.series;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.operator.job.JobLabels;
import social.greenroom.operator.request.ApiRefusal;

/** The PostSeries that don't come from YAML. */
@ApplicationScoped
class SeriesResources {
  private final KubernetesClient client;

  SeriesResources(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Makes it, or changes it to what is asked now.
   *
   * @return the API's sentence where it refuses, and would again; empty when the resource says so
   * @throws KubernetesClientException when it may go better later
   */
  Optional<String> declare(String namespace, String name, AskedDeclaration asked) {
    try {
      var resource = resource(namespace, name);
      var there = resource.get();
      if (there == null) {
        make(namespace, name, asked);
      } else if (!asked.isSaidBy(there.getSpec())) {
        resource.edit(
            now -> {
              now.setSpec(asked.over(now.getSpec()));
              return now;
            });
      }
      return Optional.empty();
    } catch (KubernetesClientException e) {
      return ApiRefusal.of(e);
    }
  }

  private void make(String namespace, String name, AskedDeclaration asked) {
    var series = new PostSeries();
    series.setMetadata(
        new ObjectMetaBuilder()
            .withName(name)
            .withNamespace(namespace)
            .addToLabels(JobLabels.MANAGED_BY, JobLabels.OPERATOR)
            .build());
    series.setSpec(asked.spec());
    client.resource(series).create();
  }

  /** Deletes it; false where no cleaning up will follow, since none is there or none was begun. */
  boolean delete(String namespace, String name) {
    var resource = resource(namespace, name);
    var there = resource.get();
    if (there == null) {
      return false;
    }
    resource.delete();
    return !there.getMetadata().getFinalizers().isEmpty();
  }

  private Resource<PostSeries> resource(String namespace, String name) {
    return client.resources(PostSeries.class).inNamespace(namespace).withName(name);
  }
}
