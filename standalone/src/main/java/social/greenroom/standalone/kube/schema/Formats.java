package social.greenroom.standalone.kube.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The formats of strings that are checked; any other is taken as said. */
final class Formats {

  private static final Pattern GO_DURATION =
      Pattern.compile("[-+]?(0|((\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h))+)");
  private static final Pattern ISO_LIKE_DURATION =
      Pattern.compile("(\\d+)\\s*(nanos?|micros?|millis?|secs?|mins?|hours?|days?|weeks?|[dw])");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private Formats() {}

  static boolean holds(String format, String value) {
    return switch (format) {
      case "date-time" -> isDateTime(value);
      case "date" -> isDate(value);
      case "duration" ->
          GO_DURATION.matcher(value).matches() || ISO_LIKE_DURATION.matcher(value).matches();
      case "uuid" -> UUID.matcher(value).matches();
      case "email" -> EMAIL.matcher(value).matches();
      case "uri" -> isUri(value);
      default -> true;
    };
  }

  private static boolean isDateTime(String value) {
    try {
      OffsetDateTime.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isUri(String value) {
    try {
      return new URI(value).getScheme() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
