package social.greenroom.worker.generate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.Deadline;
import social.greenroom.core.schedule.Placement;

/**
 * When a draft may go out, for its owner to agree to.
 *
 * @param at null where no free time was found
 * @param reason which rule set it, or why there is none
 */
record ProposedTime(@Nullable Instant at, @Nullable String reason) {
  static ProposedTime of(Placement placement) {
    return new ProposedTime(placement.at(), placement.reason());
  }

  static ProposedTime nowhere() {
    return new ProposedTime(
        null, "The account has no free slot in the next year; choose a time yourself.");
  }

  static ProposedTime notBy(Deadline deadline) {
    return new ProposedTime(
        null,
        "%s The account has no free slot until then; choose a time yourself, or cancel the post."
            .formatted(deadline.sentence()));
  }
}
