package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** What goes with what is deleted. */
class LifecycleIT extends ConformanceCase {

  @Test
  void dependants_go_with_their_last_owner() {
    GenericKubernetesResource owner = Widgets.of(client).resource(Widgets.named("owner")).create();
    ConfigMap dependant =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("dependant")
            .addToOwnerReferences(
                new OwnerReferenceBuilder()
                    .withApiVersion("test.greenroom.social/v1")
                    .withKind("Widget")
                    .withName("owner")
                    .withUid(owner.getMetadata().getUid())
                    .build())
            .endMetadata()
            .build();
    client.resource(dependant).create();

    Widgets.of(client).withName("owner").delete();

    await().atMost(PATIENCE).until(() -> client.configMaps().withName("dependant").get() == null);
  }

  @Test
  void orphans_are_left_and_foreground_waits_for_dependants() {
    GenericKubernetesResource owner = Widgets.of(client).resource(Widgets.named("owner")).create();
    client.resource(dependant("left", owner)).create();
    Widgets.of(client).withName("owner").withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
    await().atMost(PATIENCE).until(() -> Widgets.of(client).withName("owner").get() == null);
    assertThat(client.configMaps().withName("left").get().getMetadata().getOwnerReferences())
        .isEmpty();

    GenericKubernetesResource next = Widgets.of(client).resource(Widgets.named("next")).create();
    ConfigMap held = dependant("held", next);
    held.getMetadata().setFinalizers(List.of("test.greenroom.social/hold"));
    client.resource(held).create();
    Widgets.of(client)
        .withName("next")
        .withPropagationPolicy(DeletionPropagation.FOREGROUND)
        .delete();
    await()
        .atMost(PATIENCE)
        .until(() -> client.configMaps().withName("held").get().isMarkedForDeletion());
    assertThat(Widgets.of(client).withName("next").get()).isNotNull();
    client
        .configMaps()
        .withName("held")
        .edit(
            c -> {
              c.getMetadata().setFinalizers(List.of());
              return c;
            });
    await().atMost(PATIENCE).until(() -> Widgets.of(client).withName("next").get() == null);
  }

  @Test
  void a_namespace_takes_its_contents_along() {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName("gone").endMetadata().build())
        .create();
    ConfigMap inside =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("c")
            .withNamespace("gone")
            .endMetadata()
            .build();
    client.resource(inside).create();

    client.namespaces().withName("gone").delete();

    await().atMost(PATIENCE).until(() -> client.namespaces().withName("gone").get() == null);
    assertThat(client.configMaps().inNamespace("gone").list().getItems()).isEmpty();
    assertThatThrownBy(() -> client.resource(inside).create())
        .hasMessageContaining("namespaces \"gone\" not found");
  }

  private static ConfigMap dependant(String name, GenericKubernetesResource owner) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .addToOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("test.greenroom.social/v1")
                .withKind("Widget")
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withBlockOwnerDeletion(true)
                .build())
        .endMetadata()
        .build();
  }
}
