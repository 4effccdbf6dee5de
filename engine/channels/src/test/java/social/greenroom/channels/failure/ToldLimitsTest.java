package social.greenroom.channels.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.core.limit.RateWindow;
import social.greenroom.core.limit.RateWindow.Scope;

class ToldLimitsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final ToldLimits TOLD = new ToldLimits(Scope.ACCOUNT, "calls");

  @Test
  void readsAMastodonsHeaders() {
    var window =
        TOLD.in(
            headers(
                Map.of(
                    "x-ratelimit-limit", "300",
                    "x-ratelimit-remaining", "299",
                    "x-ratelimit-reset", "2026-11-22T09:05:00.000000Z")),
            NOW);
    assertThat(window)
        .contains(
            new RateWindow(
                Scope.ACCOUNT, "calls", 300L, 299, Instant.parse("2026-11-22T09:05:00Z")));
  }

  @Test
  void aResetMayBeSecondsOfTheEpochOrFromNow() {
    for (var reset : List.of(Long.toString(NOW.plusSeconds(90).getEpochSecond()), "90")) {
      var window =
          TOLD.in(headers(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset)), NOW);
      assertThat(window)
          .contains(new RateWindow(Scope.ACCOUNT, "calls", null, 0, NOW.plusSeconds(90)));
    }
  }

  @Test
  void whatCannotBeReadIsNotToldOf() {
    assertThat(TOLD.in(headers(Map.of()), NOW)).isEmpty();
    assertThat(
            TOLD.in(
                headers(Map.of("X-RateLimit-Remaining", "many", "X-RateLimit-Reset", "90")), NOW))
        .isEmpty();
    assertThat(
            TOLD.in(
                headers(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "soon")), NOW))
        .isEmpty();
  }

  private static HttpHeaders headers(Map<String, String> values) {
    var all = new HashMap<String, List<String>>();
    values.forEach((name, value) -> all.put(name, List.of(value)));
    return HttpHeaders.of(all, (name, value) -> true);
  }
}
