package social.greenroom.operator.posting;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.Embargo;
import social.greenroom.core.schedule.MissedPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.crds.account.AccountLimits;
import social.greenroom.crds.account.PostingSchedule;
import social.greenroom.crds.posting.BlackoutTime;
import social.greenroom.crds.posting.EmbargoTime;
import social.greenroom.crds.posting.Missed;
import social.greenroom.crds.posting.MissedAction;
import social.greenroom.crds.posting.Slot;
import social.greenroom.crds.talent.TalentPolicy;
import social.greenroom.crds.tenant.TenantDefaults;
import social.greenroom.operator.config.ResourceDurations;

/** What tenants, talents and accounts declare about posting, read from their resources. */
public final class DeclaredPosting {
  private DeclaredPosting() {}

  /** All of it, from the tenant's defaults. */
  public static PostingDeclaration by(TenantDefaults defaults) {
    return new PostingDeclaration(
        defaults.dailyPostCap(),
        ResourceDurations.parse(defaults.cooldown()),
        slots(defaults.slots()),
        blackouts(defaults.blackouts()),
        embargo(defaults.embargo()),
        missed(defaults.missed()),
        slots(defaults.bestTimes()),
        ResourceDurations.parse(defaults.repeatWindow()));
  }

  /** All of it, from the talent's policy. */
  public static PostingDeclaration by(@Nullable TalentPolicy policy) {
    return policy == null
        ? PostingDeclaration.SILENT
        : new PostingDeclaration(
            policy.accountDailyCap(),
            ResourceDurations.parse(policy.cooldown()),
            slots(policy.slots()),
            blackouts(policy.blackouts()),
            embargo(policy.embargo()),
            missed(policy.missed()),
            slots(policy.bestTimes()),
            ResourceDurations.parse(policy.repeatWindow()));
  }

  /** All of it, from the account's schedule and limits. */
  public static PostingDeclaration by(
      @Nullable PostingSchedule schedule, @Nullable AccountLimits limits) {
    return new PostingDeclaration(
        limits == null ? null : limits.dailyCap(),
        limits == null ? null : ResourceDurations.parse(limits.cooldown()),
        schedule == null ? List.of() : slots(schedule.slots()),
        schedule == null ? null : blackouts(schedule.blackouts()),
        schedule == null ? null : embargo(schedule.embargo()),
        schedule == null ? null : missed(schedule.missed()),
        schedule == null ? List.of() : slots(schedule.bestTimes()),
        limits == null ? null : ResourceDurations.parse(limits.repeatWindow()));
  }

  private static List<WeeklySlot> slots(List<Slot> slots) {
    return slots.stream()
        .map(
            slot ->
                new WeeklySlot(DayOfWeek.valueOf(slot.day().name()), LocalTime.parse(slot.time())))
        .toList();
  }

  private static @Nullable List<Blackout> blackouts(@Nullable List<BlackoutTime> blackouts) {
    return blackouts == null
        ? null
        : blackouts.stream()
            .map(
                blackout ->
                    new Blackout(
                        blackout.from(),
                        blackout.until(),
                        blackout.reason() == null ? "" : blackout.reason()))
            .toList();
  }

  private static @Nullable Embargo embargo(@Nullable EmbargoTime embargo) {
    return embargo == null ? null : new Embargo(embargo.notBefore(), embargo.notAfter());
  }

  private static @Nullable MissedPolicy missed(@Nullable Missed missed) {
    if (missed == null) {
      return null;
    }
    var grace = ResourceDurations.parse(missed.grace());
    return missed.action() == MissedAction.ASK || grace == null
        ? MissedPolicy.ASK
        : MissedPolicy.publishLate(grace);
  }
}
