package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.channels.composio.FileUpload;
import social.greenroom.channels.failure.NetworkFailure;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.channels.transfer.HttpTransfer;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.egress.EgressPolicy;
import social.greenroom.core.egress.GuardedHttpClient;
import social.greenroom.core.limit.RateLog;
import social.greenroom.core.network.Platform;

/** What may not be called isn't: surely unsent, with a sentence that names field and remedy. */
class GuardIT {
  private static SandboxNetworks networks;
  private static ChannelAdapters guarded;

  @BeforeAll
  static void start(@TempDir Path folder) {
    networks = new SandboxNetworks(folder);
    guarded =
        ChannelAdapters.over(
            new FolderMediaStore(folder),
            EgressPolicy.PUBLIC_ONLY,
            Clock.systemUTC(),
            RateLog.NONE);
  }

  @AfterAll
  static void stop() {
    networks.close();
  }

  @ParameterizedTest
  @EnumSource
  void aServerOnLoopbackIsRefusedUnlessItIsAllowed(Platform platform) {
    var command = networks.command(platform, "Hello there");

    var refused = adapter(platform).publish(command);
    assertThat(refused).isInstanceOf(Rejected.class);
    assertThat(((Rejected) refused).reason())
        .contains("nothing was sent")
        .contains(platform == Platform.MASTODON ? "Account.spec.endpoint" : "McpServer.spec.url")
        .contains("127.0.0.1 leads to a loopback address")
        .contains("greenroom.egress.allow")
        .doesNotContain(SandboxNetworks.KEY);
    assertThat(networks.received(platform, "connect")).isZero();
    assertThat(networks.received(platform, "publish")).isZero();

    assertThat(networks.adapter(platform).publish(command))
        .isInstanceOf(PublishOutcome.Published.class);
  }

  @ParameterizedTest
  @EnumSource
  void lookingAtItSaysSoToo(Platform platform) {
    var account = networks.account(platform);
    var report = adapter(platform).health(account);
    assertThat(report.health()).isEqualTo(Health.HARD_BLOCK);
    assertThat(report.message()).contains("leads to a loopback address");
  }

  // LinkedIn lists no posts, so nobody is called for them.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINKEDIN")
  void readingItsPostsSaysSoToo(Platform platform) {
    assertThatThrownBy(
            () -> adapter(platform).recentPosts(networks.account(platform), Instant.EPOCH))
        .isInstanceOf(ReadFailedException.class)
        .hasMessageContaining("leads to a loopback address");
  }

  @Test
  void anUploadAddressInThePrivateNetworkGetsNoPicture(@TempDir Path folder) throws Exception {
    var http =
        new HttpTransfer(
            GuardedHttpClient.shared(EgressPolicy.PUBLIC_ONLY), "X", "The upload address");
    var uploads = new FileUpload(http, ChannelSettings.DEFAULT, Clock.systemUTC());
    var picture = Files.write(folder.resolve("picture"), new byte[10]);
    assertThatThrownBy(
            () -> uploads.put("https://169.254.169.254/up?signature=s", "image/png", picture))
        .isInstanceOf(NetworkFailure.class)
        .hasMessageStartingWith("X wasn't called; nothing was sent. The upload address: ")
        .hasMessageContaining("169.254.169.254 leads to a link-local address")
        .hasMessageNotContaining("signature");
  }

  private static PlatformAdapter adapter(Platform platform) {
    return guarded.find(platform, SandboxNetworks.channel(platform)).orElseThrow();
  }
}
