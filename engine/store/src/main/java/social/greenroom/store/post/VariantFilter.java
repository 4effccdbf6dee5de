package social.greenroom.store.post;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;

/** Which variants; empty and null mean any. */
public record VariantFilter(
    Set<VariantState> states,
    @Nullable UUID talentId,
    @Nullable UUID accountId,
    @Nullable UUID postId) {
  public static final VariantFilter ALL = new VariantFilter(Set.of(), null, null, null);

  public VariantFilter {
    states = Set.copyOf(states);
  }
}
