package social.greenroom.operator.plan;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.mcp.McpServer;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.series.PostSeries;
import social.greenroom.crds.talent.Talent;
import social.greenroom.operator.job.JobLabels;

/**
 * What a tool would delete that keeps a folder and the cluster the same: what of Greenroom's kinds
 * lies in the folder's namespaces and isn't in the folder. What people asked for in the page is no
 * tool's. The API server is asked whether it would let each go.
 */
final class Pruning {
  private static final List<Class<? extends CustomResource<?, ?>>> KINDS =
      List.of(Talent.class, Account.class, PostSeries.class, PostRequest.class, McpServer.class);

  private final KubernetesClient client;
  private final DryRun dryRun;

  Pruning(KubernetesClient client, DryRun dryRun) {
    this.client = client;
    this.dryRun = dryRun;
  }

  List<DryRun.Answer> of(List<Declared> declared) {
    var kept = declared.stream().map(Declared::key).collect(Collectors.toSet());
    var namespaces =
        kept.stream()
            .map(ResourceKey::namespace)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    var gone = new ArrayList<DryRun.Answer>();
    for (var namespace : namespaces) {
      for (var kind : KINDS) {
        client.resources(kind).inNamespace(namespace).list().getItems().stream()
            .filter(resource -> !kept.contains(ResourceKey.of(resource)) && !own(resource))
            .forEach(resource -> gone.add(gone(resource)));
      }
    }
    return gone;
  }

  private static boolean own(CustomResource<?, ?> resource) {
    var labels = resource.getMetadata().getLabels();
    return labels != null && JobLabels.OPERATOR.equals(labels.get(JobLabels.MANAGED_BY));
  }

  private DryRun.Answer gone(CustomResource<?, ?> resource) {
    return dryRun.askToDelete(
        ResourceKey.of(resource),
        client
            .getKubernetesSerialization()
            .convertValue(resource, GenericKubernetesResource.class));
  }
}
