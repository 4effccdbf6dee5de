package social.greenroom.crds.posting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** A time in which nothing goes out. */
@ApiObject
@ValidationRule(
    value = "timestamp(self.from) < timestamp(self.until)",
    message = "blackout: until must be later than from.")
public record BlackoutTime(
    @Required
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("The first moment of silence.")
        Instant from,
    @Required
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("The moment after which posts may go out again.")
        Instant until,
    @Size(max = Bounds.SENTENCE) @JsonPropertyDescription("Why, for people.")
        @Nullable String reason) {}
