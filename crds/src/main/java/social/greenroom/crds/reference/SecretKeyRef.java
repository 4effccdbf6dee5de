package social.greenroom.crds.reference;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** One entry of a Secret in the same namespace. */
@ApiObject
public record SecretKeyRef(
    @Required
        @Size(min = 1, max = Bounds.NAME)
        @Pattern(Bounds.DNS_SUBDOMAIN)
        @JsonPropertyDescription("The name of the Secret, in the same namespace.")
        String name,
    @Required
        @Size(min = 1, max = Bounds.NAME)
        @Pattern("^[-._a-zA-Z0-9]+$")
        @JsonPropertyDescription("The key inside the Secret.")
        String key) {}
