package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.List;

/**
 * An account whose talent sets caps of their own.
 *
 * @param declared its rules as they are declared, without what the talent sets
 * @param capped its rules with what the talent sets
 * @param taken the times of its posts that can't move any more
 * @param posts those that can, each with the time at which it goes out as things are
 */
public record AccountUnderCaps(
    PostingRules declared, PostingRules capped, List<Instant> taken, List<PostToSpace> posts) {
  public AccountUnderCaps {
    taken = List.copyOf(taken);
    posts = List.copyOf(posts);
  }
}
