package social.greenroom.core.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of an account's own posts, as the network stores it.
 *
 * @param text plain text: entities and markup undone, links as the network shows them
 * @param replyTo the id of the post that it answers; null where it answers none, or the network
 *     doesn't tell
 */
public record OwnPost(
    String remoteId, @Nullable String url, String text, Instant at, @Nullable String replyTo) {
  /** One that answers none. */
  public OwnPost(String remoteId, @Nullable String url, String text, Instant at) {
    this(remoteId, url, text, at, null);
  }
}
