package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The posts of one account that shall get other times.
 *
 * @param talentId whose day they count to
 * @param taken the times of the account's other posts
 * @param posts in the order in which they shall go out
 */
public record AccountToSpace(
    UUID talentId, PostingRules rules, List<Instant> taken, List<PostToSpace> posts) {
  public AccountToSpace {
    taken = List.copyOf(taken);
    posts = List.copyOf(posts);
  }
}
