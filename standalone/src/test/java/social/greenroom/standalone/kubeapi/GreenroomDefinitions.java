package social.greenroom.standalone.kubeapi;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.concurrent.TimeUnit;
import social.greenroom.crds.Crds;

/** Greenroom's own definitions, as somebody who installs it applies them. */
public final class GreenroomDefinitions {

  private GreenroomDefinitions() {}

  /** Applies them, and waits until the API serves them. */
  public static void define(KubernetesClient client) {
    Crds.all().forEach(definition -> client.resource(definition).serverSideApply());
    Crds.all()
        .forEach(
            definition ->
                client
                    .resource(definition)
                    .waitUntilCondition(GreenroomDefinitions::isServed, 60, TimeUnit.SECONDS));
  }

  private static boolean isServed(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(
                condition ->
                    condition.getType().equals("Established")
                        && condition.getStatus().equals("True"));
  }
}
