package social.greenroom.core.post;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The states of what follows a post, and the one table of transitions between them. The database
 * holds the same table and refuses what it doesn't know.
 */
public enum FollowUpState {
  WAITING("Waits for its turn."),
  SENDING("Going out now."),
  UNKNOWN("Not sure it went out: the account's timeline is being read, or a person is asked."),
  DONE("Out."),
  FAILED("The network or a check refused it; a person decides."),
  LEFT_OUT("Left out.");

  private static final Map<FollowUpState, Set<FollowUpState>> NEXT =
      Map.of(
          WAITING, Set.of(SENDING, LEFT_OUT),
          SENDING, Set.of(DONE, FAILED, UNKNOWN, WAITING),
          UNKNOWN, Set.of(DONE, FAILED, WAITING),
          FAILED, Set.of(WAITING, DONE, LEFT_OUT),
          DONE, Set.of(),
          LEFT_OUT, Set.of());

  private final String sentence;

  FollowUpState(String sentence) {
    this.sentence = sentence;
  }

  /** What the state means, as a sentence for a person. */
  public String sentence() {
    return sentence;
  }

  /** The states that may follow. */
  public Set<FollowUpState> next() {
    return NEXT.getOrDefault(this, Set.of());
  }

  /** The name in the database and the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of that wire name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static FollowUpState of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
