package social.greenroom.crds.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.schema.ApiObject;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.crds.schema.ListMap;

/** How far a request has come. */
@ApiObject
public record PostRequestStatus(
    @JsonPropertyDescription("The generation of the spec this status speaks of.")
        @Nullable Long observedGeneration,
    @Size(max = Bounds.UUID) @JsonPropertyDescription("The request's id in the database.")
        @Nullable String requestId,
    @Size(max = Bounds.UUID) @JsonPropertyDescription("The id of the post it became.")
        @Nullable String postId,
    @Min(0) @JsonPropertyDescription("How many drafts it became.") @Nullable Integer drafts,
    @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonPropertyDescription("When it ended; the time to live counts from here.")
        @Nullable Instant finishedAt,
    @ListMap("id")
        @Size(max = PostRequestStatus.POSTS)
        @JsonPropertyDescription("The posts it became, one for each account; the first 20 of them.")
        List<RequestPost> posts,
    @ListMap("type")
        @Size(max = Bounds.CONDITIONS)
        @JsonPropertyDescription("What is so, aspect by aspect.")
        List<Condition> conditions)
    implements Conditioned {
  /** Of how many posts it tells. */
  public static final int POSTS = 20;

  public PostRequestStatus {
    posts = posts == null ? List.of() : List.copyOf(posts);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }
}
