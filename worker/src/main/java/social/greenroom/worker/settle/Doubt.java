package social.greenroom.worker.settle;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.network.NetworkProfile;
import social.greenroom.core.network.Networks;

/**
 * A call nobody knows the outcome of, whether it published a post or added what follows one, and
 * what is needed to find out.
 *
 * @param text as it was sent
 * @param replyTo the id of the post that it answers; null for a post of its own
 * @param startedAt when the attempt was written down
 * @param othersPosts remote ids known to be others of the account's posts
 */
public record Doubt(
    String text,
    @Nullable String replyTo,
    Instant startedAt,
    Sender sender,
    AccountAccess access,
    Set<String> othersPosts) {
  NetworkProfile network() {
    return Networks.of(access.platform());
  }
}
