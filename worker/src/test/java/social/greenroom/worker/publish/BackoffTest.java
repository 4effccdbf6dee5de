package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.worker.limit.Tries;

class BackoffTest {
  private static final Instant DUE = Instant.parse("2026-11-22T09:00:00Z");
  private static final PublishOutcome AWAY = new PublishOutcome.NotSent("Mastodon is away.");
  private final Random random = new Random(1);

  @Test
  void whatWasNotSentIsTriedAgainAfterAPauseThatGrows() {
    var first = new Backoff(new Tries(1, DUE)).finish(AWAY, DUE, random);
    assertThat(first.next()).isEqualTo(VariantState.APPROVED);
    assertThat(first.reason()).isEqualTo("Mastodon is away.");
    assertThat(first.notBefore()).isBetween(DUE, DUE.plusSeconds(5));
    assertThat(
            IntStream.range(0, 200)
                .mapToObj(
                    i -> new Backoff(new Tries(7, DUE)).finish(AWAY, DUE, random).notBefore()))
        .allMatch(at -> !at.isAfter(DUE.plusSeconds(320)))
        .anyMatch(at -> at.isBefore(DUE.plusSeconds(80)))
        .anyMatch(at -> at.isAfter(DUE.plusSeconds(240)));
  }

  @Test
  void afterTheLastOneAPersonDecidesWithTheNetworksOwnWords() {
    var last = new Backoff(new Tries(8, DUE)).finish(AWAY, DUE, random);
    assertThat(last.next()).isEqualTo(VariantState.FAILED);
    assertThat(last.reason()).isEqualTo("After 8 attempts it is left to you: Mastodon is away.");
  }

  @Test
  void afterADayAPersonDecidesHoweverFewTheAttempts() {
    var nextDay = DUE.plus(Duration.ofHours(24));
    var limited = new PublishOutcome.RateLimited(nextDay.plusSeconds(60), "Wait, says X.");
    assertThat(
            new Backoff(new Tries(2, DUE)).finish(limited, nextDay.minusMillis(1), random).next())
        .isEqualTo(VariantState.APPROVED);
    var over = new Backoff(new Tries(2, DUE)).finish(limited, nextDay, random);
    assertThat(over.next()).isEqualTo(VariantState.FAILED);
    assertThat(over.reason()).isEqualTo("After 2 attempts it is left to you: Wait, says X.");
  }

  @Test
  void aRateLimitIsKeptAndAccountsComeBackSpread() {
    var told = DUE.plusSeconds(900);
    var instants =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    new Backoff(new Tries(1, DUE))
                        .finish(new PublishOutcome.RateLimited(told, "Wait."), DUE, random)
                        .notBefore())
            .toList();
    assertThat(instants).allMatch(at -> !at.isBefore(told) && !at.isAfter(told.plusSeconds(60)));
    assertThat(instants).doesNotHaveDuplicates();
  }

  @Test
  void aServiceThatSaysWhenToComeBackIsWaitedForAndNotByAllAtOnce() {
    var told = DUE.plusSeconds(900);
    var away = new PublishOutcome.NotSent("Mastodon is overloaded.", told, true);
    var instants =
        IntStream.range(0, 200)
            .mapToObj(i -> new Backoff(new Tries(1, DUE)).finish(away, DUE, random).notBefore())
            .toList();
    assertThat(instants).allMatch(at -> !at.isBefore(told) && !at.isAfter(told.plusSeconds(5)));
    assertThat(instants).anyMatch(at -> at.isAfter(told.plusSeconds(1)));
  }

  @Test
  void aPersonWhoTriesItAgainBeginsAnew() {
    var attempts =
        List.of(attempt(1, DUE.minusSeconds(60)), attempt(2, DUE), attempt(3, DUE.plusSeconds(5)));
    assertThat(Backoff.after(attempts, DUE)).isEqualTo(new Backoff(new Tries(2, DUE)));
    assertThat(Backoff.after(attempts, null).tries().made()).isEqualTo(3);
  }

  private static AttemptRow attempt(int number, Instant startedAt) {
    var id = new UUID(0, number);
    return new AttemptRow(
        id,
        id,
        id,
        id,
        number,
        number,
        "w",
        null,
        "0".repeat(64),
        "key",
        startedAt,
        startedAt,
        "not_sent",
        null,
        null,
        null,
        "reconcile_only",
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
