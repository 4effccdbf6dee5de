package social.greenroom.worker.publish;

import java.time.Duration;
import java.util.Optional;
import social.greenroom.core.channel.LastLook;
import social.greenroom.store.publish.Claim;

/**
 * Whether a claim still holds and nothing stops it, asked once more where the check of it is no
 * news any more: pictures took their time, or the process was stopped meanwhile. Its clock is one
 * that nobody sets, and that goes on while the process stands still.
 */
final class StillMine implements LastLook {
  /** A stop counts within a second. */
  private static final Duration NEWS = Duration.ofMillis(400);

  private final SendLedger ledger;
  private final Claim claim;
  private final long checked = System.nanoTime();

  StillMine(SendLedger ledger, Claim claim) {
    this.ledger = ledger;
    this.claim = claim;
  }

  @Override
  public Optional<String> refusal() {
    return System.nanoTime() - checked < NEWS.toNanos() ? Optional.empty() : ledger.withheld(claim);
  }
}
