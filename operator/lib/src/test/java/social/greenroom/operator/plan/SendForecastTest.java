package social.greenroom.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.EffectivePolicy;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.operator.plan.Prospect.Course;
import social.greenroom.store.policy.AccountPolicy;

class SendForecastTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final UUID ACCOUNT = new UUID(0, 1);

  @Test
  void whatBreaksNoRuleGoesOutOnTime() {
    var post = due(1, hours(9), null);
    assertThat(forecast(policy(2, List.of(), List.of()), null, post))
        .isEqualTo(Map.of(post.id(), Prospect.out(hours(9), "")));
  }

  @Test
  void theThirdOfADayThatHoldsTwoWaitsForTheNextDay() {
    var third = due(3, hours(20), null);
    var prospects =
        forecast(
            policy(2, List.of(), List.of()),
            null,
            due(1, hours(9), null),
            due(2, hours(15), null),
            third);
    assertThat(prospects.get(third.id()).at()).isEqualTo(hours(24));
    assertThat(prospects.get(third.id()).sentence()).contains("a day that holds 2");
  }

  @Test
  void whatWasPutOffTakesThePlaceOfALaterOne() {
    var first = due(1, hours(9), null);
    var second = due(2, hours(10), null);
    var blackout = new Blackout(hours(8), hours(10), "Holiday");
    var prospects = forecast(policy(5, List.of(blackout), List.of()), null, first, second);
    assertThat(prospects.get(first.id()).at()).isEqualTo(hours(10));
    assertThat(prospects.get(second.id()).at()).isEqualTo(hours(11));
  }

  @Test
  void aWindowThatClosesBeforeTheRuleClearsIsAFailure() {
    var post = due(1, hours(9), hours(12));
    var blackout = new Blackout(hours(8), hours(48), "Holiday");
    var prospect = forecast(policy(5, List.of(blackout), List.of()), null, post).get(post.id());
    assertThat(prospect.course()).isEqualTo(Course.FAILS);
    assertThat(prospect.sentence()).contains("Holiday").contains("approved window ends");
  }

  @Test
  void aStopHoldsIt() {
    var post = due(1, hours(9), null);
    assertThat(forecast(policy(5, List.of(), List.of()), "The talent is on hold.", post))
        .isEqualTo(Map.of(post.id(), Prospect.held("The talent is on hold.")));
  }

  @Test
  void aCapOfNoneHoldsItForGood() {
    var post = due(1, hours(9), null);
    assertThat(forecast(policy(0, List.of(), List.of()), null, post).get(post.id()).course())
        .isEqualTo(Course.HELD);
  }

  @Test
  void aPhraseThatMayNotBeSaidAnyMoreIsAFailure() {
    var post = due(1, hours(9), null);
    var prospect = forecast(policy(5, List.of(), List.of("post 1")), null, post).get(post.id());
    assertThat(prospect.course()).isEqualTo(Course.FAILS);
  }

  private static Map<UUID, Prospect> forecast(
      EffectivePolicy policy, @Nullable String stop, SendForecast.Due... posts) {
    var account =
        new SendForecast.Account(
            new AccountPolicy(policy, ZoneOffset.UTC), stop, Optional.empty(), List.of());
    return new SendForecast(Map.of(ACCOUNT, account)).of(List.of(posts), MONDAY);
  }

  private static EffectivePolicy policy(int cap, List<Blackout> blackouts, List<String> neverSay) {
    return new EffectivePolicy(StopPolicy.NONE, cap, Duration.ofHours(1), blackouts, neverSay);
  }

  private static SendForecast.Due due(int number, Instant at, @Nullable Instant closes) {
    return new SendForecast.Due(
        new UUID(1, number),
        ACCOUNT,
        at,
        closes,
        Payload.ofText(Platform.MASTODON, "remote", "This is post %d.".formatted(number)));
  }

  private static Instant hours(int hours) {
    return MONDAY.plus(Duration.ofHours(hours));
  }
}
