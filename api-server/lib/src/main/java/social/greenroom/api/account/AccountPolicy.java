package social.greenroom.api.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.EffectivePolicy;
import social.greenroom.core.policy.PolicyLayer;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.tenant.TenantRow;

/**
 * What holds for an account: the strictest of what its tenant, its talent and itself say.
 *
 * @param rules when it may post, on the talent's clock
 */
public record AccountPolicy(EffectivePolicy strictest, PostingRules rules) {
  public static AccountPolicy of(TenantRow tenant, TalentRow talent, AccountRow account) {
    var strictest = EffectivePolicy.of(layer(tenant.dailyCap()), layer(talent), layer(account));
    var zone = ZoneId.of(talent.timeZone());
    return new AccountPolicy(strictest, strictest.rules(zone, account.slots()));
  }

  /** The talent's day, whose accounts all together have posts at those times. */
  public TalentDay day(List<Instant> taken) {
    return strictest.talentDay(rules.zone(), taken);
  }

  private static PolicyLayer layer(@Nullable Integer dailyCap) {
    return new PolicyLayer(StopPolicy.NONE, dailyCap, null, List.of(), List.of());
  }

  private static PolicyLayer layer(TalentRow talent) {
    return new PolicyLayer(
        talent.stopPolicy(),
        talent.dailyCap(),
        null,
        talent.blackouts(),
        talent.profile().neverSay(),
        // What the talent's day holds in all, no single account of theirs may exceed either.
        talent.dailyCap());
  }

  private static PolicyLayer layer(AccountRow account) {
    var minutes = account.cooldownMinutes();
    var cooldown = minutes == null ? null : Duration.ofMinutes(minutes);
    return new PolicyLayer(
        account.stopPolicy(), account.dailyCap(), cooldown, List.of(), List.of());
  }
}
