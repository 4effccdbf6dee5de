package social.greenroom.crds.posting;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;

/** The time outside of which nothing goes out. */
@ApiObject
@ValidationRule(
    value = "has(self.notBefore) || has(self.notAfter)",
    message = "embargo: give notBefore, notAfter or both.")
@ValidationRule(
    value =
        "!has(self.notBefore) || !has(self.notAfter) || timestamp(self.notBefore) < timestamp(self.notAfter)",
    message = "embargo: notAfter must be later than notBefore.")
public record EmbargoTime(
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("The first moment at which a post may go out.")
        @Nullable Instant notBefore,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("The last moment at which a post may go out.")
        @Nullable Instant notAfter) {}
