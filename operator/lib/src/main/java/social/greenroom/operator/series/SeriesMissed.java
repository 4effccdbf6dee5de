package social.greenroom.operator.series;

import java.util.Comparator;
import java.util.List;
import social.greenroom.core.schedule.MissedPolicy;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.talent.TalentRow;

/**
 * What becomes of a time that passed: the strictest of what the series' accounts say.
 *
 * @param accounts the names of those it posts to; none for all of the talent's
 */
record SeriesMissed(TenantSession session, TalentRow talent, List<String> accounts) {
  MissedPolicy policy() {
    var tenant = session.tenant().get();
    return session.accounts().list(talent.id()).stream()
        .filter(this::concerned)
        .map(account -> AccountPolicy.of(tenant, talent, account).rules().policy().missed())
        .map(missed -> missed.value())
        .min(
            Comparator.comparing(
                    (MissedPolicy missed) -> missed.action() != MissedPolicy.Action.ASK)
                .thenComparing(MissedPolicy::grace))
        .orElse(MissedPolicy.DEFAULT);
  }

  private boolean concerned(AccountRow account) {
    return accounts.isEmpty() || accounts.contains(account.name());
  }
}
