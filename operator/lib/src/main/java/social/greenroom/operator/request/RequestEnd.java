package social.greenroom.operator.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.request.PostRequest;

/** When a finished request's resource is removed. Its history, and its drafts, stay. */
final class RequestEnd {
  private RequestEnd() {}

  /** When the resource's time to live is over; empty while it is open, or stays for ever. */
  static Optional<Instant> removal(PostRequest request, @Nullable Instant finishedAt) {
    var ttl = request.getSpec().ttlSecondsAfterFinished();
    return ttl == null || finishedAt == null
        ? Optional.empty()
        : Optional.of(finishedAt.plus(Duration.ofSeconds(ttl)));
  }

  /**
   * True when the resource goes because its time is over, and not because somebody changed their
   * mind: then what it became stays.
   */
  static boolean byTimeToLive(PostRequest request, Instant now) {
    var status = request.getStatus();
    return removal(request, status == null ? null : status.finishedAt())
        .filter(over -> !now.isBefore(over))
        .isPresent();
  }
}
