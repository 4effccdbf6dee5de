package social.greenroom.operator.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestConditions;
import social.greenroom.crds.request.PostRequestStatus;

/**
 * When a finished request's resource is removed. Its history, and its drafts, stay. One that was
 * made again after its end stays too: whoever keeps it in a repository would make it again for
 * ever.
 */
final class RequestEnd {
  private RequestEnd() {}

  /** When the resource's time to live is over; empty while it is open, or stays for ever. */
  static Optional<Instant> removal(PostRequest request, @Nullable PostRequestStatus status) {
    var ttl = request.getSpec().ttlSecondsAfterFinished();
    return ttl == null || status == null || status.finishedAt() == null || madeAgain(status)
        ? Optional.empty()
        : Optional.of(status.finishedAt().plus(Duration.ofSeconds(ttl)));
  }

  private static boolean madeAgain(PostRequestStatus status) {
    return Conditions.find(status.conditions(), PostRequestConditions.ACCEPTED)
        .filter(accepted -> accepted.reason().equals(RequestProjection.ALREADY_DONE))
        .isPresent();
  }

  /**
   * True when the resource goes because its time is over, and not because somebody changed their
   * mind: then what it became stays.
   */
  static boolean byTimeToLive(PostRequest request, Instant now) {
    return removal(request, request.getStatus()).filter(over -> !now.isBefore(over)).isPresent();
  }
}
