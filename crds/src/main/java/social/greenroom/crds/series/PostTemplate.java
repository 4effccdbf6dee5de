package social.greenroom.crds.series;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.Attachment;
import social.greenroom.crds.request.PostKind;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;
import social.greenroom.crds.schema.ListSet;

/** What the PostRequest of each time asks for. */
@ApiObject
public record PostTemplate(
    @Size(max = 8000)
        @JsonPropertyDescription(
            "What to say, in the words of whoever asks; of an evergreen post it is what that was asked for, unless given.")
        @Nullable String prompt,
    @ListMap("name")
        @Size(max = 50)
        @JsonPropertyDescription(
            "The accounts to post to; all of the talent's unless given, or those of an evergreen post.")
        List<ResourceRef> accountRefs,
    @ListSet @Size(max = 5) @JsonPropertyDescription("What sort of post is wanted.")
        List<PostKind> postKinds,
    @Pattern(Bounds.HTTP_URL)
        @Size(max = Bounds.URL)
        @JsonPropertyDescription(
            "A link that goes with the posts; an evergreen post's own unless given.")
        @Nullable String link,
    @ListMap("uri")
        @Size(max = 20)
        @JsonPropertyDescription(
            "Files that belong to the posts; an evergreen post's own unless given.")
        List<Attachment> attachments) {
  public static final PostTemplate EMPTY =
      new PostTemplate(null, List.of(), List.of(), null, List.of());

  public PostTemplate {
    accountRefs = accountRefs == null ? List.of() : List.copyOf(accountRefs);
    postKinds = postKinds == null ? List.of() : List.copyOf(postKinds);
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }
}
