package social.greenroom.api.caps;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.api.spacing.PlannedPost;

/**
 * What would become of the posts that are scheduled. Nothing has been set or moved yet.
 *
 * @param posts those that can't keep their times, in the order of these
 * @param moving how many of them get another time
 * @param needingApproval how many of those need a new yes
 * @param staying how many find no other time, and won't go out as they are
 * @param digest names exactly this plan; to be sent with what is set
 */
@Schema(name = "CapsPlan")
public record CapsPlan(
    List<PlannedPost> posts, int moving, int needingApproval, int staying, String digest) {

  static CapsPlan of(List<PlannedPost> posts, String digest) {
    return new CapsPlan(
        posts,
        (int) posts.stream().filter(PlannedPost::moves).count(),
        (int) posts.stream().filter(PlannedPost::needsApproval).count(),
        (int) posts.stream().filter(post -> !post.moves()).count(),
        digest);
  }

  /** For the record, for example " 3 posts moved." */
  String sentence() {
    return (moving == 0
            ? ""
            : moving == 1 ? " 1 post moved." : " %d posts moved.".formatted(moving))
        + switch (staying) {
          case 0 -> "";
          case 1 -> " 1 post found no other time.";
          default -> " %d posts found no other time.".formatted(staying);
        };
  }
}
