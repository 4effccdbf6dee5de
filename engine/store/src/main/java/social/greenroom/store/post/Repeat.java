package social.greenroom.store.post;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import social.greenroom.core.post.VariantState;

/**
 * A post of the same account that says the same, not long before or after.
 *
 * @param at when it went out, or will
 */
public record Repeat(UUID variantId, VariantState state, Instant at) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM 'at' HH:mm", Locale.ENGLISH);

  /** For a person, on the talent's clock. */
  public String sentence(ZoneId zone) {
    return "The same text %s on this account on %s (%s). Change it, or confirm that it shall go out again."
        .formatted(
            planned() ? "goes out" : "went out", WORDS.format(at.atZone(zone)), zone.getId());
  }

  private boolean planned() {
    return state == VariantState.APPROVED || state == VariantState.QUEUED;
  }
}
