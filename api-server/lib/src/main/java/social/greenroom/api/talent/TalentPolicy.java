package social.greenroom.api.talent;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.store.talent.TalentRow;

/**
 * When and how much is posted for a talent.
 *
 * @param dailyCap the most posts a day over all accounts, by what is declared and by what the
 *     talent sets themselves
 * @param tickInterval how often the persona looks for a gap to fill, such as {@code 6h}
 * @param blackouts times in which nothing goes out, in words
 */
@Schema(name = "TalentPolicy")
public record TalentPolicy(
    @Nullable Integer dailyCap, @Nullable String tickInterval, List<String> blackouts) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.ENGLISH);

  static TalentPolicy of(TalentRow talent) {
    var tick = talent.tickInterval();
    var zone = ZoneId.of(talent.timeZone());
    return new TalentPolicy(
        talent.strictestDailyCap(),
        tick == null ? null : words(tick),
        talent.blackouts().stream().map(span -> words(span, zone)).toList());
  }

  private static String words(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static String words(Blackout span, ZoneId zone) {
    var times =
        "%s to %s"
            .formatted(
                WORDS.format(span.from().atZone(zone)), WORDS.format(span.to().atZone(zone)));
    return span.reason().isBlank() ? times : "%s: %s".formatted(times, span.reason());
  }
}
