package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How a series stands. */
@ApiObject
public record PostSeriesStatus(
    @JsonPropertyDescription("The generation of the spec this status speaks of.")
        @Nullable Long observedGeneration,
    @Size(max = Bounds.UUID) @JsonPropertyDescription("The series' id in the database.")
        @Nullable String seriesId,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("The next time; none when it is over or on hold.")
        @Nullable Instant nextAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("The latest time for which a PostRequest was made.")
        @Nullable Instant lastAt,
    @Min(0) @JsonPropertyDescription("For how many times a PostRequest was made.")
        @Nullable Integer made,
    @Min(0)
        @JsonPropertyDescription(
            "How many times passed without one, while nothing could be made or the series was on hold.")
        @Nullable Integer missed,
    @ListMap("type")
        @Size(max = Bounds.CONDITIONS)
        @JsonPropertyDescription("What is so, aspect by aspect.")
        List<Condition> conditions)
    implements Conditioned {
  public PostSeriesStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
