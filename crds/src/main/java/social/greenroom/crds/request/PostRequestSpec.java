package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;
import social.greenroom.crds.schema.ListSet;

/** What should be said, by whom, and where. */
@ApiObject
@ValidationRule(value = "self == oldSelf", message = "spec is immutable: make a new PostRequest.")
@ValidationRule(
    value = "self.source == 'persona' || (has(self.prompt) && self.prompt.size() > 0)",
    message = "prompt is missing: say what the post is about.")
public record PostRequestSpec(
    @Required @JsonPropertyDescription("The talent in whose name it is said.")
        ResourceRef talentRef,
    @Default("gitops") @SelectableField @JsonPropertyDescription("Where the request comes from.")
        @Nullable RequestSource source,
    @Size(max = 8000)
        @JsonPropertyDescription(
            "What to say, in the words of whoever asks; a persona's own request needs none.")
        @Nullable String prompt,
    @ListMap("name")
        @Size(max = 50)
        @JsonPropertyDescription("The accounts to post to; all of the talent's unless given.")
        List<ResourceRef> accountRefs,
    @ListSet @Size(max = 5) @JsonPropertyDescription("What sort of post is wanted.")
        List<PostKind> postKinds,
    @Pattern(Bounds.HTTP_URL)
        @Size(max = Bounds.URL)
        @JsonPropertyDescription("A link that goes with the post.")
        @Nullable String link,
    @JsonPropertyDescription("When the posts should go out.") @Nullable ScheduleHint scheduleHint,
    @ListMap("uri") @Size(max = 20) @JsonPropertyDescription("Files that belong to the request.")
        List<Attachment> attachments,
    @Min(0)
        @Max(31536000)
        @JsonPropertyDescription(
            "Seconds after its end at which the resource is removed; it stays unless given. History stays in any case.")
        @Nullable Integer ttlSecondsAfterFinished) {
  public PostRequestSpec {
    accountRefs = accountRefs == null ? List.of() : List.copyOf(accountRefs);
    postKinds = postKinds == null ? List.of() : List.copyOf(postKinds);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }
}
