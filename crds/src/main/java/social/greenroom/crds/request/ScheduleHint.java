package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;

/** When the posts should go out; the approval has the last word. */
@ApiObject
@ValidationRule(
    value =
        "!has(self.notBefore) || !has(self.notAfter) || timestamp(self.notBefore) < timestamp(self.notAfter)",
    message = "scheduleHint: notAfter must be later than notBefore.")
public record ScheduleHint(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @JsonPropertyDescription("The wished moment.")
        @Nullable Instant publishAt,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @JsonPropertyDescription("Not before this moment.")
        @Nullable Instant notBefore,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @JsonPropertyDescription("Not after this moment.")
        @Nullable Instant notAfter) {}
