package social.greenroom.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * When one account may post.
 *
 * @param zone the talent's time zone: slots and days are meant in it
 * @param policy the rules, each with who said it
 */
public record PostingRules(ZoneId zone, PostingPolicy policy) {

  /** Rules that nobody declared. */
  public PostingRules(
      ZoneId zone,
      List<WeeklySlot> slots,
      int dailyCap,
      Duration cooldown,
      List<Blackout> blackouts) {
    this(
        zone,
        PostingPolicy.DEFAULT.narrowedBy(
            new PostingDeclaration(dailyCap, cooldown, slots, blackouts, null, null),
            RuleSource.DEFAULT));
  }

  /** The rules of an account for which nobody set any. */
  public static PostingRules standard(ZoneId zone) {
    return new PostingRules(zone, PostingPolicy.DEFAULT);
  }

  /** The week's slots; {@link WeeklySlot#DEFAULTS} when none are given. */
  public List<WeeklySlot> slots() {
    return policy.slots().value();
  }

  /** How many posts a local day holds; 0 stops all. */
  public int dailyCap() {
    return policy.dailyCap().value();
  }

  /** The least time between two posts of the account. */
  public Duration cooldown() {
    return policy.cooldown().value();
  }

  /** Times in which nothing goes out. */
  public List<Blackout> blackouts() {
    return policy.blackouts().value();
  }

  /** The same rules with other slots. */
  public PostingRules withSlots(List<WeeklySlot> slots, RuleSource source) {
    return new PostingRules(
        zone,
        policy.narrowedBy(new PostingDeclaration(null, null, slots, null, null, null), source));
  }

  /** The day on the talent's calendar. */
  public LocalDate localDay(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /**
   * That date's slots as instants, in order; two that fall together after a clock change are one. A
   * day that the zone's calendar left out (Samoa's 30 December 2011) has none.
   */
  List<Instant> slotsOn(LocalDate date) {
    return slots().stream()
        .filter(slot -> slot.day() == date.getDayOfWeek())
        .map(slot -> slot.on(date, zone))
        .filter(at -> localDay(at).equals(date))
        .distinct()
        .sorted()
        .toList();
  }
}
