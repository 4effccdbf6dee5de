package social.greenroom.operator.plan;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who applied a resource: a change is asked about in that name, or fields it drops would stay. */
final class FieldManagers {
  private static final String DEFAULT = "kubectl";

  private FieldManagers() {}

  /** The one tool that applied the resource; kubectl where it is new, or there are several. */
  static String of(@Nullable GenericKubernetesResource live) {
    if (live == null || live.getMetadata().getManagedFields() == null) {
      return DEFAULT;
    }
    List<String> tools =
        live.getMetadata().getManagedFields().stream()
            .filter(FieldManagers::declares)
            .map(ManagedFieldsEntry::getManager)
            .distinct()
            .toList();
    return tools.size() == 1 ? tools.get(0) : DEFAULT;
  }

  /** The operator applies too: the status, and its finalizer. */
  private static boolean declares(ManagedFieldsEntry entry) {
    return "Apply".equals(entry.getOperation())
        && (entry.getSubresource() == null || entry.getSubresource().isEmpty())
        && !finalizersOnly(entry.getFieldsV1());
  }

  private static boolean finalizersOnly(@Nullable FieldsV1 fields) {
    if (fields == null || !fields.getAdditionalProperties().keySet().equals(Set.of("f:metadata"))) {
      return false;
    }
    return fields.getAdditionalProperties().get("f:metadata") instanceof Map<?, ?> metadata
        && metadata.keySet().stream().allMatch("f:finalizers"::equals);
  }
}
