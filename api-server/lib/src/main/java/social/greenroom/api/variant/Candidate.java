package social.greenroom.api.variant;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;

/**
 * A post which the account shows and that may be what was sent.
 *
 * @param remoteId its id at the network, by which it can be picked
 */
@Schema(name = "Candidate")
public record Candidate(String remoteId, @Nullable String url, String text, Instant at) {
  static Candidate of(OwnPost post) {
    return new Candidate(post.remoteId(), post.url(), post.text(), post.at());
  }
}
