package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlightsTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatBreaksWithAnErrorHasLandedToo(boolean aside) {
    try (var flights = new Flights(1, "test")) {
      Flights.Flight broken =
          () -> {
            throw new NoClassDefFoundError("a library that isn't there");
          };
      if (aside) {
        flights.aside(broken);
      } else {
        flights.start(broken);
      }
      assertThatThrownBy(flights::awaitAll)
          .isInstanceOf(NoClassDefFoundError.class)
          .hasMessageContaining("isn't there");
    }
  }

  @Test
  void oneThatLandsBeforeItIsWaitedForCountsAsLanded() throws InterruptedException {
    try (var flights = new Flights(2, "test")) {
      var before = flights.landings();
      flights.start(() -> {});
      flights.awaitAll();
      assertThat(flights.awaitLandingAfter(before)).isTrue();
      assertThat(flights.awaitLandingAfter(flights.landings())).isFalse();
    }
  }

  @Test
  void theFirstFailureIsToldAfterAllHaveLanded() {
    try (var flights = new Flights(2, "test")) {
      flights.start(
          () -> {
            throw new IllegalStateException("the row is gone");
          });
      flights.start(() -> {});
      assertThatThrownBy(flights::awaitAll)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the row is gone");
    }
  }
}
