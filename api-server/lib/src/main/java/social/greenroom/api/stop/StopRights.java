package social.greenroom.api.stop;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.store.stop.StopRow;
import social.greenroom.store.talent.TalentRow;

/** Who may stop and who may let go on. Stopping is made easy, going on isn't. */
record StopRights(Caller caller) {

  /**
   * Ends the request unless the person may stop that.
   *
   * @param talent whose posts, or those of one of whose accounts; null for all of the agency's
   */
  void requireStop(boolean panic, @Nullable TalentRow talent) {
    caller.require(Permission.STOP);
    if (talent == null && caller.role().boundToTalent()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "You can stop your own posts; send your talentId.");
    }
    if (panic && (talent == null || !own(talent))) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "The panic switch is the talent's own; put the posts on hold instead (kind pause).");
    }
  }

  /** Whether the person may let it go on; of the talent's own stop only the owner may. */
  boolean mayLift(StopRow stop, @Nullable TalentRow talent) {
    if (!caller.may(Permission.STOP)) {
      return false;
    }
    if (stop.panic() && talent != null) {
      var owner = talent.ownerUserId();
      return owner == null ? !caller.role().boundToTalent() : owner.equals(caller.userId());
    }
    return !caller.role().boundToTalent() || caller.userId().equals(stop.setByUser());
  }

  /** Who may let it go on, for a person. */
  static String lifting(StopRow stop, @Nullable TalentRow talent) {
    return stop.panic() && talent != null && talent.ownerUserId() != null
        ? "Only %s can let it go on.".formatted(talent.displayName())
        : "An owner, admin or editor of the agency can let it go on.";
  }

  private boolean own(TalentRow talent) {
    return caller.userId().equals(talent.ownerUserId())
        || Objects.equals(caller.talentId(), talent.id());
  }
}
