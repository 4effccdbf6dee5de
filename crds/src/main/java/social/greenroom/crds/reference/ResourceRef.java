package social.greenroom.crds.reference;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** A resource of a known kind in the same namespace. */
@ApiObject
public record ResourceRef(
    @Required
        @Size(min = 1, max = Bounds.NAME)
        @Pattern(Bounds.DNS_SUBDOMAIN)
        @JsonPropertyDescription("The name of the resource, in the same namespace.")
        String name) {}
