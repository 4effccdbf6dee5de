package social.greenroom.store.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A post that went out, and when it was due. */
public record PublishedPost(UUID id, Instant publishedAt, Instant dueAt) {
  /** At least zero. */
  public Duration lateness() {
    return publishedAt.isAfter(dueAt) ? Duration.between(dueAt, publishedAt) : Duration.ZERO;
  }
}
