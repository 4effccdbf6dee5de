package social.greenroom.store.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.Role;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.store.approval.ApprovalRow;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** What an account says within some days is known again. */
class RepeatIT {
  private static final Instant SOON = Instant.now().plusSeconds(3600);
  private static final Duration WEEK = Duration.ofDays(7);
  private TestDatabase database;
  private SeededTenant tenant;

  @BeforeEach
  void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("repeats");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theSameAroundThatTimeIsFoundHoweverItIsWritten() {
    var first = tenant.approve(tenant.waiting("Spring tour!"), SOON);
    var again = tenant.waiting("spring  TOUR");
    assertThat(around(again, SOON.plus(Duration.ofDays(2))))
        .hasValueSatisfying(
            repeat -> {
              assertThat(repeat.variantId()).isEqualTo(first.id());
              assertThat(repeat.sentence(ZoneOffset.UTC))
                  .startsWith("The same text goes out on this account on");
            });
    assertThat(around(again, SOON.plus(Duration.ofDays(8)))).isEmpty();
    assertThat(around(tenant.waiting("Autumn tour"), SOON)).isEmpty();
  }

  @Test
  void howLongItCountsIsARule() {
    tenant.approve(tenant.waiting("Spring tour"), SOON);
    var again = tenant.waiting("Spring tour");
    assertThat(around(again, SOON.plus(Duration.ofDays(8)), Duration.ofDays(9))).isPresent();
    assertThat(around(again, SOON.plus(Duration.ofDays(2)), Duration.ofDays(1))).isEmpty();
    assertThat(around(again, SOON.plusSeconds(60), Duration.ZERO)).isEmpty();
  }

  @Test
  void anotherAccountMaySayTheSame() {
    tenant.approve(tenant.waiting("Spring tour"), SOON);
    var other = tenant.addAccount("other");
    assertThat(around(tenant.submit(tenant.draft(other, "remote-other", "Spring tour")), SOON))
        .isEmpty();
  }

  @Test
  void beforeASendOnlyWhatWentOutCounts() {
    tenant.approve(tenant.waiting("Planned"), SOON);
    var again = tenant.waiting("Planned");
    Map<UUID, Repeat> found = before(again, WEEK);
    assertThat(found).isEmpty();
  }

  @Test
  void beforeASendEachAccountsOwnRuleCounts() {
    var sent = tenant.queued(tenant.draft("Spring tour"), Instant.now());
    database
        .tenants()
        .run(tenant.id(), session -> session.claims().claim("worker", sent.dispatchId(), 1));
    var again = tenant.waiting("Spring tour");
    assertThat(before(again, WEEK)).containsOnlyKeys(again.id());
    assertThat(before(again, WEEK).get(again.id()).variantId()).isEqualTo(sent.id());
    assertThat(before(again, Duration.ofSeconds(1))).isEmpty();
    assertThat(before(again, Duration.ZERO)).isEmpty();
  }

  private Map<UUID, Repeat> before(VariantRow variant, Duration window) {
    var windows = Map.of(variant.accountId(), window);
    return database
        .tenants()
        .in(tenant.id(), s -> s.repeats().before(List.of(variant), SOON.plusSeconds(60), windows));
  }

  @Test
  void theOwnersConfirmationIsKeptWithTheYesAndNobodyElseCanGiveIt() {
    var variant = tenant.waiting("Again");
    approve(variant, tenant.ownerId(), null);
    assertThat(live(variant).orElseThrow().repeatConfirmed()).isTrue();

    var operator = database.lookup().users().create("op@repeats.example", "Op", null).id();
    var standing =
        database
            .tenants()
            .in(
                tenant.id(),
                session -> {
                  session.members().put(operator, Role.EDITOR, null);
                  return session
                      .standingApprovals()
                      .allowOperator(tenant.talentId(), tenant.ownerId(), operator)
                      .id();
                });
    var other = tenant.waiting("By an operator");
    assertThatThrownBy(() -> approve(other, operator, standing))
        .hasMessageContaining("approval_repeat_by_owner");
  }

  private void approve(VariantRow variant, UUID user, UUID standing) {
    database
        .tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .approvals()
                    .approve(
                        new NewApproval(
                            variant.id(),
                            variant.contentHash(),
                            user,
                            "Somebody",
                            standing,
                            SOON,
                            null,
                            ApprovalWindow.ANY,
                            true)));
  }

  private Optional<ApprovalRow> live(VariantRow variant) {
    return database.tenants().in(tenant.id(), session -> session.approvals().live(variant.id()));
  }

  private Optional<Repeat> around(VariantRow variant, Instant at) {
    return around(variant, at, WEEK);
  }

  private Optional<Repeat> around(VariantRow variant, Instant at, Duration window) {
    return database
        .tenants()
        .in(tenant.id(), session -> session.repeats().around(variant, at, window));
  }
}
