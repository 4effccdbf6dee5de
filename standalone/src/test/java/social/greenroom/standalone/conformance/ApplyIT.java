package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** Server-side apply by several managers. */
class ApplyIT extends ConformanceCase {

  @Test
  void apply_owns_what_it_sets_and_takes_out_what_it_no_longer_sets() {
    ConfigMap config =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("c")
            .endMetadata()
            .addToData("a", "1")
            .addToData("b", "2")
            .build();
    client.resource(config).fieldManager("one").serverSideApply();
    ConfigMap other =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("c")
            .endMetadata()
            .addToData("z", "9")
            .build();
    client.resource(other).fieldManager("two").serverSideApply();
    config.getData().remove("b");

    ConfigMap applied = client.resource(config).fieldManager("one").serverSideApply();

    assertThat(applied.getData()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "z", "9"));
    assertThat(applied.getMetadata().getManagedFields())
        .extracting("manager")
        .contains("one", "two");
    config.getData().put("z", "8");
    assertThatThrownBy(() -> client.resource(config).fieldManager("one").serverSideApply())
        .hasMessageContaining("Apply failed with 1 conflict: conflict with \"two\": .data.z");
    ConfigMap forced =
        client.resource(config).fieldManager("one").forceConflicts().serverSideApply();
    assertThat(forced.getData()).containsEntry("z", "8");
  }

  @Test
  void applying_the_same_again_makes_no_version() {
    GenericKubernetesResource widget =
        Widgets.named("one", "{colour: red, channel: mcp, slots: [{day: mon}]}");
    GenericKubernetesResource first = client.resource(widget).fieldManager("m").serverSideApply();

    GenericKubernetesResource again = client.resource(widget).fieldManager("m").serverSideApply();

    assertThat(again.getMetadata().getResourceVersion())
        .isEqualTo(first.getMetadata().getResourceVersion());
  }
}
