package social.greenroom.crds.mcp;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How a server stands. */
@ApiObject
public record McpServerStatus(
    @JsonPropertyDescription("The generation of the spec this status speaks of.")
        @Nullable Long observedGeneration,
    @Min(0) @JsonPropertyDescription("How many tenants it serves.") @Nullable Integer tenants,
    @ListMap("type")
        @Size(max = Bounds.CONDITIONS)
        @JsonPropertyDescription("What is so, aspect by aspect.")
        List<Condition> conditions)
    implements Conditioned {
  public McpServerStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
