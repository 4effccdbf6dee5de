package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** How much of the profile is there, and what to add next. */
@ApiObject
public record Completeness(
    @Required @Min(0) @Max(100) @JsonPropertyDescription("From 0 to 100.") Integer score,
    @Size(max = 12) @JsonPropertyDescription("What to add next, the most useful first.")
        List<@Size(min = 1, max = Bounds.SENTENCE) String> next) {
  public Completeness {
    next = next == null ? List.of() : List.copyOf(next);
  }
}
