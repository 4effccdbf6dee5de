package social.greenroom.store.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.policy.EffectivePolicy;
import social.greenroom.core.policy.PolicyLayer;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.tenant.TenantRow;

/**
 * What holds for an account: of what the tenant, the talent and the account say, the strictest.
 * What people stop in the page is kept by the database itself, at the claim and at the attempt.
 */
public record AccountPolicy(EffectivePolicy policy, ZoneId zone, List<WeeklySlot> slots) {

  /** Reads it in the session's transaction. */
  public static AccountPolicy read(TenantSession session, TalentRow talent, AccountRow account) {
    return of(session.tenant().get(), talent, account);
  }

  public static AccountPolicy of(TenantRow tenant, TalentRow talent, AccountRow account) {
    var layers = new ArrayList<PolicyLayer>();
    layers.add(new PolicyLayer(StopPolicy.NONE, tenant.dailyCap(), null, List.of(), List.of()));
    layers.add(
        new PolicyLayer(
            talent.stopPolicy(),
            null,
            null,
            talent.blackouts(),
            talent.profile().neverSay(),
            talent.dailyCap()));
    var cooldown = account.cooldownMinutes();
    layers.add(
        new PolicyLayer(
            account.stopPolicy(),
            account.dailyCap(),
            cooldown == null ? null : Duration.ofMinutes(cooldown),
            List.of(),
            List.of()));
    return new AccountPolicy(
        EffectivePolicy.of(layers), ZoneId.of(talent.timeZone()), account.slots());
  }

  /** When the account may post. */
  public PostingRules rules() {
    return policy.rules(zone, slots);
  }

  /** What the talent's day holds, whose accounts have those posts. */
  public TalentDay talentDay(List<Instant> taken) {
    return policy.talentDay(zone, taken);
  }
}
