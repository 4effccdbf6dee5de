package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How an agency stands. */
@ApiObject
public record TenantStatus(
    @JsonPropertyDescription("The generation of the spec this status speaks of.")
        @Nullable Long observedGeneration,
    @Size(max = Bounds.UUID) @JsonPropertyDescription("The tenant's id in the database.")
        @Nullable String tenantId,
    @ListMap("type")
        @Size(max = Bounds.CONDITIONS)
        @JsonPropertyDescription("What is so, aspect by aspect.")
        List<Condition> conditions)
    implements Conditioned {
  public TenantStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
