package social.greenroom.operator.tick;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import social.greenroom.core.schedule.TalentDay;

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
    var withGap = withGap(facts, now, now.plus(horizon));
    return withGap.isEmpty()
        ? no("No account has a free slot in the next days.")
        : new TickDecision(withGap, "There are free slots in the next days.");
  }

  /**
   * Those with a slot that is free after the ones that the account's undecided drafts will need.
   * All of these are taken from the talent's days, so that the next account doesn't count on them.
   */
  private static List<UUID> withGap(TickFacts facts, Instant now, Instant until) {
    var withGap = new ArrayList<UUID>();
    var filled = new ArrayList<Instant>();
    for (var account : facts.accounts()) {
      var needed = account.undecided() + 1;
      var gaps =
          new TalentDay(account.rules().zone(), facts.dailyCap(), facts.taken())
              .and(filled)
              .gaps(account.rules(), now, until, account.taken());
      filled.addAll(gaps.subList(0, Math.min(needed, gaps.size())));
      if (gaps.size() >= needed) {
        withGap.add(account.id());
      }
    }
    return withGap;
  }
}
