package social.greenroom.worker.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A JSON object a line, with the names that the operator's and the API server's lines have. */
final class JsonLine extends Formatter {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String format(LogRecord entry) {
    var line = new LinkedHashMap<String, Object>();
    line.put("timestamp", entry.getInstant().toString());
    line.put("level", entry.getLevel().getName());
    line.put("loggerName", String.valueOf(entry.getLoggerName()));
    line.put("message", formatMessage(entry));
    line.put("mdc", LogField.current());
    if (entry.getThrown() != null) {
      line.put("exception", entry.getThrown().toString());
    }
    try {
      return JSON.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts are always writable as JSON.", e);
    }
  }
}
