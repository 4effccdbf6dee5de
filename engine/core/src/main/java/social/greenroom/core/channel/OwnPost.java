package social.greenroom.core.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of an account's own posts, as the network stores it.
 *
 * @param text plain text: entities and markup undone, links as the network shows them
 */
public record OwnPost(String remoteId, @Nullable String url, String text, Instant at) {}
