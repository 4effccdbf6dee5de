package social.greenroom.operator.account;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.crds.account.Account;
import social.greenroom.crds.account.AccountLimits;
import social.greenroom.crds.account.PostingSchedule;
import social.greenroom.operator.config.ResourceDurations;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.AccountSpec;

/** What an Account resource declares, as the database takes it. */
final class AccountDeclaration {
  private AccountDeclaration() {}

  static AccountSpec of(Account account, UUID talentId) {
    var spec = account.getSpec();
    var limits = Optional.ofNullable(spec.limits());
    var cooldown = ResourceDurations.parse(limits.map(AccountLimits::cooldown).orElse(null));
    return new AccountSpec(
        talentId,
        account.getMetadata().getName(),
        Platform.of(spec.platform().wireName()),
        Channel.of(spec.channel().wireName()),
        spec.handle(),
        spec.displayName() == null ? spec.handle() : spec.displayName(),
        spec.remoteId(),
        spec.endpoint(),
        slots(spec.schedule()),
        limits.map(AccountLimits::dailyCap).orElse(null),
        cooldown == null ? null : minutes(cooldown),
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
        && row.stopPolicy() == spec.stopPolicy()
        && row.options().equals(spec.options());
  }

  /** The database counts in minutes; what is shorter than one counts as one. */
  private static int minutes(Duration cooldown) {
    var rounded = cooldown.plusSeconds(59).toMinutes();
    return (int) Math.min(rounded, 525_600);
  }

  private static List<WeeklySlot> slots(@Nullable PostingSchedule schedule) {
    return schedule == null
        ? List.of()
        : schedule.slots().stream()
            .map(
                slot ->
                    new WeeklySlot(
                        DayOfWeek.valueOf(slot.day().name()), LocalTime.parse(slot.time())))
            .toList();
  }
}
