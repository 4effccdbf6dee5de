package social.greenroom.api.variant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.post.VariantRow;

/** What a person should know before deciding, though nothing forbids it. */
final class VariantWarnings {
  private VariantWarnings() {}

  static List<String> of(VariantRow variant, AccountRow account, Payload payload, Instant now) {
    if (variant.state().terminal() || variant.state() == VariantState.PUBLISHED) {
      return List.of();
    }
    var warnings = new ArrayList<String>();
    PayloadCheck.check(payload, account.channel())
        .forEach(problem -> warnings.add(problem.message()));
    warnings.addAll(PayloadCheck.warnings(payload, account.channel()));
    var count = TextCount.of(payload);
    if (count.used() <= count.max() && TextCount.nearlyFull(count)) {
      warnings.add("It uses %,d of %,d characters.".formatted(count.used(), count.max()));
    }
    if (!account.connected()) {
      warnings.add("%s isn't connected yet, so nothing can go out.".formatted(name(account)));
    } else if (account.health() == AccountHealth.HARD_BLOCK) {
      warnings.add("%s is blocked by the network.".formatted(name(account)));
    }
    var proposed = variant.publishAt();
    if (variant.state() == VariantState.AWAITING_APPROVAL
        && proposed != null
        && proposed.isBefore(now)) {
      warnings.add("The proposed time has passed; a yes takes the next free slot instead.");
    }
    return List.copyOf(warnings);
  }

  private static String name(AccountRow account) {
    return "%s on %s".formatted(account.handle(), account.platform().displayName());
  }
}
