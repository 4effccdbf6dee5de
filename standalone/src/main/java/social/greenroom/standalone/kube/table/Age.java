package social.greenroom.standalone.kube.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** How long ago something was, as kubectl says it: {@code 42s}, {@code 5m12s}, {@code 3d4h}. */
final class Age {

  private Age() {}

  static JsonNode since(String timestamp) {
    if (timestamp.isEmpty()) {
      return TextNode.valueOf("<unknown>");
    }
    try {
      Instant then = OffsetDateTime.parse(timestamp).toInstant();
      return TextNode.valueOf(human(Duration.between(then, Instant.now())));
    } catch (DateTimeParseException e) {
      return TextNode.valueOf("<invalid>");
    }
  }

  /** The rules of {@code k8s.io/apimachinery/pkg/util/duration.HumanDuration}. */
  static String human(Duration age) {
    long seconds = age.toSeconds();
    if (seconds < -1) {
      return "<invalid>";
    }
    if (seconds < 0) {
      return "0s";
    }
    if (seconds < 60 * 2) {
      return seconds + "s";
    }
    long minutes = age.toMinutes();
    if (minutes < 10) {
      return two(minutes, "m", seconds % 60, "s");
    }
    if (minutes < 60 * 3) {
      return minutes + "m";
    }
    long hours = age.toHours();
    if (hours < 8) {
      return two(hours, "h", minutes % 60, "m");
    }
    if (hours < 48) {
      return hours + "h";
    }
    long days = age.toDays();
    if (hours < 24 * 8) {
      return two(days, "d", hours % 24, "h");
    }
    if (days < 365 * 2) {
      return days + "d";
    }
    return days < 365 * 8 ? two(days / 365, "y", days % 365, "d") : days / 365 + "y";
  }

  private static String two(long more, String unit, long less, String lessUnit) {
    return less == 0 ? more + unit : more + unit + less + lessUnit;
  }
}
