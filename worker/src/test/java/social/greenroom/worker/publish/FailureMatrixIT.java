package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import social.greenroom.channels.transfer.ChannelSettings;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.HoldingProxy;
import social.greenroom.worker.testing.SandboxWorld;

/** Every cell of the failure matrix, tried; and the page that tells of it. */
class FailureMatrixIT {
  private static final ChannelSettings IMPATIENT =
      new ChannelSettings(Duration.ofSeconds(2), Duration.ofMillis(1200), Duration.ofSeconds(2));
  private static final int LATE_MILLIS = 2500;

  /** Longer than any network settles at this pace. */
  private static final int LONG_LOST_MILLIS = 12_000;

  private static final int RUNS = 5;
  private static final Set<VariantState> OVER =
      EnumSet.of(VariantState.PUBLISHED, VariantState.FAILED);

  private static final FailureMatrix MATRIX = new FailureMatrix();
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
  static void stop() throws Exception {
    world.close();
    database.close();
    var page = root().resolve("docs/reference/failure-matrix.md");
    if (MATRIX.complete()) {
      if (Boolean.getBoolean("greenroom.docs.write")) {
        Files.writeString(page, MATRIX.text());
      }
      assertThat(page)
          .as("regenerate it with -Dgreenroom.docs.write=true")
          .content()
          .isEqualTo(MATRIX.text());
    }
  }

  static Stream<Arguments> cells() {
    return Stream.of(MatrixRow.values())
        .flatMap(row -> Stream.of(Platform.values()).map(platform -> Arguments.of(row, platform)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void theCellIsAsThePageSays(MatrixRow row, Platform platform) throws Exception {
    var word = "m%dx%d".formatted(row.ordinal(), platform.ordinal());
    agency = new Agency(database, word, folder);
    world.clear();

    var cell = row.ofProcess() ? process(row, platform) : network(row, platform);

    MATRIX.put(row, platform, cell);
  }

  private String network(MatrixRow row, Platform platform) throws Exception {
    var account = world.account(agency, platform);
    var variant = agency.approved(account, "On stage, whatever happens tonight", Instant.now());
    if (row == MatrixRow.DUPLICATE_OF_LATE) {
      return late(variant, platform);
    }
    world.fault(platform, row.kind(), LATE_MILLIS);
    var began = Instant.now();
    publish();
    var meanwhile = seen(agency.find(variant));
    rest(variant);
    if (row.late()) {
      // What takes effect late has done so by then, or it never will.
      new Pace(Clock.systemUTC()).until(began.plusMillis(2 * LATE_MILLIS));
      rest(variant);
    }
    return cell(variant, platform, meanwhile);
  }

  /** The post arrives when reading has proven it absent, or a person has said so. */
  private String late(VariantRow variant, Platform platform) throws Exception {
    world.fault(platform, MatrixRow.DUPLICATE_OF_LATE.kind(), LONG_LOST_MILLIS);
    publish();
    if (agency.state(variant) == VariantState.UNKNOWN) {
      agency.act(
          session -> {
            var version = agency.find(variant).version();
            session.settlements().failed(variant.id(), version, "It isn't there.", "Ada");
            session.desk().retry(variant.id(), variant.contentHash(), Instant.now(), "Ada");
          });
    }
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    await().atMost(Duration.ofSeconds(40)).until(() -> !world.timeline(platform).isEmpty());
    agency.waited(variant);
    publish();
    var meanwhile = seen(agency.find(variant));
    rest(variant);
    return cell(variant, platform, meanwhile);
  }

  private String process(MatrixRow row, Platform platform) throws Exception {
    try (var proxy = proxy(row, platform)) {
      var account = world.account(agency, platform, proxy.address());
      var variant = agency.approved(account, "On stage, whatever happens tonight", Instant.now());
      var dispatch = agency.dispatch(Instant.now());
      if (row == MatrixRow.KILLED_CLAIMED) {
        agency.act(session -> assertThat(session.claims().claim("gone", dispatch, 1)).hasSize(1));
        proxy.answerAll();
        return replaced(variant, platform, dispatch, true);
      }
      var log = new File(folder.toFile(), "log");
      var child = SandboxSender.start(dispatch, agency.environment(), log);
      try {
        reach(row, platform, proxy, child);
        return switch (row) {
          case STOPPED_BEFORE, STOPPED_SENDING -> stopped(row, variant, platform, proxy, child);
          case STOPPED_AFTER -> {
            signal("STOP", child);
            yield replaced(variant, platform, dispatch, false);
          }
          default -> {
            child.destroyForcibly().waitFor();
            proxy.answerAll();
            yield replaced(variant, platform, dispatch, true);
          }
        };
      } finally {
        child.destroyForcibly().waitFor();
      }
    }
  }

  /** Waits until the sender is where the row wants it. */
  private void reach(MatrixRow row, Platform platform, HoldingProxy proxy, Process child) {
    await().atMost(Duration.ofSeconds(40)).until(() -> proxy.holds() || !child.isAlive());
    if (row == MatrixRow.KILLED_AFTER || row == MatrixRow.STOPPED_AFTER) {
      proxy.letGo();
      await()
          .atMost(Duration.ofSeconds(40))
          .until(() -> !world.timeline(platform).isEmpty() || !child.isAlive());
    }
    assertThat(child.isAlive()).isTrue();
  }

  private HoldingProxy proxy(MatrixRow row, Platform platform) throws IOException {
    return row == MatrixRow.STOPPED_SENDING
        ? HoldingProxy.beforeRequest(world.address(), publishCall(platform))
        : HoldingProxy.before(world.address(), publishCall(platform));
  }

  private String stopped(
      MatrixRow row, VariantRow variant, Platform platform, HoldingProxy proxy, Process child)
      throws Exception {
    signal("STOP", child);
    var meanwhile = takenOver(variant);
    if (row == MatrixRow.STOPPED_BEFORE) {
      proxy.answerAll();
      signal("CONT", child);
      assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(world.timeline(platform)).isEmpty();
    } else {
      proxy.letGo();
      signal("CONT", child);
      await().atMost(Duration.ofSeconds(30)).until(() -> !world.timeline(platform).isEmpty());
    }
    rest(variant);
    return cell(variant, platform, meanwhile);
  }

  private String replaced(VariantRow variant, Platform platform, UUID dispatch, boolean dead)
      throws Exception {
    var meanwhile = takenOver(variant);
    if (dead) {
      agency.ended(dispatch);
    }
    rest(variant);
    return cell(variant, platform, meanwhile);
  }

  private String takenOver(VariantRow variant) throws Exception {
    await().until(() -> !orphans().isEmpty());
    publish();
    return seen(agency.find(variant));
  }

  /** Runs publishers, as planner and time would, until nothing more happens. */
  private void rest(VariantRow variant) throws Exception {
    for (int i = 0; i < RUNS && !OVER.contains(agency.state(variant)); i++) {
      agency.waited(variant);
      publish();
    }
  }

  private void publish() throws Exception {
    var dispatch = agency.dispatch(Instant.now());
    SandboxSender.run(dispatch, new Environment(agency.environment()), IMPATIENT);
    agency.ended(dispatch);
  }

  private String cell(VariantRow variant, Platform platform, String meanwhile) {
    var end = agency.find(variant);
    var count = world.timeline(platform).size();
    assertThat(count).as("%s", world.timeline(platform)).isLessThanOrEqualTo(1);
    var shown = seen(end);
    switch (end.state()) {
      case PUBLISHED -> assertThat(count).isEqualTo(1);
      case FAILED -> {
        assertThat(count).isZero();
        assertThat(shown).endsWith(".");
      }
      case UNKNOWN -> assertThat(shown).endsWith(".");
      default -> throw new AssertionError("It rests as %s: %s".formatted(end.state(), shown));
    }
    var told = end.state() == VariantState.PUBLISHED ? meanwhile : shown;
    return "%s, %s%s"
        .formatted(
            end.state().wireName(),
            count == 1 ? "out once" : "not out",
            told.isEmpty() ? "" : " (%s)".formatted(told));
  }

  /** The sentence that stands beside it, without what differs from run to run. */
  private static String seen(VariantRow variant) {
    var sentence =
        switch (variant.state()) {
          case FAILED, UNKNOWN -> variant.failureReason();
          case APPROVED, QUEUED -> variant.scheduleReason();
          default -> null;
        };
    return Optional.ofNullable(sentence)
        .map(text -> text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "…"))
        .map(text -> text.replaceAll("\\d{5,}", "…").replace("|", "/"))
        .orElse("");
  }

  private static String publishCall(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> "LINKEDIN_CREATE_LINKED_IN_POST";
      case X -> "TWITTER_CREATION_OF_A_POST";
      case MASTODON -> "POST /mastodon/api/v1/statuses";
    };
  }

  private List<?> orphans() {
    return database
        .tenants()
        .in(agency.id(), session -> session.claims().orphaned(SandboxSender.PACE.orphanedAfter()));
  }

  private static void signal(String name, Process process) throws Exception {
    var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
