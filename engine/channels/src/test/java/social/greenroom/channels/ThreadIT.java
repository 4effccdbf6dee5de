package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.Payload;

class ThreadIT {
  private static SandboxNetworks networks;

  @BeforeAll
  static void start(@TempDir Path folder) {
    networks = new SandboxNetworks(folder);
  }

  @AfterAll
  static void stop() {
    networks.close();
  }

  @BeforeEach
  void clear() {
    networks.clear();
  }

  private static Payload thread(Platform platform, String first, String... others) {
    return new Payload(
        platform,
        SandboxNetworks.remoteId(platform),
        first,
        List.of(others),
        null,
        null,
        List.of(),
        new TreeMap<>());
  }

  @Test
  void aThreadThatBreaksInTheMiddleGoesToAPersonWithWhatIsOut() {
    var x = networks.adapter(Platform.X);
    x.publish(networks.command(Platform.X, "Said before"));
    var outcome =
        (Unknown) x.publish(networks.command(thread(Platform.X, "One", "Said before", "Three")));
    assertThat(outcome.reason())
        .contains("Of the thread's 3 posts, 1 went out (", "duplicate content");
    assertThat(networks.texts(Platform.X)).containsExactly("Said before", "One");
  }

  @Test
  void onMastodonTheSameCommandTwiceLeavesOneThread() {
    var mastodon = networks.adapter(Platform.MASTODON);
    var command = networks.command(thread(Platform.MASTODON, "One", "Two", "Three"));
    var first = (Published) mastodon.publish(command);
    var second = (Published) mastodon.publish(command);
    assertThat(second.remoteId()).isEqualTo(first.remoteId());
    assertThat(networks.texts(Platform.MASTODON)).containsExactly("One", "Two", "Three");
  }

  @Test
  void onMastodonACommandWhoseAnswerWasLostCanBeSentAgain() {
    var mastodon = networks.adapter(Platform.MASTODON);
    var command = networks.command(Platform.MASTODON, "Lost and found");
    networks.fault(Platform.MASTODON, "fail_after_accept");
    assertThat(mastodon.publish(command)).isInstanceOf(Unknown.class);
    assertThat(mastodon.publish(command)).isInstanceOf(Published.class);
    assertThat(networks.texts(Platform.MASTODON)).containsExactly("Lost and found");
  }
}
