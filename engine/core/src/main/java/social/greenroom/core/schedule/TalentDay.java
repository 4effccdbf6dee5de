package social.greenroom.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a talent's local day holds over all of their accounts. It stands beside each account's own
 * {@link PostingRules}: a time must suit both.
 *
 * @param zone the talent's time zone: the day is the talent's
 * @param cap posts a day over all accounts; 0 stops all, null where nobody says
 * @param source who said the cap
 * @param taken the times of the posts of all the talent's accounts, this account's among them
 */
public record TalentDay(
    ZoneId zone, @Nullable Integer cap, RuleSource source, List<Instant> taken) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  public TalentDay {
    taken = List.copyOf(taken);
  }

  /** A day with a cap of which it doesn't matter who said it. */
  public TalentDay(ZoneId zone, @Nullable Integer cap, List<Instant> taken) {
    this(zone, cap, RuleSource.DEFAULT, taken);
  }

  /** Like {@link Schedule#check}, and the talent's day must have room. */
  public Optional<Violation> check(PostingRules rules, Instant at, Collection<Instant> others) {
    var own = Schedule.check(rules, at, others);
    if (own.isPresent()) {
      var violation = own.get();
      return Optional.of(
          new Violation(
              violation.rule(),
              violation.sentence(),
              earliest(rules, violation.earliest(), others)));
    }
    return hasRoom(at)
        ? own
        : Optional.of(new Violation("daily_cap", full(at), earliest(rules, at, others)));
  }

  /** Like {@link Schedule#nextSlot}, passing over the days that are full. */
  public Optional<Placement> nextSlot(
      PostingRules rules, Instant after, Collection<Instant> others) {
    var slot = Schedule.nextSlot(rules, after, others);
    var passedOver = "";
    while (slot.isPresent() && !hasRoom(slot.get().at())) {
      if (stopped()) {
        return Optional.empty();
      }
      passedOver = passedOver.isEmpty() ? " " + full(slot.get().at()) : passedOver;
      slot = Schedule.nextSlot(rules, nextDay(slot.get().at()).minusNanos(1), others);
    }
    var why = passedOver;
    return slot.map(found -> new Placement(found.at(), found.reason() + why));
  }

  /** Like {@link Schedule#gaps}, and each of them is counted in the talent's day too. */
  public List<Instant> gaps(
      PostingRules rules, Instant from, Instant until, Collection<Instant> others) {
    var occupied = new ArrayList<>(others);
    var gaps = new ArrayList<Instant>();
    var next = nextSlot(rules, from, occupied);
    while (next.isPresent() && next.get().at().isBefore(until)) {
      var slot = next.get().at();
      gaps.add(slot);
      occupied.add(slot);
      next = and(gaps).nextSlot(rules, slot, occupied);
    }
    return gaps;
  }

  /** The same with these times taken as well. */
  public TalentDay and(Collection<Instant> more) {
    var all = new ArrayList<>(taken);
    all.addAll(more);
    return new TalentDay(zone, cap, source, all);
  }

  private @Nullable Instant earliest(
      PostingRules rules, @Nullable Instant from, Collection<Instant> others) {
    var candidate = from;
    // Each step goes forward, and finitely many posts are in the way.
    while (candidate != null) {
      if (!hasRoom(candidate)) {
        candidate = stopped() ? null : nextDay(candidate);
        continue;
      }
      var own = Schedule.check(rules, candidate, others);
      if (own.isEmpty()) {
        return candidate;
      }
      candidate = own.get().earliest();
    }
    return null;
  }

  private boolean stopped() {
    return cap != null && cap == 0;
  }

  private boolean hasRoom(Instant at) {
    return cap == null || posts(at) < cap;
  }

  private long posts(Instant at) {
    var day = day(at);
    return taken.stream().filter(other -> day(other).equals(day)).count();
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private Instant nextDay(Instant at) {
    return day(at).plusDays(1).atStartOfDay(zone).toInstant();
  }

  private String full(Instant at) {
    if (stopped()) {
      return "The talent's daily cap is 0, so nothing goes out; raise it to post.";
    }
    return "%s is full: the talent posts %d a day over all accounts%s."
        .formatted(
            DAY.format(at.atZone(zone)),
            cap,
            source.equals(RuleSource.DEFAULT) ? "" : " (%s)".formatted(source.words()));
  }
}
