package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.HealthReport.Health;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.AccountBlocked;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Operation;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;

/** What every adapter does, whatever its network and channel, with a network that misbehaves. */
class AdapterContractIT {
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

  private static PublishOutcome publish(Platform platform, String text) {
    return networks.adapter(platform).publish(networks.command(platform, text));
  }

  private static void assertSafeToRead(PublishOutcome outcome) {
    assertThat(outcome.toString())
        .doesNotContain(SandboxNetworks.KEY)
        .doesNotContainIgnoringCase("bearer")
        .doesNotContain("Exception");
  }

  private static void assertOneCall(Platform platform) {
    assertThat(networks.received(platform, "publish")).as("publish calls received").isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aPostGoesOutOnceAndItsOutcomeNamesIt(Platform platform) {
    var outcome = (Published) publish(platform, "Tea & cake (three kinds) <here> #Harbour");
    var shown = networks.timeline(platform);
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).path("text").asText())
        .isEqualTo("Tea & cake (three kinds) <here> #Harbour");
    assertThat(outcome.url()).isEqualTo(shown.get(0).path("url").asText());
    assertThat(outcome.remoteId()).endsWith(shown.get(0).path("id").asText());
    assertOneCall(platform);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatNeverCameIsUnknownAndNothingIsSentAgain(Platform platform) {
    networks.fault(platform, "fail_after_accept");
    var outcome = publish(platform, "Accepted, then silence");
    assertThat(outcome).isInstanceOf(Unknown.class);
    assertSafeToRead(outcome);
    assertThat(networks.texts(platform)).containsExactly("Accepted, then silence");
    assertOneCall(platform);
  }

  /** What the declared class promises is so: with the same key it isn't there twice. */
  @ParameterizedTest
  @EnumSource
  void onlyWhereItIsDeclaredAPostMayBeSentTwice(Platform platform) {
    var command = networks.command(platform, "Said once");
    networks.fault(platform, "fail_after_accept");
    assertThat(networks.adapter(platform).publish(command)).isInstanceOf(Unknown.class);
    var retry = Networks.of(platform).retry(Operation.PUBLISH, SandboxNetworks.channel(platform));
    if (retry == RetryClass.IDEMPOTENT) {
      assertThat(networks.adapter(platform).publish(command)).isInstanceOf(Published.class);
      assertThat(networks.received(platform, "publish")).isEqualTo(2);
    }
    assertThat(networks.texts(platform)).containsExactly("Said once");
  }

  @ParameterizedTest
  @EnumSource
  void aResetWhilePublishingIsUnknown(Platform platform) {
    networks.fault(platform, "reset");
    assertThat(publish(platform, "Reset")).isInstanceOf(Unknown.class);
    assertThat(networks.texts(platform)).isEmpty();
    assertOneCall(platform);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatIsTooLateIsUnknown(Platform platform) {
    networks.fault(platform, "slow");
    var outcome = publish(platform, "Too late");
    assertThat(outcome).isInstanceOf(Unknown.class);
    assertThat(((Unknown) outcome).reason()).contains("didn't answer in time");
    assertThat(networks.texts(platform)).containsExactly("Too late");
    assertOneCall(platform);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatNobodyCanReadIsUnknown(Platform platform) {
    networks.fault(platform, "wrong_schema");
    assertThat(publish(platform, "Odd answer")).isInstanceOf(Unknown.class);
    assertOneCall(platform);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatTurnsTheRequestAwayHasntSentIt(Platform platform) {
    networks.fault(platform, "fail_before");
    var outcome = publish(platform, "Turned away");
    assertThat(outcome).isInstanceOf(NotSent.class);
    assertSafeToRead(outcome);
    assertThat(networks.texts(platform)).isEmpty();
    assertThat(publish(platform, "Turned away")).isInstanceOf(Published.class);
  }

  @ParameterizedTest
  @EnumSource
  void aRateLimitTellsWhenToComeBack(Platform platform) {
    networks.fault(platform, "rate_limit");
    var outcome = (RateLimited) publish(platform, "Too many");
    assertThat(outcome.notBefore())
        .isBetween(Instant.now().plusSeconds(50), Instant.now().plusSeconds(62));
    assertSafeToRead(outcome);
    assertThat(networks.texts(platform)).isEmpty();
    assertOneCall(platform);
  }

  @ParameterizedTest
  @EnumSource
  void aRateLimitWithoutAnEndIsWaitedForAQuarterOfAnHour(Platform platform) {
    networks.fault(platform, "rate_limit_no_headers");
    var outcome = (RateLimited) publish(platform, "Too many");
    assertThat(outcome.notBefore())
        .isBetween(Instant.now().plusSeconds(890), Instant.now().plusSeconds(901));
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedTokenIsAHardBlock(Platform platform) {
    networks.fault(platform, "revoked");
    var outcome = publish(platform, "Revoked");
    assertThat(outcome).isInstanceOf(AccountBlocked.class);
    assertThat(((AccountBlocked) outcome).reason()).contains("connect the account again");
    assertSafeToRead(outcome);
    assertThat(networks.texts(platform)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRevokedKeyIsAHardBlockToo(Platform platform) {
    networks.revoke(SandboxNetworks.KEY);
    var outcome = publish(platform, "Revoked");
    assertThat(outcome).isInstanceOf(AccountBlocked.class);
    assertSafeToRead(outcome);
    assertThat(networks.adapter(platform).health(networks.account(platform)).health())
        .isEqualTo(Health.HARD_BLOCK);
  }

  @ParameterizedTest
  @EnumSource
  void aDuplicateIsRejectedInTheNetworksOwnWords(Platform platform) {
    networks.fault(platform, "duplicate");
    var outcome = (Rejected) publish(platform, "Again");
    assertThat(outcome.reason())
        .contains(
            switch (platform) {
              case LINKEDIN -> "Content is a duplicate of urn:li:share:";
              case X -> "You are not allowed to create a Tweet with duplicate content.";
              case MASTODON -> "Text has already been posted";
            });
    assertThat(networks.texts(platform)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheNetworkCannotTakeIsRefusedBeforeAnythingIsSent(Platform platform) {
    int max = Networks.of(platform).text().max();
    var outcome = publish(platform, "x".repeat(max + 1));
    assertThat(outcome).isInstanceOf(Rejected.class);
    assertThat(networks.received(platform, "connect")).isZero();
    assertThat(networks.received(platform, "read")).isZero();
    assertThat(networks.received(platform, "publish")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aPostApprovedForAnotherAccountDoesntGoOut(Platform platform) {
    var payload = Payload.ofText(platform, "somebody-else", "Not mine");
    assertThat(networks.adapter(platform).publish(networks.command(payload)))
        .isInstanceOf(Rejected.class);
    assertThat(networks.received(platform, "connect")).isZero();
    assertThat(networks.received(platform, "publish")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void theKeyOfAnotherAccountIsAHardBlock(Platform platform) {
    var account =
        networks.account(platform, "sandbox-eve", networks.endpoint(platform), ToolMapping.NONE);
    var command =
        new PublishCommand(account, SandboxNetworks.payload(platform, "Whose am I?"), "k");
    assertThat(networks.adapter(platform).publish(command)).isInstanceOf(AccountBlocked.class);
    var report = networks.adapter(platform).health(account);
    assertThat(report.health()).isEqualTo(Health.HARD_BLOCK);
    assertThat(report.message()).contains("opens another account").doesNotContain("sandbox-eve");
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkThatCannotBeReachedHasGotNothing(Platform platform) throws Exception {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    var account =
        networks.account(
            platform, SandboxNetworks.KEY, "http://127.0.0.1:" + closed + "/x", ToolMapping.NONE);
    var outcome =
        networks
            .adapter(platform)
            .publish(new PublishCommand(account, SandboxNetworks.payload(platform, "Far"), "k"));
    assertThat(outcome).isInstanceOf(NotSent.class);
    assertSafeToRead(outcome);
    assertThat(networks.adapter(platform).health(account).health()).isEqualTo(Health.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource
  void troubleBeforeThePublishCallIsSafe(Platform platform) {
    for (var kind : new String[] {"slow", "wrong_schema", "fail_before"}) {
      networks.clear();
      networks.fault(platform, kind, platform == Platform.LINKEDIN ? "connect" : "read");
      assertThat(publish(platform, "Not even tried")).as(kind).isInstanceOf(NotSent.class);
      assertThat(networks.received(platform, "publish")).as(kind).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void troubleWithAPictureIsSafe(Platform platform) {
    for (var kind : new String[] {"reset", "fail_after_accept", "wrong_schema", "slow"}) {
      networks.clear();
      networks.fault(platform, kind, "media");
      var payload = networks.rich(platform, "With a picture", TestPictures.png());
      var outcome = networks.adapter(platform).publish(networks.command(payload));
      assertThat(outcome).as(kind).isInstanceOf(NotSent.class);
      assertThat(networks.received(platform, "publish")).as(kind).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsStoppedWhileItsPictureWasSentIsNotPublished(Platform platform) {
    var command = networks.command(networks.rich(platform, "Stopped", TestPictures.png()));
    var sent = new AtomicInteger();
    var stopped =
        new PublishCommand(
            command.account(),
            command.payload(),
            command.idempotencyKey(),
            () -> {
              sent.set(networks.received(platform, "media"));
              return Optional.of("It was stopped.");
            });
    assertThat(networks.adapter(platform).publish(stopped))
        .isInstanceOfSatisfying(
            NotSent.class, held -> assertThat(held.reason()).isEqualTo("It was stopped."));
    assertThat(sent.get()).as("asked after its picture was sent").isPositive();
    assertThat(networks.received(platform, "publish")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aPictureThatIsGoneIsSaidBeforeAnythingIsSent(Platform platform) {
    var payload = networks.rich(platform, "Gone", TestPictures.png());
    var media = payload.media().get(0);
    var without =
        new Payload(
            platform,
            payload.accountRemoteId(),
            payload.text(),
            payload.thread(),
            null,
            null,
            List.of(new PayloadMedia("0".repeat(64), media.mediaType(), 40, 30, "")),
            payload.options());
    var outcome = (Rejected) networks.adapter(platform).publish(networks.command(without));
    assertThat(outcome.reason()).contains("Picture 1");
    assertThat(networks.received(platform, "connect")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void picturesLinksThreadsAndTheFirstCommentArriveAsApproved(Platform platform) {
    var payload = networks.rich(platform, "A long evening at the kiln", TestPictures.png());
    var command = networks.command(payload);
    var outcome = (Published) networks.adapter(platform).publish(command);
    assertOneCall(platform);
    assertThat(networks.timeline(platform)).hasSize(1);
    networks.follow(command, outcome.remoteId());
    var shown = networks.timeline(platform);
    assertThat(shown.get(0).path("text").asText())
        .isEqualTo("A long evening at the kiln\n\n" + payload.link());
    var picture = shown.get(0).path("media").path(0);
    assertThat(picture.path("width").asInt()).isEqualTo(40);
    assertThat(picture.path("alt").asText())
        .isEqualTo(platform == Platform.MASTODON ? "A kiln, glowing" : "");
    for (int i = 0; i < payload.thread().size(); i++) {
      assertThat(shown.get(i + 1).path("text").asText()).isEqualTo(payload.thread().get(i));
      assertThat(shown.get(i + 1).path("replyTo").asText())
          .isEqualTo(shown.get(i).path("id").asText());
    }
    var comment = shown.get(shown.size() - 1);
    assertThat(comment.path("text").asText()).isEqualTo(payload.firstComment());
    assertThat(comment.path("replyTo").asText()).isEqualTo(shown.get(0).path("id").asText());
  }

  @ParameterizedTest
  @EnumSource
  void healthTellsTheAccountsRemoteId(Platform platform) {
    var report = networks.adapter(platform).health(networks.account(platform));
    assertThat(report.health()).isEqualTo(Health.OK);
    assertThat(report.remoteId()).isEqualTo(SandboxNetworks.remoteId(platform));
    networks.fault(platform, "rate_limit", "read");
    assertThat(networks.adapter(platform).health(networks.account(platform)).health())
        .isEqualTo(Health.SOFT_BLOCK);
  }

  @ParameterizedTest
  @EnumSource
  void ownPostsAreReadAsTheyWereWritten(Platform platform) throws Exception {
    var text = "Tea & cake <here> 5 > 3\n\nSee https://example.com/a?b=1&c=2 \"quoted\" #Harbour";
    publish(platform, "An older one");
    publish(platform, text);
    var own =
        networks
            .adapter(platform)
            .recentPosts(networks.account(platform), Instant.now().minus(Duration.ofMinutes(5)));
    if (platform == Platform.LINKEDIN) {
      assertThat(own).as("LinkedIn can't list its own posts over Composio").isEmpty();
    } else {
      assertThat(own.orElseThrow())
          .extracting(post -> post.text())
          .containsExactly(text, "An older one");
      assertThat(own.orElseThrow().get(0).at()).isAfterOrEqualTo(own.orElseThrow().get(1).at());
    }
  }

  @Test
  void aRenamedAccountsPostsAreStillFoundOnX() throws Exception {
    publish(Platform.X, "Before the new name");
    var known = networks.account(Platform.X);
    var renamed =
        new AccountAccess(
            known.tenantId(),
            known.accountId(),
            known.platform(),
            known.channel(),
            "another-name",
            known.remoteId(),
            known.endpoint(),
            known.tools(),
            known.secret());

    var own =
        networks
            .adapter(Platform.X)
            .recentPosts(renamed, Instant.now().minus(Duration.ofMinutes(5)));

    assertThat(own.orElseThrow()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void manyPostsLeaveNoThreadsBehind(Platform platform) {
    publish(platform, "Warming up");
    int before = Thread.getAllStackTraces().size();
    for (int i = 0; i < 25; i++) {
      publish(platform, "Number " + i);
    }
    assertThat(Thread.getAllStackTraces()).hasSizeLessThan(before + 10);
  }
}
