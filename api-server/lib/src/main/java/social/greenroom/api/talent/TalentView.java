package social.greenroom.api.talent;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.account.AccountRef;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.stop.Stops;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.talent.TalentSummary;

/** Shows talents with how their posts stand. */
record TalentView(TenantSession session) {
  List<Talent> of(List<TalentRow> talents) {
    var accounts =
        session.accounts().list(null).stream().collect(Collectors.groupingBy(AccountRow::talentId));
    var summaries =
        session.talents().summaries().stream()
            .collect(Collectors.toMap(TalentSummary::talentId, Function.identity()));
    var stops = Stops.inForce(session);
    return talents.stream()
        .map(
            talent ->
                show(
                    talent,
                    stops.of(talent),
                    accounts.getOrDefault(talent.id(), List.of()),
                    summaries.get(talent.id())))
        .toList();
  }

  TalentDetail detail(TalentRow talent) {
    return TalentDetail.of(
        of(List.of(talent)).get(0), TalentProfile.of(talent), TalentPolicy.of(talent));
  }

  private static Talent show(
      TalentRow talent,
      StopPolicy stop,
      List<AccountRow> accounts,
      @Nullable TalentSummary counted) {
    var summary =
        counted == null ? new TalentSummary(talent.id(), 0, 0, null, 0, 0, 0, 0) : counted;
    var avatar = talent.avatarSha256();
    return new Talent(
        talent.id(),
        talent.slug(),
        talent.displayName(),
        talent.timeZone(),
        talent.language(),
        avatar == null ? null : "/api/v1/media/" + avatar,
        talent.status(),
        stop.wireName(),
        accounts.stream().map(AccountRef::of).toList(),
        summary.waiting(),
        summary.scheduled(),
        summary.nextGoesOutAt(),
        TalentCare.sentences(talent, stop, summary));
  }
}
