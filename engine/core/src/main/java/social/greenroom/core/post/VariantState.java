package social.greenroom.core.post;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The states of a variant (one post idea for one account) and the one table of transitions between
 * them. The database holds the same table and refuses what it doesn't know.
 */
public enum VariantState {
  DRAFT("Being drafted."),
  BLOCKED("Blocked by a rule; an edit brings it back."),
  AWAITING_APPROVAL("Waiting for its owner's yes."),
  APPROVED("Approved; it will be queued for its time."),
  QUEUED("Queued to go out at its time."),
  PUBLISHING("Going out now."),
  PUBLISHED("Live on the network."),
  FAILED("The network or a check refused it; a person decides."),
  UNKNOWN("Not sure it went out: the account's timeline is being read, or a person is asked."),
  REJECTED("Its owner said no."),
  CANCELLED("Cancelled before it went out."),
  TAKEN_DOWN("Was live, and has been taken down.");

  private static final Map<VariantState, Set<VariantState>> NEXT =
      Map.ofEntries(
          Map.entry(DRAFT, Set.of(BLOCKED, AWAITING_APPROVAL, CANCELLED)),
          Map.entry(BLOCKED, Set.of(DRAFT, CANCELLED)),
          Map.entry(AWAITING_APPROVAL, Set.of(APPROVED, REJECTED, DRAFT, CANCELLED)),
          Map.entry(APPROVED, Set.of(QUEUED, AWAITING_APPROVAL, CANCELLED)),
          Map.entry(QUEUED, Set.of(PUBLISHING, APPROVED, CANCELLED)),
          Map.entry(PUBLISHING, Set.of(PUBLISHED, FAILED, UNKNOWN, APPROVED)),
          Map.entry(UNKNOWN, Set.of(PUBLISHED, APPROVED, FAILED)),
          Map.entry(FAILED, Set.of(APPROVED, AWAITING_APPROVAL)),
          Map.entry(PUBLISHED, Set.of(TAKEN_DOWN)),
          Map.entry(REJECTED, Set.of()),
          Map.entry(CANCELLED, Set.of()),
          Map.entry(TAKEN_DOWN, Set.of()));

  private final String sentence;

  VariantState(String sentence) {
    this.sentence = sentence;
  }

  /** What the state means, as a sentence for a person. */
  public String sentence() {
    return sentence;
  }

  /** The states a variant may pass to from here. */
  public Set<VariantState> next() {
    return NEXT.getOrDefault(this, Set.of());
  }

  public boolean canBecome(VariantState next) {
    return next().contains(next);
  }

  /** True when nothing can follow. */
  public boolean terminal() {
    return next().isEmpty();
  }

  /** True while the outgoing payload may still be changed by an edit. */
  public boolean editable() {
    return Set.of(DRAFT, BLOCKED, AWAITING_APPROVAL, APPROVED, FAILED).contains(this);
  }

  /** The name in the database, the API and the docs, for example {@code awaiting_approval}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of that wire name.
   *
   * @throws IllegalArgumentException naming the known states, if there is none
   */
  public static VariantState of(String wireName) {
    for (var state : values()) {
      if (state.wireName().equals(wireName)) {
        return state;
      }
    }
    throw new IllegalArgumentException(
        "No state '%s'; use one of %s."
            .formatted(
                wireName,
                String.join(", ", Arrays.stream(values()).map(VariantState::wireName).toList())));
  }
}
