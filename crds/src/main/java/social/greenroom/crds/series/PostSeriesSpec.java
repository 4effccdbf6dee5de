package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;

/** What is said again, in whose name, and when. */
@ApiObject
@ValidationRule(
    value = "has(self.recurrence) != has(self.evergreen)",
    message = "recurrence, evergreen: give exactly one of the two.")
@ValidationRule(
    value = "has(self.recurrence) == has(oldSelf.recurrence)",
    message = "a series stays recurrence or evergreen: make a new PostSeries.")
@ValidationRule(
    value =
        "has(self.evergreen) || (has(self.template) && has(self.template.prompt) && self.template.prompt.size() > 0)",
    message = "template.prompt is missing: say what the posts are about.")
@ValidationRule(
    value =
        "!has(self.draftAhead) || (duration(self.draftAhead) >= duration('1h') && duration(self.draftAhead) <= duration('720h'))",
    message = "draftAhead: give between 1h and 720h.")
public record PostSeriesSpec(
    @Required
        @ValidationRule(
            value = "self.name == oldSelf.name",
            message = "talentRef is immutable: a series belongs to one talent for ever.")
        @JsonPropertyDescription("The talent in whose name it is said. Immutable.")
        ResourceRef talentRef,
    @JsonPropertyDescription("The same request again and again, by a rule.")
        @Nullable Recurrence recurrence,
    @JsonPropertyDescription("A post that went out, said again in other words.")
        @Nullable Evergreen evergreen,
    @JsonPropertyDescription("What the PostRequest of each time asks for.")
        @Nullable PostTemplate template,
    @Default("72h")
        @Pattern(Bounds.DURATION)
        @Size(max = 20)
        @JsonPropertyDescription(
            "How long before its time a post is drafted, such as 72h, so that its owner can approve it.")
        @Nullable String draftAhead,
    @Default("None")
        @JsonPropertyDescription(
            "Whether the series goes on: None, or Hold (nothing new is drafted; what is drafted stays). A pause given in the page holds too.")
        @Nullable SeriesStop stopPolicy) {}
