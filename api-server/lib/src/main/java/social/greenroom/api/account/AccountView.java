package social.greenroom.api.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.network.Networks;
import social.greenroom.core.schedule.Placement;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.policy.AccountPolicy;
import social.greenroom.store.publish.Occupied;
import social.greenroom.store.talent.TalentRow;

/** Shows accounts with their rules, their network's limits and their next free slot. */
record AccountView(TenantSession session, Instant now) {
  private static final Duration BACK = Duration.ofDays(2);
  private static final Duration AHEAD = Duration.ofDays(400);

  List<Account> of(List<AccountRow> accounts) {
    var talents =
        session.talents().all().stream()
            .collect(Collectors.toMap(TalentRow::id, Function.identity()));
    var occupied =
        session.planning().occupied(null, null, now.minus(BACK), now.plus(AHEAD)).stream()
            .filter(taken -> !taken.proposed())
            .collect(Collectors.groupingBy(Occupied::talentId));
    return accounts.stream()
        .map(account -> show(account, talent(talents, account), occupied))
        .toList();
  }

  private Account show(AccountRow account, TalentRow talent, Map<UUID, List<Occupied>> occupied) {
    var policy = AccountPolicy.of(session.tenant().get(), talent, account);
    var rules = policy.rules();
    var taken = TakenTimes.of(account, occupied.getOrDefault(talent.id(), List.of()));
    var health = account.health();
    return new Account(
        account.id(),
        account.platform().wireName(),
        account.handle(),
        account.displayName(),
        TalentRef.of(talent),
        account.channel().wireName(),
        account.remoteId(),
        account.connected(),
        health == AccountHealth.UNREACHABLE ? "unknown" : health.wireName(),
        account.healthMessage(),
        rules.dailyCap(),
        Math.toIntExact(rules.cooldown().toMinutes()),
        rules.slots().stream().map(Slot::of).toList(),
        policy.policy().inWords().stream().map(Rule::of).toList(),
        limits(account),
        capabilities(account),
        next(policy, rules, taken),
        policy.atBestTimes().map(atBest -> next(policy, atBest, taken)).orElse(null));
  }

  private @Nullable Instant next(AccountPolicy policy, PostingRules rules, TakenTimes taken) {
    return policy
        .talentDay(taken.ofTalent())
        .nextSlot(rules, now, taken.ofAccount())
        .map(Placement::at)
        .orElse(null);
  }

  private static Limits limits(AccountRow account) {
    var network = Networks.of(account.platform());
    var text = network.text();
    return new Limits(
        text.max(), text.unit().wireName(), urlWeight(text.urlWeight()), network.maxImages());
  }

  private static @Nullable Integer urlWeight(int weight) {
    return weight == 0 ? null : weight;
  }

  private static List<String> capabilities(AccountRow account) {
    return Networks.of(account.platform()).capabilities(account.channel()).stream()
        .sorted()
        .map(able -> able.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  // A foreign key makes sure that it is there.
  private static TalentRow talent(Map<UUID, TalentRow> talents, AccountRow account) {
    var talent = talents.get(account.talentId());
    if (talent == null) {
      throw new IllegalStateException("Account %s has no talent.".formatted(account.id()));
    }
    return talent;
  }
}
