package social.greenroom.crds.reference;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import social.greenroom.crds.schema.ApiObject;

/** Where a secret value comes from. */
@ApiObject
public record SecretSource(
    @Required
        @JsonPropertyDescription(
            "The Secret's entry with the token. It is sealed into the vault; changing the Secret renews it. The Secret carries the label greenroom.social/credential=true, and the annotation greenroom.social/credential-hosts, which names the hosts that the token may be sent to.")
        SecretKeyRef secretRef) {}
