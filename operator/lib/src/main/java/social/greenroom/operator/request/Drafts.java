package social.greenroom.operator.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;

/**
 * How the drafts of a request stand.
 *
 * @param states the state of each
 */
public record Drafts(List<VariantState> states) {
  static final Drafts NONE = new Drafts(List.of());

  private static final Set<VariantState> UNDECIDED =
      EnumSet.of(VariantState.DRAFT, VariantState.BLOCKED, VariantState.AWAITING_APPROVAL);
  private static final Set<VariantState> OUT =
      EnumSet.of(VariantState.PUBLISHED, VariantState.TAKEN_DOWN);

  public Drafts {
    states = List.copyOf(states);
  }

  static Drafts of(List<VariantRow> variants) {
    return new Drafts(variants.stream().map(VariantRow::state).toList());
  }

  int count() {
    return states.size();
  }

  /** What became of them, in a sentence. */
  String sentence() {
    var undecided = count(UNDECIDED);
    if (undecided == count()) {
      return "%d drafts wait for their owner.".formatted(undecided);
    }
    return "Of %d drafts %d wait for their owner, %d were published, and %d were cancelled."
        .formatted(count(), undecided, count(OUT), count(Set.of(VariantState.CANCELLED)));
  }

  private int count(Set<VariantState> wanted) {
    return (int) states.stream().filter(wanted::contains).count();
  }
}
