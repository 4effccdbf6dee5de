package social.greenroom.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldManagersTest {
  @Test
  void theToolThatAppliedItIsFoundBesideTheOperator() {
    assertThat(
            FieldManagers.of(
                with(
                    entry("argocd-controller", "Apply", "", Map.of("f:spec", Map.of())),
                    entry(
                        "greenroom-talent",
                        "Apply",
                        "",
                        Map.of("f:metadata", Map.of("f:finalizers", Map.of()))),
                    entry("greenroom-talent", "Apply", "status", Map.of("f:status", Map.of())))))
        .isEqualTo("argocd-controller");
  }

  @Test
  void ofSeveralNoneIsTaken() {
    assertThat(
            FieldManagers.of(
                with(
                    entry("one", "Apply", "", Map.of("f:spec", Map.of())),
                    entry("two", "Apply", "", Map.of("f:spec", Map.of())))))
        .isEqualTo("kubectl");
  }

  @Test
  void whatIsNewIsKubectls() {
    assertThat(FieldManagers.of(null)).isEqualTo("kubectl");
  }

  private static GenericKubernetesResource with(ManagedFieldsEntry... entries) {
    var resource = new GenericKubernetesResource();
    resource.setMetadata(new ObjectMeta());
    resource.getMetadata().setManagedFields(List.of(entries));
    return resource;
  }

  private static ManagedFieldsEntry entry(
      String manager, String operation, String subresource, Map<String, Object> fields) {
    var entry = new ManagedFieldsEntry();
    entry.setManager(manager);
    entry.setOperation(operation);
    entry.setSubresource(subresource);
    entry.setFieldsV1(new FieldsV1());
    entry.getFieldsV1().setAdditionalProperties(fields);
    return entry;
  }
}
