package social.greenroom.api.variant;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;

/**
 * A person is asked what became of an attempt.
 *
 * @param askedAt since when
 * @param why why reading the network can't tell
 * @param candidates what the account shows that may be it
 */
@Schema(name = "Doubt")
public record Doubt(Instant askedAt, @Nullable String why, List<Candidate> candidates) {
  static @Nullable Doubt of(
      @Nullable Instant askedAt, @Nullable String why, @Nullable List<OwnPost> candidates) {
    if (askedAt == null) {
      return null;
    }
    var found = candidates == null ? List.<OwnPost>of() : candidates;
    return new Doubt(askedAt, why, found.stream().map(Candidate::of).toList());
  }
}
