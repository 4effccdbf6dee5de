package social.greenroom.core.post;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Platform;

/**
 * Everything that leaves for the network: what an approval covers. {@link CanonicalPayload} writes
 * it in one versioned form, whose SHA-256 is the content hash.
 *
 * @param platform the network it goes to
 * @param accountRemoteId the account's id at the network, fixed when it was connected
 * @param text the post itself, or the first post of a thread
 * @param thread the further posts of a thread, in order; empty for a single post
 * @param firstComment a comment that follows the post, if any
 * @param link the link with its UTM parameters, if any
 * @param media pictures as rendered for this network, in order
 * @param options the network's own options (visibility, board), by name
 */
public record Payload(
    Platform platform,
    String accountRemoteId,
    String text,
    List<String> thread,
    @Nullable String firstComment,
    @Nullable String link,
    List<PayloadMedia> media,
    SortedMap<String, String> options) {}
