package social.greenroom.worker.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.VariantState;
import social.greenroom.media.probe.ImageFormat;
import social.greenroom.media.probe.Orientation;
import social.greenroom.media.probe.Probed;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.Database;
import social.greenroom.store.media.VariantMedia;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.worker.testing.Agency;

/** Storing drafts with the rights of a Job, while others change what they are for. */
class DraftWriterIT {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static TestDatabase database;

  @TempDir Path folder;
  private Agency agency;
  private AccountRow account;
  private RequestRow request;

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
    account = agency.account(Platform.MASTODON, "first", "https://network.example", "token");
    request = agency.request("Show the field");
  }

  @Test
  void draftsForTheAccounts() {
    write(draft(account));
    assertThat(variants())
        .extracting(VariantRow::state)
        .containsExactly(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void aRequestThatWasWithdrawnMeanwhileIsNotDrafted() {
    agency.act(session -> session.requests().advance(request.id(), Stage.FAILED, "Withdrawn."));
    write(draft(account));
    assertThat(variants()).isEmpty();
    assertThat(row().message()).isEqualTo("Withdrawn.");
  }

  @Test
  void aWithdrawalThatIsBeingWrittenIsWaitedFor() {
    var writing = new AtomicReference<CompletableFuture<Void>>();
    agency.act(
        session -> {
          session.requests().advance(request.id(), Stage.FAILED, "Withdrawn.");
          writing.set(CompletableFuture.runAsync(() -> write(draft(account))));
          await().until(DraftWriterIT::somebodyWaitsForALock);
        });
    writing.get().orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(variants()).isEmpty();
  }

  @Test
  void nothingIsDraftedForATalentThatIsBeingRemoved() {
    var writing = new AtomicReference<CompletableFuture<Void>>();
    agency.act(
        session -> {
          session.cancelling().all(request.talentId(), null, "Removed.");
          session.talents().remove(request.talentId());
          writing.set(CompletableFuture.runAsync(() -> write(draft(account))));
          await().until(DraftWriterIT::somebodyWaitsForALock);
        });
    writing.get().orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(variants()).isEmpty();
    assertThat(row().stage()).isEqualTo(Stage.FAILED);
  }

  @Test
  void nothingIsDraftedForAnAccountThatWasRemovedMeanwhile() {
    var other = agency.account(Platform.MASTODON, "other", "https://network.example", "token");
    agency.act(session -> session.accounts().remove(other.id()));
    write(draft(account), draft(other));
    assertThat(variants()).extracting(VariantRow::accountId).containsExactly(account.id());
  }

  @Test
  void aBlockedDraftKeepsItsPictures() {
    var sha256 = "a".repeat(64);
    var picture =
        new Picture(
            sha256, new Probed(ImageFormat.PNG, 10, 10, Orientation.UPRIGHT, 100), "The field");
    write(List.of(picture), draft(account).refusedBecause("Too loud."));
    var blocked = variants().get(0);
    assertThat(blocked.state()).isEqualTo(VariantState.BLOCKED);
    assertThat(blocked.blockedReason()).isEqualTo("Too loud.");
    var shown =
        database.tenants().in(agency.id(), session -> session.media().unrendered(request.id()));
    assertThat(shown).extracting(VariantMedia::sourceSha256).containsExactly(sha256);
    assertThat(row().stage()).isEqualTo(Stage.RENDERING);
  }

  @Test
  void theDraftsOfARequestFillTheTalentsDays() {
    agency.cap(1);
    var second = agency.account(Platform.MASTODON, "second", "https://network.example", "token");
    var third = agency.account(Platform.MASTODON, "third", "https://network.example", "token");
    write(draft(account).refusedBecause("Too loud."), draft(second), draft(third));
    assertThat(variants())
        .extracting(variant -> variant.publishAt().atZone(BERLIN).toLocalDate())
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void whatCanOnlyGoOutLaterThanTheRequestAllowsHasNoTimeAndSaysSo() {
    request = agency.request("Soon over", Instant.now().plusSeconds(1_800));
    agency.cap(0);
    write(draft(account));
    var variant = variants().get(0);
    assertThat(variant.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(variant.publishAt()).isNull();
    assertThat(variant.scheduleReason()).contains("scheduleHint.notAfter");
  }

  @Test
  void whatCameTooLateIsBlocked() {
    request = agency.request("Over", Instant.now().minusSeconds(60));
    write(draft(account));
    assertThat(variants().get(0).state()).isEqualTo(VariantState.BLOCKED);
    assertThat(variants().get(0).blockedReason()).contains("That has passed");
  }

  private void write(Drafted... drafts) {
    write(List.of(), drafts);
  }

  private void write(List<Picture> pictures, Drafted... drafts) {
    try (var job = Database.open(database.jobConfig(agency.id()))) {
      var tenants = job.tenants();
      tenants.run(
          tenants.own(),
          session -> {
            var talent = session.talents().find(request.talentId()).orElseThrow();
            new DraftWriter(session, request, talent, "test")
                .write("The field", List.of(drafts), pictures, Instant.now());
          });
    }
  }

  private static Drafted draft(AccountRow account) {
    return new Drafted(
        account, "Look, the field", List.of(), null, null, Map.of(), Optional.empty());
  }

  private List<VariantRow> variants() {
    return database
        .tenants()
        .in(agency.id(), session -> session.variants().ofRequest(request.id()));
  }

  private RequestRow row() {
    return database
        .tenants()
        .in(agency.id(), session -> session.requests().find(request.id()).orElseThrow());
  }

  private static boolean somebodyWaitsForALock() throws SQLException {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database()")) {
      return rows.next();
    }
  }
}
