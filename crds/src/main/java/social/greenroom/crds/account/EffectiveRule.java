package social.greenroom.crds.account;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** A rule of posting that holds for an account. */
@ApiObject
public record EffectiveRule(
    @Required
        @Size(max = Bounds.LABEL)
        @JsonPropertyDescription("Which one it is, such as cooldown.")
        String rule,
    @Required
        @Size(max = Bounds.SENTENCE)
        @JsonPropertyDescription("What it says, such as cooldown 4 hours.")
        String says,
    @Required
        @Size(max = Bounds.SENTENCE)
        @JsonPropertyDescription(
            "Who said it: the talent themselves where theirs is stricter, else the narrowest of account, talent and tenant that says anything, or else default.")
        String source) {}
