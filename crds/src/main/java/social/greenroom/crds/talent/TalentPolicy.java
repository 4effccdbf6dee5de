package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How much, how often, and when not. */
@ApiObject
public record TalentPolicy(
    @Min(0)
        @Max(100)
        @JsonPropertyDescription("The most posts the talent sends in a day over all accounts.")
        @Nullable Integer dailyCap,
    @ListMap("from") @Size(max = 50) @JsonPropertyDescription("Times in which nothing goes out.")
        List<Blackout> blackouts,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription("How often the persona may think of something to say, such as 6h.")
        @Nullable String tickInterval) {
  public TalentPolicy {
    blackouts = blackouts == null ? List.of() : List.copyOf(blackouts);
  }
}
