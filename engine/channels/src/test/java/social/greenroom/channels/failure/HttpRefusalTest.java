package social.greenroom.channels.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Unknown;

class HttpRefusalTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static PublishOutcome outcome(int status, String... headers) {
    Map<String, List<String>> all =
        headers.length == 0 ? Map.of() : Map.of(headers[0], List.of(headers[1]));
    return new HttpRefusal("X", status, HttpHeaders.of(all, (n, v) -> true), "No")
        .failure(NOW)
        .outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "400,rejected",
    "404,rejected",
    "409,rejected",
    "413,rejected",
    "422,rejected",
    "426,rejected",
    "401,account_blocked",
    "402,account_blocked",
    "403,account_blocked",
    "429,rate_limited",
    "408,unknown",
    "500,unknown",
    "502,unknown",
    "503,unknown",
    "504,unknown",
    "301,unknown"
  })
  void aStatusMeansItsOutcome(int status, String wireName) {
    assertThat(outcome(status).wireName()).isEqualTo(wireName);
  }

  @Test
  void aServiceThatSaysWhenToComeBackHasntActed() {
    var turnedAway = (NotSent) outcome(503, "Retry-After", "120");
    assertThat(turnedAway.notBefore()).isEqualTo(NOW.plusSeconds(120));
    assertThat(((NotSent) outcome(503, "Retry-After", "later")).notBefore()).isNull();
    assertThat(outcome(502, "Retry-After", "5")).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After,120,2026-11-21T12:02:00Z",
    "Retry-After,'Sat, 21 Nov 2026 12:30:00 GMT',2026-11-21T12:30:00Z",
    "x-rate-limit-reset,1795264200,2026-11-21T12:30:00Z",
    "X-RateLimit-Reset,2026-11-21T12:05:00.123Z,2026-11-21T12:05:00.123Z",
    "X-RateLimit-Reset,soon,2026-11-21T12:15:00Z",
    "Retry-After,0,2026-11-21T12:00:01Z",
    "Retry-After,999999999,2026-11-22T12:00:00Z",
    "Other,1,2026-11-21T12:15:00Z"
  })
  void theEndOfARateLimitIsReadFromWhateverTellsIt(String header, String value, Instant until) {
    assertThat(((RateLimited) outcome(429, header, value)).notBefore()).isEqualTo(until);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid token sk-12345678 given",
        "header was x-api-key: abcdefgh12345678",
        "Authorization: Bearer abcdefgh.12345678",
        "sk-12345678"
      })
  void noSecretGetsIntoWords(String words) {
    assertThat(Words.clean(words, "sk-12345678"))
        .doesNotContain("sk-12345678")
        .doesNotContain("12345678");
  }

  @Test
  void wordsBecomeOneShortLine() {
    assertThat(Words.clean(" a\n\tb\u0000 c ", "")).isEqualTo("a b c");
    assertThat(Words.clean("x".repeat(1000), "")).hasSize(401).endsWith("…");
  }
}
