package social.greenroom.sandbox.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The open sessions of one server; the oldest give way when there are too many. */
final class Sessions {
  private static final int MOST = 10_000;

  private final Map<String, String> accounts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  String open(String handle) {
    var id = UUID.randomUUID().toString();
    accounts.put(id, handle);
    return id;
  }

  /** Whether the session is open and that account's. */
  boolean holds(String id, String handle) {
    return handle.equals(accounts.get(id));
  }

  void close(String id) {
    accounts.remove(id);
  }
}
