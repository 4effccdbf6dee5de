package social.greenroom.operator.series;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.series.RecurrenceDeclaration;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.series.Evergreen;
import social.greenroom.crds.series.PostSeriesSpec;
import social.greenroom.crds.series.PostTemplate;
import social.greenroom.crds.series.Recurrence;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.series.SeriesAsked;
import social.greenroom.store.series.SeriesSpec;
import social.greenroom.store.talent.TalentRow;

/**
 * What a PostSeries says of what a person asked for.
 *
 * @param accounts those that were chosen
 */
record AskedDeclaration(SeriesAsked asked, TalentRow talent, List<AccountRow> accounts) {
  static AskedDeclaration read(TenantSession session, SeriesAsked asked, TalentRow talent) {
    var accounts =
        asked.accountIds().stream()
            .map(id -> session.accounts().find(id))
            .flatMap(Optional::stream)
            .toList();
    return new AskedDeclaration(asked, talent, accounts);
  }

  /** A sentence for who asked, when it can't be declared. */
  Optional<String> refusal() {
    if (talent.removedAt() != null) {
      return Optional.of("The talent was removed since; nothing can be posted in their name.");
    }
    return accounts.size() < asked.accountIds().size()
            || accounts.stream().anyMatch(account -> account.removedAt() != null)
        ? Optional.of("An account that was chosen was removed since; change the series to others.")
        : Optional.empty();
  }

  PostSeriesSpec spec() {
    return new PostSeriesSpec(
        new ResourceRef(talent.name()),
        recurrence(asked.recurrence()),
        evergreen(asked.repeats()),
        new PostTemplate(
            asked.text().isBlank() ? null : asked.text(),
            accounts.stream().map(account -> new ResourceRef(account.name())).toList(),
            List.of(),
            asked.link(),
            List.of()),
        null,
        null);
  }

  boolean isSaidBy(PostSeriesSpec declared) {
    var template = declared.template();
    return over(declared)
        .equals(
            new PostSeriesSpec(
                declared.talentRef(),
                declared.recurrence(),
                declared.evergreen(),
                template == null ? PostTemplate.EMPTY : template,
                declared.draftAhead(),
                declared.stopPolicy()));
  }

  /** How far ahead it drafts and whether it is on hold stay as the resource has them. */
  PostSeriesSpec over(PostSeriesSpec declared) {
    var spec = spec();
    return new PostSeriesSpec(
        spec.talentRef(),
        spec.recurrence(),
        spec.evergreen(),
        spec.template(),
        declared.draftAhead(),
        declared.stopPolicy());
  }

  private static @Nullable Recurrence recurrence(@Nullable RecurrenceDeclaration asked) {
    return asked == null
        ? null
        : new Recurrence(asked.rule(), asked.start(), asked.end(), asked.exceptions());
  }

  private static @Nullable Evergreen evergreen(SeriesSpec.@Nullable Repeats asked) {
    return asked == null
        ? null
        : new Evergreen(new ResourceRef(asked.request()), asked.intervalDays(), asked.maximum());
  }
}
