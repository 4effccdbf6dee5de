package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.FollowUp;
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

  @ParameterizedTest
  @EnumSource(names = {"X", "MASTODON"})
  void publishingSendsTheFirstPostOfAThreadAlone(Platform platform) {
    var command = networks.command(thread(platform, "One", "Two", "Three"));
    assertThat(networks.adapter(platform).publish(command)).isInstanceOf(Published.class);
    assertThat(networks.texts(platform)).containsExactly("One");
  }

  @Test
  void aPartThatTheNetworkRefusesIsRefusedAlone() {
    var x = networks.adapter(Platform.X);
    x.publish(networks.command(Platform.X, "Said before"));
    var command = networks.command(thread(Platform.X, "One", "Said before", "Three"));
    var first = (Published) x.publish(command);
    var second = FollowUp.of(command.payload()).get(0);

    var outcome = (Rejected) networks.follow(command, second, first.remoteId());

    assertThat(outcome.reason()).contains("duplicate content");
    assertThat(networks.texts(Platform.X)).containsExactly("Said before", "One");
  }

  @Test
  void onMastodonTheSameCommandsTwiceLeaveOneThread() {
    var mastodon = networks.adapter(Platform.MASTODON);
    var command = networks.command(thread(Platform.MASTODON, "One", "Two", "Three"));
    var first = (Published) mastodon.publish(command);
    networks.follow(command, first.remoteId());
    var second = (Published) mastodon.publish(command);
    networks.follow(command, second.remoteId());
    assertThat(second.remoteId()).isEqualTo(first.remoteId());
    assertThat(networks.texts(Platform.MASTODON)).containsExactly("One", "Two", "Three");
  }

  @ParameterizedTest
  @EnumSource(names = {"X", "MASTODON"})
  void whatAPartAnswersIsReadFromTheAccountsPosts(Platform platform) throws Exception {
    var command = networks.command(thread(platform, "One", "Two"));
    var first = (Published) networks.adapter(platform).publish(command);
    networks.follow(command, first.remoteId());

    var read =
        networks
            .adapter(platform)
            .recentPosts(command.account(), Instant.now().minusSeconds(300))
            .orElseThrow();

    assertThat(read).extracting(OwnPost::text).containsExactly("Two", "One");
    assertThat(read).extracting(OwnPost::replyTo).containsExactly(first.remoteId(), null);
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
