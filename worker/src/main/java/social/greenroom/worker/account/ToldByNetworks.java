package social.greenroom.worker.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import social.greenroom.core.limit.RateLog;
import social.greenroom.core.limit.RateWindow;

/**
 * What networks told of their limits during calls, until the calls' outcomes are written: both are
 * kept in one transaction. Of what is told twice the last counts.
 */
final class ToldByNetworks implements RateLog {
  private final Map<UUID, Map<String, RateWindow>> told = new ConcurrentHashMap<>();

  @Override
  public void told(UUID account, RateWindow window) {
    told.compute(
        account,
        (id, before) -> {
          var windows = before == null ? new LinkedHashMap<String, RateWindow>() : before;
          windows.put(window.scope() + " " + window.name(), window);
          return windows;
        });
  }

  /** What was told in answers to calls of the account's; asked again, it tells nothing. */
  List<RateWindow> take(UUID account) {
    var windows = told.remove(account);
    return windows == null ? List.of() : List.copyOf(windows.values());
  }
}
