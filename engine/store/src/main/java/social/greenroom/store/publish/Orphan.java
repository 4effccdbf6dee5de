package social.greenroom.store.publish;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.post.VariantRow;

/**
 * A variant whose sender gave no sign of life for a while.
 *
 * @param attempt the attempt that has no outcome; null when the network wasn't called yet
 * @param senderEnded true when the sender's run is known to have ended
 */
public record Orphan(VariantRow variant, @Nullable AttemptRow attempt, boolean senderEnded) {
  public Optional<AttemptRow> sending() {
    return Optional.ofNullable(attempt);
  }
}
