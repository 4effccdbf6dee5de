package social.greenroom.api.account;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.core.schedule.WeeklySlot;

/**
 * A weekly time for a post, in the talent's time zone.
 *
 * @param time like {@code 09:00}
 */
@Schema(name = "Slot")
public record Slot(@Schema(ref = "#/components/schemas/Weekday") String day, String time) {
  static Slot of(WeeklySlot slot) {
    return new Slot(slot.day().name().toLowerCase(Locale.ROOT), slot.time().toString());
  }
}
