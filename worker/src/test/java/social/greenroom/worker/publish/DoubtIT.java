package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.job.Environment;
import social.greenroom.worker.testing.Agency;
import social.greenroom.worker.testing.FakeNetwork;

/** How what may have gone out is settled, with a real database and the account's other posts. */
class DoubtIT {
  private static final PublishSettings FAST =
      new PublishSettings(
          4,
          Duration.ofMinutes(2),
          Duration.ofMillis(200),
          Duration.ofMillis(900),
          Duration.ofSeconds(10),
          0.01);

  private static TestDatabase database;

  @TempDir Path folder;
  private final FakeNetwork network = new FakeNetwork();
  private Agency agency;
  private AccountRow account;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void setUp(TestInfo test) {
    agency =
        new Agency(database, "d" + Integer.toHexString(test.getDisplayName().hashCode()), folder);
    account = agency.account(Platform.X, "x", "https://network.example", "token");
  }

  @Test
  void anotherPostOfTheSameWordsDaysLaterIsNotTheOneInDoubt() throws Exception {
    var monday = approved("New episode");
    unread(this::lost);
    began(monday, Duration.ofDays(5));
    var friday = approved("New episode", "https://farm.example/b");
    publish(friday);
    assertThat(agency.state(friday)).isEqualTo(VariantState.PUBLISHED);

    settle(monday);

    assertThat(agency.state(monday)).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void whatMayBeTheOtherOfTwoInDoubtIsForAPersonToJudge() throws Exception {
    var first = approved("New episode: the lake");
    unread(network::acceptsAndDropsTheAnswer);
    var second = approved("New episode: the lake, and the wind");
    unread(this::lost);

    settle(first);

    assertThat(agency.state(first)).isEqualTo(VariantState.UNKNOWN);
    assertThat(attempt(first).candidates()).hasSize(1);
    assertThat(agency.state(second)).isEqualTo(VariantState.UNKNOWN);
  }

  @Test
  void onePostThatAPersonKnowsToBeThereMayBeTheOneThatWasFound() throws Exception {
    var first = approved("New episode: the lake, and the wind");
    unread(this::lost);
    agency.act(
        session ->
            session
                .settlements()
                .published(first.id(), agency.find(first).version(), null, null, "Ada"));
    var second = approved("New episode: the lake");
    unread(network::acceptsAndDropsTheAnswer);

    settle(second);

    assertThat(agency.state(second)).isEqualTo(VariantState.UNKNOWN);
    assertThat(attempt(second).candidates()).hasSize(1);
  }

  @Test
  void aDuplicateOfWhatNobodyKnewIsFoundAndNotCalledFailed() throws Exception {
    var variant = approved("Once only");
    lost();
    publish(variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    // It arrives after all, long before it is sent again.
    began(variant, Duration.ofHours(1));
    network.accept(network.calls().get(0), Instant.now().minus(Duration.ofMinutes(59)));
    network.answers(new PublishOutcome.Rejected("X refused it: duplicate content.", true));

    publish(variant);

    assertThat(agency.find(variant).failureReason()).isNull();
    assertThat(agency.state(variant)).isEqualTo(VariantState.PUBLISHED);
    assertThat(network.posts()).hasSize(1);
    assertThat(agency.attempts(variant))
        .extracting(AttemptRow::outcome)
        .containsExactly("unknown", "unknown");
  }

  @Test
  void aDuplicateOfSomethingElseIsRefused() throws Exception {
    var variant = approved("Said by hand");
    network.answers(new PublishOutcome.Rejected("X refused it: duplicate content.", true));
    publish(variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.FAILED);
  }

  @Test
  void onlyWhatWasSentAndNeverSeenCountsUntilAPersonDecides() throws Exception {
    var variant = approved("Swallowed");
    for (int i = 0; i < 3; i++) {
      network.answers(new PublishOutcome.NotSent("The network can't be reached."));
      publish(variant);
    }
    for (int i = 0; i < 3; i++) {
      lost();
      publish(variant);
      assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
    }
    lost();
    publish(variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.FAILED);
    assertThat(agency.find(variant).failureReason()).startsWith("It was sent 4 times");

    agency.act(
        session -> session.desk().retry(variant.id(), variant.contentHash(), Instant.now(), "Ada"));
    lost();
    publish(variant);
    assertThat(agency.state(variant)).isEqualTo(VariantState.APPROVED);
  }

  @Test
  void aPersonIsAskedOnceReadingHasFailedForLong() throws Exception {
    var variant = approved("Out of reach");
    unread(this::lost);
    assertThat(attempt(variant).askedAt()).isNull();

    began(variant, Duration.ofHours(1));
    network.failsToRead(100);
    settle();
    assertThat(attempt(variant).askedAt()).isNotNull();
  }

  @Test
  void aPersonIsAskedAboutAnAccountThatStaysUnreachable() throws Exception {
    var variant = approved("No key");
    unread(this::lost);
    agency.bind(account, "elsewhere.example");
    settle();
    assertThat(attempt(variant).askedAt()).isNull();

    began(variant, Duration.ofHours(1));
    settle();
    assertThat(attempt(variant).askedAt()).isNotNull();
    assertThat(agency.state(variant)).isEqualTo(VariantState.UNKNOWN);
  }

  @Test
  void aPersonIsAskedAboutAnAccountWhoseTokenCantBeOpened() throws Exception {
    var variant = approved("Another's key");
    unread(this::lost);
    began(variant, Duration.ofHours(1));
    var other = agency.account(Platform.X, "other", "https://network.example", "token");
    agency.act(
        session -> {
          var another = session.credentials().of(List.of(other.id())).get(0).secret();
          session.credentials().put(account.id(), another, null, null);
        });
    settle();
    assertThat(attempt(variant).askedAt()).isNotNull();
  }

  @Test
  void aPersonIsAskedWhereReadingBreaksOff() throws Exception {
    var variant = approved("Odd answer");
    unread(this::lost);
    began(variant, Duration.ofHours(1));
    network.breaksOffReading();
    settle();
    assertThat(attempt(variant).askedAt()).isNotNull();
  }

  private void lost() {
    network.losesTheCall();
  }

  private VariantRow approved(String text) {
    return approved(text, null);
  }

  private VariantRow approved(String text, String link) {
    var payload =
        new Payload(
            Platform.X,
            account.remoteId(),
            text,
            List.of(),
            null,
            link,
            List.of(),
            new TreeMap<>());
    return agency.approved(agency.draft(account, payload), Instant.now(), ApprovalWindow.ANY);
  }

  /** Sends what is due, and the account can't be read meanwhile. */
  private void unread(Runnable fault) throws Exception {
    fault.run();
    network.failsToRead(100);
    run();
    network.failsToRead(0);
  }

  private void publish(VariantRow variant) throws Exception {
    agency.waited(variant);
    run();
  }

  /** Settles one, as if it had been the only one in doubt to be looked at. */
  private void settle(VariantRow variant) throws Exception {
    agency.ended(attempt(variant).dispatchId());
    settle();
  }

  private void settle() throws Exception {
    run();
  }

  private void run() throws Exception {
    var dispatch = agency.dispatch(Instant.now().plus(Duration.ofMinutes(1)));
    PublishJob.run(dispatch, new Environment(agency.environment()), network, FAST);
  }

  private AttemptRow attempt(VariantRow variant) {
    var attempts = agency.attempts(variant);
    return attempts.get(attempts.size() - 1);
  }

  /** Its attempt began that long ago. */
  private void began(VariantRow variant, Duration ago) {
    database.forge(
        "update greenroom.attempt set started_at = now() - interval '%d s' where variant_id = '%s'"
            .formatted(ago.toSeconds(), variant.id()));
  }
}
