package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** What holds for every talent of the agency unless it says otherwise. */
@ApiObject
public record TenantDefaults(
    @Default("UTC")
        @Size(min = 1, max = 64)
        @JsonPropertyDescription("The IANA time zone, such as Europe/Stockholm.")
        @Nullable String timeZone,
    @Default("en")
        @Pattern(Bounds.LANGUAGE)
        @Size(max = 35)
        @JsonPropertyDescription("The language posts are written in, as a BCP 47 tag.")
        @Nullable String language,
    @Default("6h")
        @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription("How often a persona may think of something to say, such as 6h.")
        @Nullable String tickInterval,
    @Default("2")
        @Min(0)
        @Max(100)
        @JsonPropertyDescription("The most posts an account sends in a day.")
        @Nullable Integer dailyPostCap) {}
