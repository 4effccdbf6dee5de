package social.greenroom.worker.settle;

import java.time.Instant;
import java.util.function.Supplier;
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
 * @param sentFrom when the same was first sent of which nobody could tell: the attempt itself, or
 *     one before it
 * @param others what else of the account's may stand there, as it is known when asked
 */
public record Doubt(
    String text,
    @Nullable String replyTo,
    Instant startedAt,
    Instant sentFrom,
    Sender sender,
    AccountAccess access,
    Supplier<OthersPosts> others) {
  NetworkProfile network() {
    return Networks.of(access.platform());
  }
}
