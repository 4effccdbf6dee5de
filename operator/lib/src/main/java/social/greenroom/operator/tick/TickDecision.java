package social.greenroom.operator.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import social.greenroom.core.schedule.Schedule;

/**
 * Whether the persona is to be asked, and for which accounts. Nothing but arithmetic: what to say,
 * or to stay silent, is decided later, by the persona.
 *
 * @param accounts those with a gap; empty: not now
 * @param reason a sentence for the log
 */
record TickDecision(List<UUID> accounts, String reason) {
  boolean asks() {
    return !accounts.isEmpty();
  }

  private static TickDecision no(String reason) {
    return new TickDecision(List.of(), reason);
  }

  static TickDecision of(TickFacts facts, Instant now, Duration horizon) {
    if (facts.stop() != null) {
      return no(facts.stop());
    }
    var last = facts.lastTick();
    if (last != null && now.isBefore(last.plus(facts.interval()))) {
      return no("The last tick was less than %s ago.".formatted(facts.interval()));
    }
    if (facts.open() > 0) {
      return no("What the persona proposed before isn't decided yet.");
    }
    var days = new TalentDays(facts.dailyCap(), facts.taken());
    var withGap =
        facts.accounts().stream()
            .filter(account -> hasGap(account, days, now, horizon))
            .map(TickFacts.AccountFacts::id)
            .toList();
    return withGap.isEmpty()
        ? no("No account has a free slot in the next days.")
        : new TickDecision(withGap, "There are free slots in the next days.");
  }

  /**
   * Whether a slot is free after those that the account's undecided drafts will need. All of them
   * are taken from the talent's days, so that the next account doesn't count on them.
   */
  private static boolean hasGap(
      TickFacts.AccountFacts account, TalentDays days, Instant now, Duration horizon) {
    var needed = account.undecided() + 1L;
    var filled =
        Schedule.gaps(account.rules(), now, now.plus(horizon), account.taken()).stream()
            .filter(slot -> days.take(account.rules().zone(), slot))
            .limit(needed)
            .count();
    return filled == needed;
  }
}
