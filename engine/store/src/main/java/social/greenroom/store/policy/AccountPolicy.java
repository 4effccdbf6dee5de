package social.greenroom.store.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import social.greenroom.core.network.BestTimes;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.EffectivePolicy;
import social.greenroom.core.policy.PolicyLayer;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.RuleSource;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.talent.TalentRow;
import social.greenroom.store.tenant.TenantRow;

/**
 * What holds for an account, of what is usual on its network and of what the tenant, the talent and
 * the account declare, and of what the talent sets themselves: see {@link EffectivePolicy}. Every
 * program reads it here, so none can be of another opinion. What people stop in the page is kept by
 * the database itself, at the claim and at the attempt.
 *
 * @param zone the talent's, on whose clock slots and days are meant
 */
public record AccountPolicy(EffectivePolicy policy, ZoneId zone) {

  /** Reads it in the session's transaction. */
  public static AccountPolicy read(TenantSession session, TalentRow talent, AccountRow account) {
    return of(session.tenant().get(), talent, account);
  }

  public static AccountPolicy of(TenantRow tenant, TalentRow talent, AccountRow account) {
    return of(tenant, talent, account, talent.ownCaps());
  }

  /** What would hold if the talent set these. */
  public static AccountPolicy of(
      TenantRow tenant, TalentRow talent, AccountRow account, OwnCaps own) {
    return new AccountPolicy(
        EffectivePolicy.of(
                List.of(layer(account.platform()), layer(tenant), layer(talent), layer(account)))
            .under(own),
        ZoneId.of(talent.timeZone()));
  }

  private static PolicyLayer layer(Platform network) {
    return new PolicyLayer(
        RuleSource.network(network.wireName()),
        StopPolicy.NONE,
        BestTimes.rule(network),
        List.of(),
        null);
  }

  private static PolicyLayer layer(TenantRow tenant) {
    return new PolicyLayer(
        RuleSource.tenant(tenant.name()), StopPolicy.NONE, tenant.declared(), List.of(), null);
  }

  private static PolicyLayer layer(TalentRow talent) {
    return new PolicyLayer(
        RuleSource.talent(talent.name()),
        talent.stopPolicy(),
        talent.declared(),
        talent.profile().neverSay(),
        talent.dailyCap());
  }

  private static PolicyLayer layer(AccountRow account) {
    return new PolicyLayer(
        RuleSource.account(account.name()),
        account.stopPolicy(),
        account.declared(),
        List.of(),
        null);
  }

  /** When the account may post. */
  public PostingRules rules() {
    return policy.rules(zone);
  }

  /** How long the same words on the account need a second yes; zero for never. */
  public Duration repeatWindow() {
    return policy.posting().repeatWindow().value();
  }

  /** The rules with the best times as slots; empty where none are known. */
  public Optional<PostingRules> atBestTimes() {
    var best = policy.posting().bestTimes();
    return best.value().isEmpty()
        ? Optional.empty()
        : Optional.of(rules().withSlots(best.value(), best.source()));
  }

  /** What the talent's day holds, whose accounts have those posts. */
  public TalentDay talentDay(List<Instant> taken) {
    return policy.talentDay(zone, taken);
  }
}
