package social.greenroom.api.stop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.api.account.AccountRef;
import social.greenroom.api.talent.TalentRef;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.limit.Wait;
import social.greenroom.store.stop.RevocationRow;
import social.greenroom.store.stop.StopRow;
import social.greenroom.store.talent.TalentRow;

/** Shows what is stopped: by people in the page, by the resources' stop policies, by networks. */
record StopView(
    Caller caller,
    Map<UUID, TalentRow> talents,
    List<AccountRow> accounts,
    Map<UUID, Integer> waiting,
    Map<UUID, List<RevocationRow>> revocations,
    Map<UUID, Wait> waits) {

  static StopView read(TenantSession session, Caller caller) {
    return new StopView(
        caller,
        session.talents().list().stream()
            .filter(talent -> caller.sees(talent.id()))
            .collect(Collectors.toMap(TalentRow::id, Function.identity())),
        session.accounts().list(null).stream()
            .filter(account -> caller.sees(account.talentId()))
            .toList(),
        session.stops().waiting(),
        session.stops().inForce().stream()
            .filter(StopRow::panic)
            .collect(Collectors.toMap(StopRow::id, stop -> session.revocations().of(stop.id()))),
        session.limits().waits().stream()
            .collect(Collectors.toMap(Wait::accountId, Function.identity(), (one, same) -> one)));
  }

  /** Those that concern the talent, or (null) all that the person may see. */
  List<Stop> of(List<StopRow> given, @Nullable UUID talent) {
    var shown = new ArrayList<Stop>();
    given.stream()
        .filter(stop -> seen(stop) && (talent == null || about(stop, talent)))
        .map(this::show)
        .forEach(shown::add);
    declared(talent).forEach(shown::add);
    accounts.stream()
        .filter(account -> talent == null || talent.equals(account.talentId()))
        .filter(account -> talents.containsKey(account.talentId()))
        .flatMap(this::byNetwork)
        .forEach(shown::add);
    return shown;
  }

  Stop show(StopRow stop) {
    var account = account(stop.accountId());
    var talent = talents.get(account == null ? stop.talentId() : account.talentId());
    return new Stop(
        stop.id(),
        stop.scope(),
        stop.kind(),
        stop.policy().wireName(),
        talent == null ? null : TalentRef.of(talent),
        account == null ? null : AccountRef.of(account),
        sentence(stop, talent, account),
        stop.reason().isBlank() ? null : stop.reason(),
        stop.setBy(),
        stop.setAt(),
        null,
        held(held -> stop.concerns(held.talentId(), held.id())),
        revocations.getOrDefault(stop.id(), List.of()).stream().flatMap(this::access).toList(),
        new StopRights(caller).mayLift(stop, talent),
        StopRights.lifting(stop, talent));
  }

  private Stream<Stop> declared(@Nullable UUID talent) {
    var byTalents =
        talents.values().stream()
            .filter(row -> row.stopPolicy().stops() && (talent == null || talent.equals(row.id())))
            .map(row -> declared(row, null, row.stopPolicy()));
    var byAccounts =
        accounts.stream()
            .filter(row -> row.stopPolicy().stops())
            .filter(row -> talent == null || talent.equals(row.talentId()))
            .filter(row -> talents.containsKey(row.talentId()))
            .map(row -> declared(talents.get(row.talentId()), row, row.stopPolicy()));
    return Stream.concat(byTalents, byAccounts);
  }

  /** What the account's network does to it: a hard block, or a wait. */
  private Stream<Stop> byNetwork(AccountRow account) {
    var network = account.platform().displayName();
    if (account.health() == AccountHealth.HARD_BLOCK) {
      var why = account.healthMessage();
      return Stream.of(
          byNetwork(
              account,
              "%s on %s is blocked: %s"
                  .formatted(account.handle(), network, why == null ? "it refuses it." : why),
              null,
              "Connect the account again with a new token."));
    }
    var wait = waits.get(account.id());
    return wait == null
        ? Stream.of()
        : Stream.of(
            byNetwork(
                account,
                "%s on %s waits: %s".formatted(account.handle(), network, wait.why()),
                wait.until(),
                "It goes on by itself."));
  }

  private Stop byNetwork(
      AccountRow account, String sentence, @Nullable Instant until, String lifting) {
    var talent = talents.get(account.talentId());
    return new Stop(
        null,
        "account",
        "network",
        StopPolicy.HOLD.wireName(),
        talent == null ? null : TalentRef.of(talent),
        AccountRef.of(account),
        sentence,
        null,
        null,
        null,
        until,
        held(held -> held.id().equals(account.id())),
        List.of(),
        false,
        lifting);
  }

  private Stop declared(
      @Nullable TalentRow talent, @Nullable AccountRow account, StopPolicy policy) {
    var resource =
        account == null
            ? "Talent " + (talent == null ? "" : talent.name())
            : "Account " + account.name();
    return new Stop(
        null,
        account == null ? "talent" : "account",
        "declared",
        policy.wireName(),
        talent == null ? null : TalentRef.of(talent),
        account == null ? null : AccountRef.of(account),
        "%s is on hold by its resource: stopPolicy is %s.".formatted(resource, policy.wireName()),
        null,
        null,
        null,
        null,
        held(
            held ->
                account == null
                    ? talent != null && held.talentId().equals(talent.id())
                    : held.id().equals(account.id())),
        List.of(),
        false,
        "Set stopPolicy to None in %s to let it go on.".formatted(resource));
  }

  private Stream<String> access(RevocationRow row) {
    var account = account(row.accountId());
    if (account == null) {
      return Stream.of();
    }
    var detail = row.detail();
    var now =
        switch (row.state()) {
          case "due" -> detail == null ? "the access is about to be given back." : detail;
          default -> detail == null ? "the access stays." : detail;
        };
    return Stream.of(
        "%s on %s: %s".formatted(account.handle(), account.platform().displayName(), now));
  }

  private static String sentence(
      StopRow stop, @Nullable TalentRow talent, @Nullable AccountRow account) {
    var what =
        account != null
            ? "%s on %s".formatted(account.handle(), account.platform().displayName())
            : talent != null ? talent.displayName() + "'s posts" : "all posts of the agency";
    return stop.panic()
        ? "%s stopped everything.".formatted(stop.setBy())
        : "%s put %s on hold.".formatted(stop.setBy(), what);
  }

  private int held(Predicate<AccountRow> concerned) {
    return accounts.stream()
        .filter(concerned)
        .mapToInt(account -> waiting.getOrDefault(account.id(), 0))
        .sum();
  }

  private boolean seen(StopRow stop) {
    var account = account(stop.accountId());
    return stop.scope().equals("tenant") || account != null || talents.containsKey(stop.talentId());
  }

  private boolean about(StopRow stop, UUID talent) {
    var account = account(stop.accountId());
    return stop.concerns(talent, null) || (account != null && account.talentId().equals(talent));
  }

  private @Nullable AccountRow account(@Nullable UUID id) {
    return accounts.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null);
  }
}
