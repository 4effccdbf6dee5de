package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** A file that belongs to the request. */
@ApiObject
@ValidationRule(
    value =
        "self.uri.startsWith('https://') || self.uri.startsWith('http://') || self.uri.matches('^media:[0-9a-f]{64}$')",
    message = "uri: name an upload as media:<sha256>, or the file's https address.")
public record Attachment(
    @Required
        @Size(min = 1, max = Bounds.URL)
        @JsonPropertyDescription(
            "Where it is: media:<sha256> for what was uploaded, or an address, https unless the deployment allows another.")
        String uri,
    @Pattern("^[0-9a-f]{64}$")
        @Size(max = 64)
        @JsonPropertyDescription("The hash of the content, lower-case hexadecimal.")
        @Nullable String sha256,
    @Pattern("^[a-z]+/[a-z0-9.+-]+$")
        @Size(max = 100)
        @JsonPropertyDescription("The type, such as image/jpeg; it is checked by content.")
        @Nullable String mediaType,
    @Min(0) @JsonPropertyDescription("The size in bytes.") @Nullable Long bytes,
    @Size(max = 1500) @JsonPropertyDescription("What it shows, for those who can't see it.")
        @Nullable String altText) {}
