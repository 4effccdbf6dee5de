package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.StopPolicy;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** Who the talent is and how they post. */
@ApiObject
public record TalentSpec(
    @Required
        @Size(min = 1, max = 40)
        @Pattern(Bounds.DNS_LABEL)
        @SelectableField
        @ValidationRule(
            value = "self == oldSelf",
            message = "slug is immutable: it stands in mail addresses and links.")
        @JsonPropertyDescription("The short name in addresses, unique over all tenants. Immutable.")
        String slug,
    @Required
        @Size(min = 1, max = Bounds.TITLE)
        @JsonPropertyDescription("The name as people write it.")
        String displayName,
    @Size(min = 1, max = 64)
        @JsonPropertyDescription(
            "The IANA time zone, such as Europe/Stockholm; the tenant's unless given.")
        @Nullable String timeZone,
    @Pattern(Bounds.LANGUAGE)
        @Size(max = 35)
        @JsonPropertyDescription(
            "The language posts are written in, as a BCP 47 tag; the tenant's unless given.")
        @Nullable String language,
    @Required @JsonPropertyDescription("The person whose yes counts; they are invited by mail.")
        Owner owner,
    @JsonPropertyDescription("What conditions everything that is written in the talent's name.")
        @Nullable Profile profile,
    @JsonPropertyDescription("How the talent's pictures look.") @Nullable BrandKit brandKit,
    @JsonPropertyDescription("How much, how often, and when not.") @Nullable TalentPolicy policy,
    @Default("None")
        @JsonPropertyDescription(
            "How far sending is stopped: None, Hold (what is approved waits) or HoldAndDrain (what is queued is pulled back too). A stricter stop given in the page wins.")
        @Nullable StopPolicy stopPolicy) {}
