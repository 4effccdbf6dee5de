package social.greenroom.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalCopiesTest {
  private final UUID tenant = UUID.randomUUID();
  private final SetClock clock = new SetClock();
  private final LocalCopies copies = new LocalCopies(10, clock);

  @AfterEach
  void close() {
    copies.close();
  }

  @Test
  void aCopyIsBroughtOnce() throws IOException {
    var brought = new AtomicInteger();
    LocalCopies.Source source =
        file -> {
          brought.incrementAndGet();
          Files.writeString(file, "hello");
        };

    var first = copies.get(tenant, hash("hello"), source);
    assertThat(copies.get(tenant, hash("hello"), source)).isEqualTo(first).hasContent("hello");
    assertThat(brought).hasValue(1);
    assertThat(copies.get(UUID.randomUUID(), hash("hello"), source)).isNotEqualTo(first);
  }

  @Test
  void whatIsNotWhatItsNameSaysIsNotKept() {
    LocalCopies.Source wrong = file -> Files.writeString(file, "changed");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> copies.get(tenant, hash("hello"), wrong))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("isn't what its name says");
    }
  }

  @Test
  void theLongestUnusedGoesWhenThereIsNoRoom() throws IOException {
    var first = copy("first");
    clock.pass(Duration.ofMinutes(20));
    var second = copy("other");
    clock.pass(Duration.ofMinutes(20));
    copy("first");
    clock.pass(Duration.ofMinutes(20));

    var third = copy("third");

    assertThat(second).doesNotExist();
    assertThat(first).exists();
    assertThat(third).exists();
  }

  @Test
  void whatWasJustHandedOutStaysThoughThereIsNoRoom() throws IOException {
    var first = copy("first");
    clock.pass(Duration.ofMinutes(9));
    copy("other");
    copy("third");

    assertThat(first).exists();
  }

  @Test
  void closingDeletesThem() throws IOException {
    var copy = copy("hello");
    copies.close();
    assertThat(copy.getParent()).doesNotExist();
  }

  private Path copy(String content) throws IOException {
    return copies.get(tenant, hash(content), file -> Files.writeString(file, content));
  }

  private static String hash(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A clock that goes when it is told to. */
  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
