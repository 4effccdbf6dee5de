package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that shall get another time, together with others.
 *
 * @param keeps the time that stays taken where the post isn't moved; null where it has none
 * @param approved the window in which its approval holds; null where it waits for a yes anyway
 * @param deadline after which its request lets it go out no more; null for none
 */
public record PostToSpace(
    UUID id, @Nullable Instant keeps, @Nullable Embargo approved, @Nullable Deadline deadline) {

  boolean mayGoOut(Instant at) {
    return deadline == null || deadline.allows(at);
  }

  /** True when it has a yes that doesn't hold then. */
  boolean voids(Instant at) {
    return approved != null && !approved.allows(at);
  }
}
