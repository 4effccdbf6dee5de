package social.greenroom.channels.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.limit.RateWindow.Scope;

class McpTroubleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aServerThatAsksToWaitMeansAllWhoComeThroughIt() {
    var headers = HttpHeaders.of(Map.of("Retry-After", List.of("30")), (name, value) -> true);
    var answer = new Observation.Answer(429, headers);
    var trouble = new McpTrouble("X's server", "secret");
    var outcome = trouble.of(new IllegalStateException("429"), answer, NOW).outcome();
    assertThat(outcome)
        .isEqualTo(
            new RateLimited(
                NOW.plusSeconds(30), "X's server asks us to wait: too many requests.", Scope.APP));
  }
}
