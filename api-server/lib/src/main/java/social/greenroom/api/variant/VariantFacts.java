package social.greenroom.api.variant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;

/**
 * What the sentences about a variant are made of.
 *
 * @param network the network's name as people write it
 * @param talent the talent's name
 * @param owned whether somebody has accepted to own the talent, so that anybody can approve
 * @param asked whether a person is asked what became of it; else, where that isn't known, the
 *     account's own posts are being read
 * @param decidedBy who approved or rejected it
 * @param dueAt when it goes out, if that is set
 * @param hold why nothing is sent for it now, if so
 */
record VariantFacts(
    VariantState state,
    String network,
    String talent,
    boolean owned,
    boolean asked,
    @Nullable String decidedBy,
    @Nullable Instant dueAt,
    @Nullable Instant publishedAt,
    @Nullable String hold,
    Reasons reasons,
    LocalTimes times) {
  /** Why it is where it is; each is null unless the state has one. */
  record Reasons(
      @Nullable String blocked,
      @Nullable String rejected,
      @Nullable String failed,
      @Nullable String cancelled) {}
}
