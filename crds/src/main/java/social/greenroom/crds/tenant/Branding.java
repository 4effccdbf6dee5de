package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** How the agency's pages look. */
@ApiObject
public record Branding(
    @Size(max = Bounds.TITLE)
        @JsonPropertyDescription("The name shown in the page instead of Greenroom.")
        @Nullable String name,
    @Pattern(Bounds.HTTP_URL)
        @Size(max = Bounds.URL)
        @JsonPropertyDescription("The address of the logo.")
        @Nullable String logoUrl,
    @Pattern("^#[0-9a-fA-F]{6}$")
        @Size(max = 7)
        @JsonPropertyDescription("The main colour as #rrggbb.")
        @Nullable String primaryColor,
    @Pattern("^#[0-9a-fA-F]{6}$")
        @Size(max = 7)
        @JsonPropertyDescription("The accent colour as #rrggbb.")
        @Nullable String accentColor) {}
