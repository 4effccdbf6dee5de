package social.greenroom.crds.posting;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** What becomes of a post whose time passed while nothing could be sent. */
@ApiObject
@ValidationRule(
    value = "(self.action == 'PublishLate') == has(self.grace)",
    message = "missed: action PublishLate needs grace, such as 2h; action Ask takes none.")
public record Missed(
    @Required
        @JsonPropertyDescription(
            "PublishLate (it goes out within grace, spaced as other posts are; later than that, a person is asked) or Ask (a person is asked at once).")
        MissedAction action,
    @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription("How late a post may still go out by itself, such as 2h.")
        @Nullable String grace) {}
