package social.greenroom.operator.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.crds.account.Account;
import social.greenroom.operator.posting.DeclaredPosting;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.AccountSpec;

/** What an Account resource declares, as the database takes it. */
final class AccountDeclaration {
  private AccountDeclaration() {}

  static AccountSpec of(Account account, UUID talentId) {
    var spec = account.getSpec();
    var posting = DeclaredPosting.by(spec.schedule(), spec.limits());
    var cooldown = posting.cooldown();
    return new AccountSpec(
        talentId,
        account.getMetadata().getName(),
        Platform.of(spec.platform().wireName()),
        Channel.of(spec.channel().wireName()),
        spec.handle(),
        spec.displayName() == null ? spec.handle() : spec.displayName(),
        spec.remoteId(),
        spec.endpoint(),
        posting.slots(),
        posting.dailyCap(),
        cooldown == null ? null : minutes(cooldown),
        beyondColumns(posting),
        spec.stopPolicy() == null ? StopPolicy.NONE : StopPolicy.of(spec.stopPolicy().wireName()),
        Map.of());
  }

  /**
   * True when the row says what the resource declares. A remote id that the resource doesn't name
   * was found by connecting, and stays.
   */
  static boolean same(AccountRow row, AccountSpec spec) {
    return row.removedAt() == null
        && row.talentId().equals(spec.talentId())
        && row.platform() == spec.platform()
        && row.channel() == spec.channel()
        && row.handle().equals(spec.handle())
        && row.displayName().equals(spec.displayName())
        && (spec.remoteId() == null || spec.remoteId().equals(row.remoteId()))
        && Optional.ofNullable(row.endpoint()).equals(Optional.ofNullable(spec.endpoint()))
        && row.slots().equals(spec.slots())
        && Optional.ofNullable(row.dailyCap()).equals(Optional.ofNullable(spec.dailyCap()))
        && Optional.ofNullable(row.cooldownMinutes())
            .equals(Optional.ofNullable(spec.cooldownMinutes()))
        && row.posting().equals(spec.posting())
        && row.stopPolicy() == spec.stopPolicy()
        && row.options().equals(spec.options());
  }

  /** The database counts in minutes; what is shorter than one counts as one. */
  private static int minutes(Duration cooldown) {
    var rounded = cooldown.plusSeconds(59).toMinutes();
    return (int) Math.min(rounded, 525_600);
  }

  private static PostingDeclaration beyondColumns(PostingDeclaration posting) {
    return new PostingDeclaration(
        null,
        null,
        List.of(),
        posting.blackouts(),
        posting.embargo(),
        posting.missed(),
        posting.bestTimes(),
        posting.repeatWindow());
  }
}
