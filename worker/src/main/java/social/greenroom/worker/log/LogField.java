package social.greenroom.worker.log;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a line tells besides its message: which work it is about, by ids. */
public enum LogField {
  TENANT,
  REQUEST,
  DISPATCH,
  VARIANT;

  private static final ThreadLocal<Map<LogField, String>> CURRENT =
      ThreadLocal.withInitial(() -> new EnumMap<>(LogField.class));

  /** From now on this thread's lines tell it. */
  public void put(Object id) {
    CURRENT.get().put(this, id.toString());
  }

  /** From now on this thread's lines tell none. */
  public static void clear() {
    CURRENT.remove();
  }

  /** What this thread's lines tell from here on is told until it is closed, and then as before. */
  public static Scope scope() {
    var before = new EnumMap<LogField, String>(LogField.class);
    before.putAll(CURRENT.get());
    return () -> CURRENT.set(before);
  }

  /** A stretch of a thread's work. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  /** Those of this thread, by their names in a line. */
  static Map<String, String> current() {
    var fields = new TreeMap<String, String>();
    CURRENT.get().forEach((field, id) -> fields.put(field.name().toLowerCase(Locale.ROOT), id));
    return fields;
  }
}
