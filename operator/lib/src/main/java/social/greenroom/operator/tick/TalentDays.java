package social.greenroom.operator.tick;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much room a talent's own daily cap, which counts all accounts, leaves in each local day. */
final class TalentDays {
  private final @Nullable Integer cap;
  private final List<Instant> taken;

  TalentDays(@Nullable Integer cap, List<Instant> taken) {
    this.cap = cap;
    this.taken = new ArrayList<>(taken);
  }

  /** Takes the slot when its day, in that zone, has room; says whether it had. */
  boolean take(ZoneId zone, Instant slot) {
    var day = slot.atZone(zone).toLocalDate();
    var posts = taken.stream().filter(at -> at.atZone(zone).toLocalDate().equals(day)).count();
    if (cap != null && posts >= cap) {
      return false;
    }
    taken.add(slot);
    return true;
  }
}
