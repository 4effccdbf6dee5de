package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.channels.ChannelAdapters;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.core.post.VariantState;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.Worker;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.JobEgress;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.SandboxWorld;

/**
 * The whole way to the sandbox's networks over their own protocols. Whatever goes wrong, an
 * approved post is there once, or is shown to a person, and is never there twice.
 */
class SandboxPublishIT {
  private static final PublishSettings PACE =
      new PublishSettings(
          4,
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofMillis(900),
          Duration.ofSeconds(10),
          0.15);
  private static final ChannelSettings IMPATIENT =
      new ChannelSettings(Duration.ofSeconds(2), Duration.ofMillis(1200), Duration.ofSeconds(2));
  private static final int LATE_MILLIS = 2500;
  private static final AtomicInteger AGENCIES = new AtomicInteger();

  private static TestDatabase database;
  private static SandboxWorld world;

  @TempDir Path folder;
  private Agency agency;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    world = new SandboxWorld();
  }

  @AfterAll
  static void stop() {
    world.close();
    database.close();
  }

  @BeforeEach
  void setUp() {
    agency = new Agency(database, "s" + AGENCIES.incrementAndGet(), folder);
    world.clear();
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void anApprovedPostIsOnTheTimeline(Platform platform) {
    var variant = approved(platform, "Hello from the green room");

    assertThat(Worker.run(arguments(agency.dispatch(Instant.now())), agency.environment()))
        .isZero();

    var published = agency.find(variant);
    assertThat(published.state()).as(published.failureReason()).isEqualTo(VariantState.PUBLISHED);
    assertThat(published.remoteId()).isNotBlank();
    assertThat(world.timeline(platform)).hasSize(1);
    assertThat(world.timeline(platform).get(0).path("text").asText())
        .isEqualTo("Hello from the green room");
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void withItsPicture(Platform platform) throws Exception {
    var picture = Files.readAllBytes(picture());
    var media = new FileMediaStore(folder.resolve("media"));
    var sha256 = media.put(agency.id(), new ByteArrayInputStream(picture), 1_000_000).sha256();
    var account = world.account(agency, platform);
    var payload =
        new Payload(
            platform,
            account.remoteId(),
            "Look at this",
            List.of(),
            null,
            null,
            List.of(new PayloadMedia(sha256, "image/png", 64, 48, "")),
            new TreeMap<>());
    var variant =
        agency.approved(agency.draft(account, payload), Instant.now(), ApprovalWindow.ANY);
    publish(agency.dispatch(Instant.now()));
    assertThat(agency.state(variant))
        .as(agency.find(variant).failureReason())
        .isEqualTo(VariantState.PUBLISHED);
    assertThat(world.timeline(platform).get(0).path("media")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.class,
      names = {"X", "MASTODON"})
  void aPostThatLostItsLinkIsNoticed(Platform platform) throws Exception {
    var whole = linked(platform, "Read this");
    publish(agency.dispatch(Instant.now()));
    assertThat(agency.state(whole)).isEqualTo(VariantState.PUBLISHED);
    assertThat(agency.find(whole).alteredText()).isNull();

    var cut = linked(platform, "And read that");
    world.fault(platform, "truncate", 0);
    publish(agency.dispatch(Instant.now()));
    assertThat(agency.state(cut)).isEqualTo(VariantState.PUBLISHED);
    assertThat(agency.find(cut).alteredText()).isEqualTo("And read that");
  }

  private VariantRow linked(Platform platform, String text) {
    var account = world.account(agency, platform);
    var payload =
        new Payload(
            platform,
            account.remoteId(),
            text,
            List.of(),
            null,
            "https://farm.example/a?b=c&d=e",
            List.of(),
            new TreeMap<>());
    return agency.approved(agency.draft(account, payload), Instant.now(), ApprovalWindow.ANY);
  }

  @ParameterizedTest
  @CsvSource({
    "LINKEDIN,fail_before",
    "LINKEDIN,fail_after_accept",
    "LINKEDIN,slow",
    "LINKEDIN,slow_accept",
    "LINKEDIN,rate_limit",
    "LINKEDIN,rate_limit_no_headers",
    "LINKEDIN,reset",
    "LINKEDIN,wrong_schema",
    "LINKEDIN,revoked",
    "X,fail_before",
    "X,fail_after_accept",
    "X,slow",
    "X,slow_accept",
    "X,rate_limit",
    "X,rate_limit_no_headers",
    "X,reset",
    "X,wrong_schema",
    "X,revoked",
    "X,truncate",
    "MASTODON,fail_before",
    "MASTODON,fail_after_accept",
    "MASTODON,slow",
    "MASTODON,slow_accept",
    "MASTODON,rate_limit",
    "MASTODON,rate_limit_no_headers",
    "MASTODON,reset",
    "MASTODON,wrong_schema",
    "MASTODON,revoked",
  })
  void whateverGoesWrongItGoesOutOnceOrAPersonIsTold(Platform platform, String fault)
      throws Exception {
    var variant = approved(platform, "Once, whatever %s does".formatted(fault));
    world.fault(platform, fault, LATE_MILLIS);
    var began = Instant.now();

    var state = publishUntilItRests(variant);
    if (fault.startsWith("slow")) {
      // What takes effect late has done so by then, or it never will.
      new Pace(Clock.systemUTC()).until(began.plusMillis(2 * LATE_MILLIS));
    }

    var shown = world.timeline(platform).size();
    assertThat(shown).as("%s", world.timeline(platform)).isLessThanOrEqualTo(1);
    switch (state) {
      case PUBLISHED -> assertThat(shown).isEqualTo(1);
      // A person is told: with a sentence, and nothing is sent meanwhile.
      case UNKNOWN, FAILED -> assertThat(agency.find(variant).failureReason()).endsWith(".");
      default -> throw new AssertionError("It rests as " + state);
    }
    if (state == VariantState.FAILED) {
      assertThat(shown).isZero();
    }
    if (platform == Platform.MASTODON && !fault.equals("revoked")) {
      assertThat(state).as("Mastodon knows the key").isEqualTo(VariantState.PUBLISHED);
    }
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void aWorkersProcessKilledInTheMiddleOfTheCall(Platform platform) throws Exception {
    var variant = approved(platform, "Killed in the middle");
    world.fault(platform, "slow", 20_000);
    var dispatch = agency.dispatch(Instant.now());
    var child = child(dispatch);
    try {
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> !world.timeline(platform).isEmpty() || !child.isAlive());
      assertThat(child.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHING);
    agency.ended(dispatch);
    await().until(() -> !orphans().isEmpty());

    var state = publishUntilItRests(variant);

    assertThat(world.timeline(platform)).hasSize(1);
    assertThat(state)
        .isEqualTo(platform == Platform.LINKEDIN ? VariantState.UNKNOWN : VariantState.PUBLISHED);
  }

  @Test
  void itsLogHoldsNoSecret() throws Exception {
    var variant = approved(Platform.MASTODON, "Nothing to see");
    var child = child(agency.dispatch(Instant.now()));
    assertThat(child.waitFor()).isZero();
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(Files.readString(folder.resolve("log")))
        .doesNotContain("sandbox-nora")
        .doesNotContain(agency.environment().get("GREENROOM_DB_PASSWORD"))
        .doesNotContain(agency.environment().get("GREENROOM_DATA_KEY"))
        .doesNotContain("\tat ");
  }

  /** Runs publishers, as planner and time would, until nothing more happens to the variant. */
  private VariantState publishUntilItRests(VariantRow variant) throws Exception {
    for (int i = 0; i < 6; i++) {
      agency.waited(variant);
      publish(agency.dispatch(Instant.now()));
      var state = agency.state(variant);
      if (state != VariantState.APPROVED && state != VariantState.QUEUED) {
        return state;
      }
    }
    return agency.state(variant);
  }

  private void publish(UUID dispatch) throws Exception {
    var media = new FileMediaStore(folder.resolve("media"));
    var adapters =
        Adapters.of(
            ChannelAdapters.over(
                media,
                IMPATIENT,
                Clock.systemUTC(),
                JobEgress.policy(new Environment(agency.environment()))));
    PublishJob.run(dispatch, new Environment(agency.environment()), adapters, PACE);
    agency.ended(dispatch);
  }

  private VariantRow approved(Platform platform, String text) {
    return agency.approved(world.account(agency, platform), text, Instant.now());
  }

  private Process child(UUID dispatch) throws Exception {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Worker.class.getName(),
            "publish",
            "--dispatch",
            dispatch.toString());
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(agency.environment());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "log"))
        .start();
  }

  private List<?> orphans() {
    return database
        .tenants()
        .in(agency.id(), session -> session.claims().orphaned(PACE.orphanedAfter()));
  }

  private static List<String> arguments(UUID dispatch) {
    return List.of("publish", "--dispatch", dispatch.toString());
  }

  private Path picture() throws Exception {
    var file = folder.resolve("picture.png");
    ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return file;
  }
}
