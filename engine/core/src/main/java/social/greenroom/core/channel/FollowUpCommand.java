package social.greenroom.core.channel;

import java.util.Map;
import social.greenroom.core.post.FollowUp;

/**
 * One call that adds what follows a post.
 *
 * @param replyTo the id of the post that it answers: the one before it in a thread, or the post
 *     that is commented
 * @param options the post's own options (visibility, language)
 * @param idempotencyKey sent where the network takes one; the same for every attempt
 */
public record FollowUpCommand(
    AccountAccess account,
    FollowUp followUp,
    String replyTo,
    Map<String, String> options,
    String idempotencyKey) {
  public FollowUpCommand {
    options = Map.copyOf(options);
  }
}
