package social.greenroom.store.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.Role;
import social.greenroom.core.access.SessionToken;
import social.greenroom.core.channel.PublishOutcome.Published;
import social.greenroom.core.network.RetryClass;
import social.greenroom.store.access.MembershipRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

class LookupIT {
  private TestDatabase database;
  private SeededTenant one;
  private SeededTenant two;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    one = database.seedTenant("one");
    two = database.seedTenant("two");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void anAddressIsOnePersonHoweverItIsWritten() {
    var users = database.lookup().users();
    var ada = users.create("Ada@Example.org", "Ada", "hash-1");
    assertThat(users.create(" ada@example.ORG ", "Another", "hash-2")).isEqualTo(ada);
    assertThat(users.byEmail("ADA@EXAMPLE.ORG")).contains(ada);
    assertThat(users.byEmail("nobody@example.org")).isEmpty();
    users.setPassword(ada.id(), "hash-3");
    assertThat(users.find(ada.id()).orElseThrow().passwordHash()).isEqualTo("hash-3");
    assertThat(ada.toString()).doesNotContain("hash-1");
  }

  @Test
  void aPersonMayBelongToSeveralTenants() {
    var ada = database.lookup().users().create("ada@example.org", "Ada", null).id();
    join(one, ada, Role.EDITOR);
    join(two, ada, Role.OWNER);
    assertThat(database.lookup().users().memberships(ada))
        .extracting(MembershipRow::tenantName, MembershipRow::role)
        .containsExactly(tuple("one", Role.EDITOR), tuple("two", Role.OWNER));
  }

  @Test
  void aSessionIsFoundByItsTokenAndEndsWithSigningOut() {
    var sessions = database.lookup().sessions();
    var token = SessionToken.random();
    sessions.create(token.hash(), one.id(), one.ownerId(), Duration.ofHours(1));
    var found = sessions.find(token.hash()).orElseThrow();
    assertThat(found.tenantName()).isEqualTo("one");
    assertThat(found.role()).isEqualTo(Role.TALENT);
    assertThat(found.talentId()).isEqualTo(one.talentId());
    sessions.seen(token.hash());
    assertThat(sessions.find(SessionToken.random().hash())).isEmpty();
    sessions.delete(token.hash());
    assertThat(sessions.find(token.hash())).isEmpty();
  }

  @Test
  void aSessionThatIsOverIsNotFoundAndIsRemoved() {
    var sessions = database.lookup().sessions();
    var token = SessionToken.random();
    sessions.create(token.hash(), one.id(), one.ownerId(), Duration.ofSeconds(-1));
    assertThat(sessions.find(token.hash())).isEmpty();
    assertThat(sessions.deleteExpired()).isEqualTo(1);
  }

  @Test
  void whoLeavesTheTenantIsSignedOutAndOwnsNothing() {
    var sessions = database.lookup().sessions();
    var token = SessionToken.random();
    sessions.create(token.hash(), one.id(), one.ownerId(), Duration.ofHours(1));
    database.tenants().run(one.id(), session -> session.members().remove(one.ownerId()));
    assertThat(sessions.find(token.hash())).isEmpty();
    var talent =
        database.tenants().in(one.id(), s -> s.talents().find(one.talentId())).orElseThrow();
    assertThat(talent.ownerUserId()).isNull();
  }

  @Test
  void tellsWhichTenantsHaveSomethingDue() {
    var due = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
    one.approve(one.waiting("later"), due.plusSeconds(600));
    one.approve(one.waiting("due"), due);
    two.waiting("waits");
    var left = due.minusSeconds(60);
    assertThat(database.lookup().dueSoon(due.minusSeconds(1), left)).isEmpty();
    assertThat(database.lookup().dueSoon(due.plusSeconds(1), left))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.tenantId()).isEqualTo(one.id());
              assertThat(found.count()).isEqualTo(1);
              assertThat(found.nextDueAt()).isEqualTo(due);
            });
    assertThat(database.lookup().nextDue(Instant.now())).contains(due);
  }

  @Test
  void whatEarlierLooksLeftHidesNothingThatIsDue() {
    var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var held = now.minusSeconds(3600);
    var left = now.minusSeconds(60);
    one.approve(one.waiting("held"), held);
    two.approve(two.waiting("held as well"), held);
    two.approve(two.waiting("due"), now.plusSeconds(2));
    assertThat(database.lookup().nextDue(now)).contains(now.plusSeconds(2));
    assertThat(database.lookup().dueSoon(now.plusSeconds(5), left))
        .containsExactly(
            new DueTenant(one.id(), held, 1, true),
            new DueTenant(two.id(), now.plusSeconds(2), 2, false));
  }

  @Test
  void tellsWhichTenantsHaveSomethingInDoubt() {
    var queued = two.queued(two.draft("orphan"), Instant.now().minusSeconds(1));
    assertThat(database.lookup().tenantsWithOpenDispatches()).containsExactly(two.id());
    var job = database.job(two.id()).tenants();
    var claim = job.in(two.id(), s -> s.claims().claim("w", queued.dispatchId(), 1)).get(0);
    assertThat(database.lookup().tenantsWithOrphans(Duration.ofMinutes(1))).isEmpty();
    assertThat(database.lookup().tenantsWithOrphans(Duration.ZERO)).containsExactly(two.id());
    job.in(two.id(), s -> s.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));
    var orphan = job.in(two.id(), s -> s.claims().orphaned(Duration.ZERO)).get(0);
    job.in(two.id(), s -> s.claims().settle(orphan, "rescuer"));
    assertThat(database.lookup().tenantsWithOrphans(Duration.ZERO)).isEmpty();
    assertThat(database.lookup().tenantsWithUnknown()).containsExactly(two.id());
  }

  @Test
  void countsWhatWaitsOverAllTenants() {
    var begin = Instant.now().minusSeconds(1);
    one.approve(one.waiting("due"), begin.minusSeconds(60));
    var queued = two.queued(two.draft("queued"), begin);
    var figures = database.lookup().figures();
    assertThat(figures.due()).isEqualTo(1);
    assertThat(figures.queued()).isEqualTo(1);
    assertThat(figures.oldestQueued()).isEqualTo(queued.publishAt());
    assertThat(figures.unknownOutcomes()).isZero();
    assertThat(database.lookup().publishedSince(begin)).isEmpty();
    database
        .tenants()
        .run(
            two.id(),
            session -> {
              var claim = session.claims().claim("w", queued.dispatchId(), 1).get(0);
              var attempt = session.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY);
              var yes = Finish.of(new Published("1", null), Instant.now());
              session.attempts().finish(claim, attempt.id(), yes);
            });
    assertThat(database.lookup().figures().queued()).isZero();
    assertThat(database.lookup().publishedSince(begin))
        .singleElement()
        .satisfies(post -> assertThat(post.lateness()).isPositive());
  }

  @Test
  void findsATenantByNameAndByNamespace() {
    assertThat(database.lookup().tenantByName("one").orElseThrow().id()).isEqualTo(one.id());
    assertThat(database.lookup().tenantByNamespace("two").orElseThrow().id()).isEqualTo(two.id());
    assertThat(database.lookup().tenants())
        .extracting(TenantRef::name)
        .containsExactly("one", "two");
  }

  private void join(SeededTenant tenant, UUID user, Role role) {
    database.tenants().run(tenant.id(), session -> session.members().put(user, role, null));
  }
}
