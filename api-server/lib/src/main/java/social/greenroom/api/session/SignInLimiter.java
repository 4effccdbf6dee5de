package social.greenroom.api.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import social.greenroom.api.access.SessionConfig;

/**
 * Slows down guessing: each address and each e-mail has so many failed sign-ins in a while. A
 * successful one gives back what it took, so people who know their password don't notice.
 */
@ApplicationScoped
public class SignInLimiter {
  /** Bounds the memory an attacker with many addresses can take. */
  private static final int MOST_KEPT = 100_000;

  private final SessionConfig.SignIn config;
  private final Cache<String, Bucket> byAddress;
  private final Cache<String, Bucket> byEmail;

  SignInLimiter(SessionConfig config) {
    this.config = config.signIn();
    byAddress = buckets();
    byEmail = buckets();
  }

  /** Takes one try; returns how long to wait if there is none left. */
  public Optional<Duration> take(String address, String email) {
    return take(address(address)).or(() -> take(email(email)));
  }

  /** Gives a try back after the password was right. */
  public void giveBack(String address, String email) {
    address(address).addTokens(1);
    email(email).addTokens(1);
  }

  private static Optional<Duration> take(Bucket bucket) {
    var taken = bucket.tryConsumeAndReturnRemaining(1);
    return taken.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()).plusSeconds(1));
  }

  private Bucket address(String address) {
    return byAddress.get(address, key -> bucket(config.failuresPerAddress()));
  }

  private Bucket email(String email) {
    return byEmail.get(
        email.strip().toLowerCase(Locale.ROOT), key -> bucket(config.failuresPerEmail()));
  }

  private Bucket bucket(int tries) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, config.per()))
        .build();
  }

  private Cache<String, Bucket> buckets() {
    return Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(config.per()).build();
  }
}
