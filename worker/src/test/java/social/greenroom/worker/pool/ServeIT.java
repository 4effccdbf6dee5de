package social.greenroom.worker.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.media.store.FileMediaStore;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.SenderRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.publish.PublishSettings;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FakeNetwork;

/** The pool against a real database, with a network that misbehaves on demand. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeIT {
  private static final PublishSettings FAST =
      new PublishSettings(
          4,
          Duration.ofMinutes(2),
          Duration.ofMillis(200),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          0.01);
  private static final PoolSettings PACE =
      new PoolSettings(8, 4, Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(200));

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private TestDatabase database;
  private Agency one;
  private Agency two;
  private Thread serving;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    one = new Agency(database, "one", folder);
    two = new Agency(database, "two", folder);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (serving != null) {
      serving.interrupt();
      serving.join();
    }
    database.close();
  }

  @Test
  void postsOfEveryTenantGoOutOnceAndUnderTheSendersName() {
    serve(Optional.empty());
    var mine = queued(one, "mine", "Mine", Instant.now());
    var theirs = queued(two, "theirs", "Theirs", Instant.now());

    awaitState(one, mine, VariantState.PUBLISHED);
    awaitState(two, theirs, VariantState.PUBLISHED);

    assertThat(network.posts()).extracting("text").containsExactlyInAnyOrder("Mine", "Theirs");
    var attempt = one.attempts(mine).get(0);
    assertThat(attempt.worker()).isEqualTo(sender().name());
    assertThat(attempt.dispatchId()).isNull();
  }

  @Test
  void aThreadThatBrokeInTheMiddleGoesOnAfterItsLastPostThatIsOut() {
    network.nextToFollow(
        command -> {
          network.accept(command);
          return new PublishOutcome.Unknown("The connection was lost.");
        });
    network.nextToFollow(command -> new PublishOutcome.NotSent("The network is away."));
    var account = account(one, "toots");
    var draft = one.draft(account, thread(account, "One", "Two", "Three", "Four"));
    var variant = one.tenant().approve(one.tenant().submit(draft), Instant.now());
    one.act(session -> session.planning().queueForPool(Instant.now(), 100));

    serve(Optional.empty());

    await().atMost(Duration.ofSeconds(40)).until(() -> network.posts().size() == 4);
    assertThat(network.posts()).extracting("text").containsExactly("One", "Two", "Three", "Four");
    await().until(() -> one.followUps(variant).stream().allMatch(row -> row.doneAt() != null));
    assertThat(network.calls()).as("calls to publish").hasSize(1);
  }

  private static Payload thread(AccountRow account, String first, String... after) {
    return new Payload(
        account.platform(),
        String.valueOf(account.remoteId()),
        first,
        List.of(after),
        null,
        null,
        List.of(),
        new TreeMap<>());
  }

  @Test
  void aPostOfLaterDoesntGoOutBeforeItsTime() {
    serve(Optional.empty());
    var at = Instant.now().plusMillis(1500);
    var post = queued(one, "toots", "On the dot", at);

    awaitState(one, post, VariantState.PUBLISHED);

    assertThat(network.posts().get(0).at()).isAfterOrEqualTo(at.minusMillis(5));
  }

  @Test
  void manyPostsOfOneTenantDontHoldUpAnothersOne() throws Exception {
    var begun = new CountDownLatch(PACE.perTenant());
    var goOn = new CountDownLatch(1);
    for (int i = 0; i < 12; i++) {
      network.waits(begun, goOn);
      queued(one, "many" + i, "Post " + i, Instant.now());
    }
    serve(Optional.empty());
    begun.await();

    // The first tenant has all the flights it may have, and none of them lands.
    var small = queued(two, "small", "The one", Instant.now());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> network.calls().stream().anyMatch(call -> text(call).equals("The one")));
    assertThat(network.posts()).isEmpty();

    goOn.countDown();
    awaitState(two, small, VariantState.PUBLISHED);
    await().atMost(Duration.ofSeconds(20)).until(() -> network.posts().size() == 13);
    assertThat(network.posts()).extracting("text").doesNotHaveDuplicates();
  }

  @Test
  void toldToEndItFinishesWhatIsOnItsWayAndTakesNothingMore() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    network.waits(begun, goOn);
    var post = queued(one, "toots", "On its way", Instant.now());
    serve(Optional.empty());
    begun.await();
    serving.interrupt();
    await().atMost(Duration.ofSeconds(20)).until(() -> sender().leavingAt() != null);
    var late = queued(one, "late", "Too late", Instant.now());

    goOn.countDown();
    serving.join();

    assertThat(one.state(post)).isEqualTo(VariantState.PUBLISHED);
    assertThat(one.state(late)).isEqualTo(VariantState.QUEUED);
  }

  @Test
  void whatADeadSenderLeftIsFoundOnTheTimelineOrSentAgainAtOnce() {
    var account = account(one, "toots");
    var unheard = queued(one, account, "Accepted, unheard", Instant.now());
    var unsent = queued(one, account(one, "other", Platform.X), "Never sent", Instant.now());
    var dead = database.open(database.poolConfig()).senders().register("process/1/1");
    one.act(
        session -> {
          for (var claim : session.claims().claim(dead.name(), null, 2)) {
            session.attempts().begin(claim, "key-" + claim.variantId(), RetryClass.RECONCILE_ONLY);
          }
        });
    network.accept(new PublishCommand(null, unheard.content(), "key-" + unheard.id()));
    database.app().senders().ended(dead);

    serve(Optional.empty());

    awaitState(one, unheard, VariantState.PUBLISHED);
    await().atMost(Duration.ofSeconds(20)).until(() -> one.state(unsent) == VariantState.APPROVED);
    assertThat(network.calls()).isEmpty();
  }

  @Test
  void whatASilentSenderMayStillSendIsntSentAgain() throws Exception {
    var post = queued(one, account(one, "other", Platform.X), "May come yet", Instant.now());
    var silent = database.open(database.poolConfig()).senders().register("process/1/1");
    one.act(
        session -> {
          for (var claim : session.claims().claim(silent.name(), null, 1)) {
            session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY);
          }
        });
    serve(
        Optional.empty(),
        new PublishSettings(
            4,
            Duration.ofMinutes(2),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofSeconds(10),
            0.001));

    awaitState(one, post, VariantState.UNKNOWN);
    await().atMost(Duration.ofSeconds(20)).until(() -> leftToAPerson(post));
    assertThat(one.state(post)).isEqualTo(VariantState.UNKNOWN);
    assertThat(network.calls()).isEmpty();

    database.app().senders().ended(silent);
    await().atMost(Duration.ofSeconds(20)).until(() -> one.state(post) == VariantState.APPROVED);
  }

  @Test
  void oneThatCountsAsEndedTakesNothingMore() throws Exception {
    serve(Optional.empty());
    await().until(() -> !database.app().senders().open().isEmpty());
    database.app().senders().ended(sender());
    serving.join();
    var post = queued(one, "toots", "Nobody takes it", Instant.now());
    assertThat(one.state(post)).isEqualTo(VariantState.QUEUED);
  }

  @Test
  void probesTellWhetherItWorks() throws Exception {
    // Bound and not listened on: the pool may have it, and nobody else gets it meanwhile.
    try (var held = SocketChannel.open()) {
      held.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      held.bind(new InetSocketAddress(0));
      var port = held.socket().getLocalPort();
      serve(Optional.of(port));
      await()
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(() -> ask(port, "/q/health/ready") == 200);
      assertThat(ask(port, "/q/health/started")).isEqualTo(200);
      assertThat(ask(port, "/q/health/live")).isEqualTo(200);
      assertThat(ask(port, "/q/metrics")).isEqualTo(200);
    }
  }

  private static int ask(int port, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request, BodyHandlers.discarding())
        .statusCode();
  }

  private void serve(Optional<Integer> port) {
    serve(port, FAST);
  }

  private void serve(Optional<Integer> port, PublishSettings publishing) {
    var environment = new HashMap<String, String>();
    environment.put("GREENROOM_DB_URL", database.jdbcUrl());
    environment.put("GREENROOM_DB_POOL_PASSWORD", String.valueOf(database.passwords().pool()));
    environment.put("GREENROOM_KEY_FILE", folder.resolve("deployment.key").toString());
    port.ifPresent(number -> environment.put("GREENROOM_HEALTH_PORT", number.toString()));
    serving =
        new Thread(
            () -> {
              try {
                Serve.run(
                    new Environment(environment),
                    new FileMediaStore(folder.resolve("media")),
                    clock -> network,
                    PACE,
                    publishing);
              } catch (Exception e) {
                Thread.currentThread().interrupt();
              }
            });
    serving.start();
  }

  private SenderRow sender() {
    var open = database.app().senders().open();
    return open.get(open.size() - 1);
  }

  private static String text(PublishCommand command) {
    return command.payload().text();
  }

  private AccountRow account(Agency agency, String name) {
    return account(agency, name, Platform.MASTODON);
  }

  private AccountRow account(Agency agency, String name, Platform platform) {
    return agency.account(platform, name, "https://network.example", "secret-" + name);
  }

  private VariantRow queued(Agency agency, String name, String text, Instant at) {
    return queued(agency, account(agency, name), text, at);
  }

  /** What the planner does for the pool. */
  private VariantRow queued(Agency agency, AccountRow account, String text, Instant at) {
    var variant = agency.approved(account, text, at);
    agency.act(session -> session.planning().queueForPool(at, 100));
    return variant;
  }

  private boolean leftToAPerson(VariantRow variant) throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select 1 from greenroom.audit where act = 'variant.unsettled' and subject_id = '%s'"
                    .formatted(variant.id()))) {
      return rows.next();
    }
  }

  private static void awaitState(Agency agency, VariantRow variant, VariantState state) {
    await().atMost(Duration.ofSeconds(20)).until(() -> agency.state(variant) == state);
  }
}
