package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.schema.ApiObject;

/** A post that is worth saying again, each time in other words. */
@ApiObject
public record Evergreen(
    @Required
        @ValidationRule(
            value = "self.name == oldSelf.name",
            message = "evergreen.requestRef is immutable: make a new PostSeries for another post.")
        @JsonPropertyDescription(
            "The PostRequest whose post is repeated; it may be removed since. Immutable.")
        ResourceRef requestRef,
    @Required
        @Min(1)
        @Max(3650)
        @JsonPropertyDescription(
            "Days from when the post went out to its first repetition, and from each to the next.")
        Integer intervalDays,
    @Required @Min(1) @Max(100) @JsonPropertyDescription("How often it is repeated at most.")
        Integer maximum) {}
