package social.greenroom.api.spacing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where posts would be put. Nothing has been moved yet.
 *
 * @param from its first day
 * @param days how many it has
 * @param posts in the order of the wish
 * @param moving how many of them get another time
 * @param needingApproval how many of those need a new yes
 * @param digest names exactly this plan; to be sent with its acceptance
 */
@Schema(name = "SpacingPlan")
public record SpacingPlan(
    LocalDate from,
    int days,
    List<PlannedPost> posts,
    int moving,
    int needingApproval,
    String digest) {

  static SpacingPlan of(SpacingWish wish, List<PlannedPost> posts) {
    return new SpacingPlan(
        wish.from(),
        wish.days(),
        posts,
        (int) posts.stream().filter(PlannedPost::moves).count(),
        (int) posts.stream().filter(PlannedPost::needsApproval).count(),
        digest(wish, posts));
  }

  private static String digest(SpacingWish wish, List<PlannedPost> posts) {
    var text =
        posts.stream()
            .map(post -> "%s %s %s".formatted(post.variantId(), post.at(), post.needsApproval()))
            .collect(Collectors.joining("\n", "%s %d\n".formatted(wish.from(), wish.days()), ""));
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
