package social.greenroom.core.schedule;

import java.time.Duration;

/**
 * What becomes of a post whose time passed while nothing could be sent.
 *
 * @param action whether it may still go out by itself
 * @param grace how late it may still go out; of no meaning where people are asked
 */
public record MissedPolicy(Action action, Duration grace) {
  /** Late by up to two hours where nobody says; after that, a person is asked. */
  public static final MissedPolicy DEFAULT =
      new MissedPolicy(Action.PUBLISH_LATE, Duration.ofHours(2));

  /** People are asked, however late it is. */
  public static final MissedPolicy ASK = new MissedPolicy(Action.ASK, Duration.ZERO);

  /** What is done. */
  public enum Action {
    PUBLISH_LATE,
    ASK
  }

  public MissedPolicy {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("The grace is negative; use action Ask for none.");
    }
  }

  public static MissedPolicy publishLate(Duration grace) {
    return new MissedPolicy(Action.PUBLISH_LATE, grace);
  }

  /** Whether a post that is so late may still go out by itself. */
  public boolean allows(Duration late) {
    return action == Action.PUBLISH_LATE && late.compareTo(grace) <= 0;
  }

  /** For a person, for example "publish late within 2 hours". */
  public String words() {
    return switch (action) {
      case PUBLISH_LATE -> "publish late within " + Durations.inWords(grace);
      case ASK -> "ask";
    };
  }
}
