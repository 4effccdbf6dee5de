package social.greenroom.worker.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A line for people. */
final class PlainLine extends Formatter {
  @Override
  public String format(LogRecord entry) {
    var thrown = entry.getThrown();
    return "%s %-7s [%s] %s%s%n"
        .formatted(
            entry.getInstant(),
            entry.getLevel(),
            entry.getLoggerName(),
            formatMessage(entry),
            thrown == null ? "" : ": " + thrown);
  }
}
