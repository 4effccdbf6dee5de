package social.greenroom.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.PublishOutcome.AccountBlocked;
import social.greenroom.core.channel.PublishOutcome.NotSent;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.channel.PublishOutcome.RateLimited;
import social.greenroom.core.channel.PublishOutcome.Rejected;
import social.greenroom.core.channel.PublishOutcome.Unknown;
import social.greenroom.core.network.Capability;
import social.greenroom.core.network.Networks;
import social.greenroom.core.network.Operation;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.FollowUp.Kind;
import social.greenroom.core.post.Payload;

/**
 * What every adapter does with what follows a post, wherever its network has it: a part of a
 * thread, or the first comment, with a network that misbehaves.
 */
class FollowUpContractIT {
  private static final String FIRST = "The kiln cooled overnight";
  private static final String SECOND = "And held in the morning";

  /**
   * What each misbehaviour has to be told as, and whether the network took the call all the same.
   */
  private static final Map<String, Told> FAULTS =
      new TreeMap<>(
          Map.of(
              "fail_after_accept", new Told(Unknown.class, true),
              "reset", new Told(Unknown.class, false),
              "slow", new Told(Unknown.class, true),
              "wrong_schema", new Told(Unknown.class, true),
              "fail_before", new Told(NotSent.class, false),
              "rate_limit", new Told(RateLimited.class, false),
              "rate_limit_no_headers", new Told(RateLimited.class, false),
              "revoked", new Told(AccountBlocked.class, false),
              "duplicate", new Told(Rejected.class, false)));

  private record Told(Class<? extends PublishOutcome> as, boolean taken) {}

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

  static Stream<Arguments> all() {
    return Stream.of(Platform.values())
        .flatMap(
            platform ->
                Stream.of(Kind.values())
                    .filter(kind -> has(platform, kind))
                    .map(kind -> Arguments.of(platform, kind)));
  }

  static Stream<Arguments> withEachFault() {
    return all()
        .flatMap(
            one ->
                FAULTS.keySet().stream()
                    .map(fault -> Arguments.of(one.get()[0], one.get()[1], fault)));
  }

  @ParameterizedTest
  @MethodSource
  void withEachFault(Platform platform, Kind kind, String fault) {
    var command = networks.command(payload(platform, kind));
    var first = ((Published) networks.adapter(platform).publish(command)).remoteId();
    var told = FAULTS.get(fault);
    var before = received(platform, kind);
    networks.fault(platform, fault, operation(platform, kind));

    var outcome = follow(command, first);

    assertThat(outcome).isInstanceOf(told.as());
    assertThat(outcome.toString()).doesNotContain(SandboxNetworks.KEY).doesNotContain("Exception");
    assertThat(networks.texts(platform))
        .isEqualTo(told.taken() ? List.of(FIRST, SECOND) : List.of(FIRST));
    assertThat(received(platform, kind) - before).as("calls received").isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void itAnswersThePostAndIsReadAsWritten(Platform platform, Kind kind) throws Exception {
    var command = networks.command(payload(platform, kind));
    var first = ((Published) networks.adapter(platform).publish(command)).remoteId();
    assertThat(follow(command, first)).isInstanceOf(Published.class);
    assertThat(networks.texts(platform)).containsExactly(FIRST, SECOND);

    var own =
        networks
            .adapter(platform)
            .recentPosts(networks.account(platform), Instant.now().minusSeconds(300));
    var readable =
        Networks.of(platform)
            .capabilities(SandboxNetworks.channel(platform))
            .contains(Capability.READ_OWN_POSTS);
    assertThat(own.isPresent()).isEqualTo(readable);
    own.ifPresent(
        posts ->
            assertThat(posts)
                .anyMatch(post -> post.text().equals(SECOND) && first.equals(post.replyTo())));
  }

  /** What the declared class promises is so: with the same key it isn't there twice. */
  @ParameterizedTest
  @MethodSource("all")
  void onlyWhereItIsDeclaredItMayBeSentTwice(Platform platform, Kind kind) {
    var command = networks.command(payload(platform, kind));
    var first = ((Published) networks.adapter(platform).publish(command)).remoteId();
    networks.fault(platform, "fail_after_accept", operation(platform, kind));
    assertThat(follow(command, first)).isInstanceOf(Unknown.class);
    var retry = Networks.of(platform).retry(kind.operation(), SandboxNetworks.channel(platform));
    if (retry == RetryClass.IDEMPOTENT) {
      assertThat(follow(command, first)).isInstanceOf(Published.class);
    }
    assertThat(networks.texts(platform)).containsExactly(FIRST, SECOND);
  }

  private static PublishOutcome follow(PublishCommand command, String first) {
    return networks.follow(command, FollowUp.of(command.payload()).get(0), first);
  }

  private static boolean has(Platform platform, Kind kind) {
    return Networks.of(platform)
        .capabilities(SandboxNetworks.channel(platform))
        .contains(kind == Kind.THREAD_PART ? Capability.PUBLISH_THREAD : Capability.FIRST_COMMENT);
  }

  /** As the sandbox counts it: on LinkedIn a comment is no post. */
  private static String operation(Platform platform, Kind kind) {
    return platform == Platform.LINKEDIN && kind.operation() == Operation.COMMENT
        ? "engage"
        : "publish";
  }

  private static int received(Platform platform, Kind kind) {
    return networks.received(platform, operation(platform, kind));
  }

  private static Payload payload(Platform platform, Kind kind) {
    return new Payload(
        platform,
        SandboxNetworks.remoteId(platform),
        FIRST,
        kind == Kind.THREAD_PART ? List.of(SECOND) : List.of(),
        kind == Kind.FIRST_COMMENT ? SECOND : null,
        null,
        List.of(),
        new TreeMap<>());
  }
}
