package social.greenroom.crds.talent;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** The person whose yes counts. */
@ApiObject
public record Owner(
    @Required
        @Pattern(Bounds.EMAIL)
        @Size(min = 1, max = 254)
        @JsonPropertyDescription(
            "The address the invitation goes to. Being named here is an invitation, never a consent.")
        String email,
    @Size(max = Bounds.TITLE) @JsonPropertyDescription("How the person is called.")
        @Nullable String displayName) {}
