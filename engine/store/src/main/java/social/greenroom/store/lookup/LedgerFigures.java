package social.greenroom.store.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits, and what went wrong, of all tenants together.
 *
 * @param due approved posts whose time has come; those held by a stop are among them
 * @param queued posts handed to a sender that hasn't begun with them
 * @param oldestQueued when the first of them was due
 * @param unknownOutcomes posts of which nobody knows whether they went out
 * @param waiting requests that were handed in and have no PostRequest yet
 * @param oldestWaiting when the first of them was handed in
 * @param unknown calls, of posts and of what follows them, after which nobody knew whether they
 *     took effect, as long as the ledger is
 * @param settledByReading of them, those that reading the account's posts settled
 * @param settledByPerson those that a person settled
 * @param settledBySender those that their own sender settled, late
 * @param asked those about which a person was asked, as reading couldn't settle them
 * @param altered calls after which the network showed another text than was sent
 * @param openCircuits networks that don't answer a tenant, so that nothing is sent there now
 */
public record LedgerFigures(
    long due,
    long queued,
    @Nullable Instant oldestQueued,
    long unknownOutcomes,
    long waiting,
    @Nullable Instant oldestWaiting,
    long softBlocked,
    long hardBlocked,
    long unreachable,
    long openCircuits,
    long unknown,
    long settledByReading,
    long settledByPerson,
    long settledBySender,
    long asked,
    long altered) {
  public static final LedgerFigures NONE =
      new LedgerFigures(0, 0, null, 0, 0, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
