package social.greenroom.crds.tenant;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** What an agency wants. */
@ApiObject
public record TenantSpec(
    @Required
        @Size(min = 1, max = Bounds.TITLE)
        @JsonPropertyDescription("The agency's name as people write it.")
        String displayName,
    @Required
        @Size(min = 1, max = Bounds.LABEL)
        @Pattern(Bounds.DNS_LABEL)
        @SelectableField
        @ValidationRule(
            value = "self == oldSelf",
            message = "namespace is immutable: make a new Tenant for another namespace.")
        @JsonPropertyDescription(
            "The namespace that holds the agency's resources and Jobs. It must carry the label greenroom.social/tenant with this tenant's name. Immutable.")
        String namespace,
    @Default("Free") @JsonPropertyDescription("What the agency has booked.") @Nullable Plan plan,
    @JsonPropertyDescription("What holds for every talent unless it says otherwise.")
        @Nullable TenantDefaults defaults,
    @JsonPropertyDescription("How the agency's pages look.") @Nullable Branding branding,
    @Default("Forbidden")
        @JsonPropertyDescription("Whether a talent's own voice may be cloned for narration.")
        @Nullable VoiceClonePolicy voiceClonePolicy,
    @Size(max = 63) @JsonPropertyDescription("The region in which the tenant's Jobs run.")
        @Nullable String homeRegion) {}
