package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** One of the posts that a request became: what it says for one account. */
@ApiObject
public record RequestPost(
    @Required
        @Size(max = Bounds.UUID)
        @JsonPropertyDescription("Its id in the database, as the page and the REST API have it.")
        String id,
    @Size(max = Bounds.NAME) @JsonPropertyDescription("The Account it goes out by.")
        @Nullable String account,
    @Required
        @Size(min = 1, max = Bounds.LABEL)
        @Pattern("^[A-Z][A-Za-z]*$")
        @JsonPropertyDescription("How far it has come, in CamelCase, such as AwaitingApproval.")
        String state,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("When it goes out, or went out.")
        @Nullable Instant time,
    @Size(max = Bounds.SENTENCE)
        @JsonPropertyDescription(
            "Which rule set, moved or holds its time, or why it failed or was cancelled.")
        @Nullable String reason) {}
