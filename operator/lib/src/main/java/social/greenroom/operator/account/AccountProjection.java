package social.greenroom.operator.account;

import static social.greenroom.crds.account.AccountConditions.CONNECTED;
import static social.greenroom.crds.account.AccountConditions.HEALTHY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.account.AccountStatus;
import social.greenroom.crds.account.EffectiveRule;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.condition.StopPolicy;
import social.greenroom.operator.status.Readiness;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;

/** What an account's status says: a projection of its rows. */
final class AccountProjection {
  private AccountProjection() {}

  static AccountStatus of(Account account, StoredAccount stored, Instant now) {
    var before = Optional.ofNullable(account.getStatus());
    var generation = account.getMetadata().getGeneration();
    var conditions =
        new Conditions(before.map(AccountStatus::conditions).orElse(List.of()), generation, now);
    var row = stored.account();
    var connected = connected(stored);
    var healthy = healthy(row);
    Readiness.write(
        conditions,
        Verdict.yes("Ready", "Posts can go out."),
        List.of(stored.kept(), connected, stored.served(), unlessBlocked(healthy)));
    connected.write(conditions, CONNECTED);
    healthy.write(conditions, HEALTHY);
    return new AccountStatus(
        generation,
        row == null ? null : row.id().toString(),
        row == null ? null : row.remoteId(),
        StopPolicy.of(stored.stop().wireName()),
        stored.rules().stream()
            .map(rule -> new EffectiveRule(rule.rule(), rule.words(), rule.source().words()))
            .toList(),
        conditions.list());
  }

  private static Verdict connected(StoredAccount stored) {
    var row = stored.account();
    if (row == null) {
      return stored.kept();
    }
    if (!stored.credential().holds()) {
      return stored.credential();
    }
    return row.connected()
        ? Verdict.yes(
            "Connected",
            "It is %s at the network, and its token is kept.".formatted(row.remoteId()))
        : unknown(row);
  }

  /** Its id comes from the network, unless something stands in the way. */
  private static Verdict unknown(AccountRow row) {
    var message = row.healthMessage();
    if (row.health() == AccountHealth.HARD_BLOCK) {
      return Verdict.no(
          "Refused", or(message, "The network refuses the token; keep a new one for the account."));
    }
    return Verdict.notYet(
        "RemoteIdUnknown",
        or(message, "The network is being asked for the account's id; or set remoteId."));
  }

  private static Verdict healthy(@Nullable AccountRow row) {
    if (row == null) {
      return Verdict.notYet("Unknown", "The account isn't kept yet.");
    }
    var message = row.healthMessage();
    return switch (row.health()) {
      case UNKNOWN -> Verdict.notYet("Unknown", "It wasn't looked at yet.");
      case OK -> Verdict.yes("Ok", "The network answered the last call.");
      case SOFT_BLOCK ->
          Verdict.no("SoftBlock", or(message, "The network asks to slow down; it is waited."));
      case HARD_BLOCK ->
          Verdict.no(
              "HardBlock",
              or(message, "The network refuses the account; connect it again with a new token."));
      case UNREACHABLE -> Verdict.no("Unreachable", or(message, "The network can't be reached."));
    };
  }

  /** Only a revoked or forbidden account isn't ready; the rest passes by waiting. */
  private static Verdict unlessBlocked(Verdict healthy) {
    return healthy.reason().equals("HardBlock")
        ? healthy
        : Verdict.yes("NotBlocked", "The network doesn't refuse the account.");
  }

  private static String or(@Nullable String message, String otherwise) {
    return message == null ? otherwise : message;
  }
}
