package social.greenroom.worker.settle;

import java.util.Set;
import java.util.UUID;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.network.NetworkProfile;
import social.greenroom.core.network.Networks;
import social.greenroom.core.post.Payload;
import social.greenroom.store.publish.AttemptRow;

/**
 * An attempt nobody knows the outcome of, and what is needed to find out.
 *
 * @param othersPosts remote ids known to be the account's other variants
 */
record Doubt(
    UUID talentId,
    Payload payload,
    AttemptRow attempt,
    Sender sender,
    AccountAccess access,
    Set<String> othersPosts) {
  NetworkProfile network() {
    return Networks.of(access.platform());
  }
}
