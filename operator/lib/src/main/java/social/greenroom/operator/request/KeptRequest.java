package social.greenroom.operator.request;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.request.RequestPost;
import social.greenroom.store.request.RequestRow;

/**
 * What came of keeping a request in the database.
 *
 * @param row null where it couldn't be kept
 * @param drafts how the variants stand that it became
 * @param posts the first of them, as its status tells of them
 * @param made true when it was kept just now
 */
public record KeptRequest(
    RequestVerdict verdict,
    @Nullable RequestRow row,
    @Nullable UUID postId,
    Drafts drafts,
    List<RequestPost> posts,
    boolean made) {

  static KeptRequest refused(RequestVerdict verdict) {
    return new KeptRequest(verdict, null, null, Drafts.NONE, List.of(), false);
  }

  /** True when the request was kept for another resource, which this one was made again after. */
  boolean again(ObjectMeta resource) {
    if (row == null) {
      return false;
    }
    var keptFor = row.resourceUid();
    return keptFor == null
        // Of before that was written down. The API server writes whole seconds, rounded down.
        ? row.createdAt().isBefore(Instant.parse(resource.getCreationTimestamp()))
        : !keptFor.equals(resource.getUid());
  }
}
