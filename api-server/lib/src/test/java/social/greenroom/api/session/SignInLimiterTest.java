package social.greenroom.api.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import social.greenroom.api.access.SessionConfig;

class SignInLimiterTest {
  private final SignInLimiter limiter = new SignInLimiter(new TwoPerEmailThreePerAddress());

  @Test
  void anEmailHasItsTriesWhateverTheAddress() {
    assertThat(limiter.take("10.0.0.1", "a@b.example")).isEmpty();
    assertThat(limiter.take("10.0.0.2", "A@B.example ")).isEmpty();

    assertThat(limiter.take("10.0.0.3", "a@b.example"))
        .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), HOUR));
    assertThat(limiter.take("10.0.0.3", "c@d.example")).isEmpty();
  }

  @Test
  void anAddressHasItsTriesWhateverTheEmail() {
    for (var name : new String[] {"a", "b", "c"}) {
      assertThat(limiter.take("10.0.0.1", name + "@b.example")).isEmpty();
    }

    assertThat(limiter.take("10.0.0.1", "d@b.example")).isPresent();
    assertThat(limiter.take("10.0.0.2", "d@b.example")).isEmpty();
  }

  @Test
  void whoIsRightGetsTheTryBack() {
    for (int i = 0; i < 10; i++) {
      assertThat(limiter.take("10.0.0.1", "a@b.example")).isEmpty();
      limiter.giveBack("10.0.0.1", "a@b.example");
    }
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private static final class TwoPerEmailThreePerAddress implements SessionConfig {
    @Override
    public Duration lifetime() {
      return HOUR;
    }

    @Override
    public boolean secureCookie() {
      return false;
    }

    @Override
    public SignIn signIn() {
      return new SignIn() {
        @Override
        public int failuresPerAddress() {
          return 3;
        }

        @Override
        public int failuresPerEmail() {
          return 2;
        }

        @Override
        public Duration per() {
          return HOUR;
        }
      };
    }
  }
}
