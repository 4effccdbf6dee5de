package social.greenroom.operator.series;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.VariantState;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.series.SeriesRow;

/**
 * The post that an evergreen series says again.
 *
 * @param request which it came from; null where there is none yet
 * @param published its versions that are out
 * @param verdict whether it can be said again
 * @param over true when it never will: it was taken down, or never went out
 */
record EvergreenSource(
    @Nullable RequestRow request, List<VariantRow> published, Verdict verdict, boolean over) {
  private static final int MANY = 1_000;

  static EvergreenSource read(TenantSession session, SeriesRow series, String namespace) {
    var name = Objects.requireNonNull(series.spec().repeats()).request();
    var request =
        session.requests().named(namespace, name).stream()
            .filter(row -> row.talentId().equals(series.talentId()))
            .filter(row -> session.posts().ofRequest(row.id()).isPresent())
            .findFirst();
    if (request.isEmpty()) {
      return waiting(
          null,
          "NoPost",
          "evergreen.requestRef: no PostRequest '%s' of this talent has become a post yet; make it, or make a new series for another."
              .formatted(name));
    }
    return of(
        request.get(),
        session.variants().ofRequest(request.get().id()),
        session.occurrences().said(series, MANY));
  }

  private static EvergreenSource of(
      RequestRow request, List<VariantRow> variants, List<VariantRow> said) {
    if (said.stream().anyMatch(one -> one.state() == VariantState.TAKEN_DOWN)) {
      return over(request, "The post, or a repetition of it, was taken down.");
    }
    var published = variants.stream().filter(one -> one.state() == VariantState.PUBLISHED).toList();
    if (!published.isEmpty()) {
      return new EvergreenSource(
          request, published, Verdict.yes("Out", "The post went out."), false);
    }
    return variants.stream().allMatch(one -> one.state().terminal())
        ? over(request, "The post was called off before it went out.")
        : waiting(
            request,
            "NotOutYet",
            "The post of %s hasn't gone out yet; it is repeated from then on."
                .formatted(request.name()));
  }

  private static EvergreenSource waiting(
      @Nullable RequestRow request, String reason, String sentence) {
    return new EvergreenSource(request, List.of(), Verdict.notYet(reason, sentence), false);
  }

  private static EvergreenSource over(RequestRow request, String sentence) {
    return new EvergreenSource(request, List.of(), Verdict.no("Ended", sentence), true);
  }

  /** When it went out first. */
  Optional<Instant> firstOut() {
    return published.stream()
        .map(VariantRow::publishedAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }
}
