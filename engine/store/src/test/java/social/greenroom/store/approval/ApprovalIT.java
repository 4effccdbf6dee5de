package social.greenroom.store.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import social.greenroom.core.access.Role;
import social.greenroom.core.id.Ids;
import social.greenroom.core.post.ApprovalBasis;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.Rule;
import social.greenroom.store.database.RuleViolationException;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;

/** Nothing on stage without the talent's nod: tried from the programs' role and from a Job's. */
class ApprovalIT {
  private static final String APPROVAL = Rule.APPROVAL.sqlState();
  private static final String TRANSITION = Rule.TRANSITION.sqlState();
  private static final Instant SOON =
      Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

  private static TestDatabase database;
  private static SeededTenant tenant;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    tenant = database.seedTenant("approvals");
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void theOwnersYesApprovesExactlyThisContent() {
    var approved = tenant.approve(tenant.waiting("yes"), SOON);
    assertThat(approved.state()).isEqualTo(VariantState.APPROVED);
    assertThat(approved.publishAt()).isEqualTo(SOON);
    assertThat(approved.decidedBy()).isEqualTo("Owner of approvals");
    var approval = live(approved.id()).orElseThrow().approval();
    assertThat(approval.contentHash()).isEqualTo(approved.contentHash());
    assertThat(approval.basis()).isEqualTo(ApprovalBasis.OWNER);
    assertThat(approval.refusal(approved.content(), SOON)).isEmpty();
  }

  @Test
  void nothingIsApprovedQueuedOrPublishedWithoutAnApproval() throws SQLException {
    var waiting = tenant.waiting("no approval");
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var state : List.of("queued", "publishing", "published")) {
        assertThat(app.refusal(move(state), waiting.id())).as(state).isEqualTo(TRANSITION);
        assertThat(job.refusal(move(state), waiting.id())).as(state).isEqualTo(TRANSITION);
      }
      assertThat(
              app.refusal(
                  "update greenroom.variant set state = 'approved', publish_at = now() where id = ?",
                  waiting.id()))
          .isEqualTo(APPROVAL);
      assertThat(job.refusal(move("approved"), waiting.id())).isEqualTo(TRANSITION);
      assertThat(job.refusal(move("rejected"), waiting.id())).isEqualTo(TRANSITION);
    }
  }

  @Test
  void aVariantBeginsAsADraft() throws SQLException {
    var draft = tenant.draft("begin");
    var other = tenant.addAccount("begin");
    try (var app = database.asApp(tenant.id())) {
      for (var state : List.of("approved", "published", "awaiting_approval")) {
        assertThat(
                app.refusal(
                    """
                    insert into greenroom.variant
                      (tenant_id, id, post_id, account_id, talent_id, state, payload, content_hash, changed_by)
                    values (?, ?, ?, ?, ?, ?, '{}', repeat('0', 64), 'x')
                    """,
                    tenant.id(),
                    Ids.next(),
                    draft.postId(),
                    other,
                    tenant.talentId(),
                    state))
            .isEqualTo(TRANSITION);
      }
    }
  }

  @Test
  void nobodyButTheOwnerApproves() {
    var waiting = tenant.waiting("not the owner");
    var editor = member("editor@approvals.example", Role.EDITOR);
    refused(Rule.CONSENT, () -> approve(waiting, editor, null));
    refused(Rule.CONSENT, () -> approve(waiting, Ids.next(), null));
    var stranger = database.seedTenant("stranger");
    refused(Rule.CONSENT, () -> approve(waiting, stranger.ownerId(), null));
    assertThat(find(waiting.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void anOperatorApprovesOnlyWhileTheOwnerLetsThem() {
    var operator = member("operator@approvals.example", Role.ADMIN);
    refused(
        Rule.CONSENT,
        () ->
            database
                .tenants()
                .in(
                    tenant.id(),
                    session ->
                        session
                            .standingApprovals()
                            .allowOperator(tenant.talentId(), operator, operator)));
    var standing =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .standingApprovals()
                        .allowOperator(tenant.talentId(), tenant.ownerId(), operator));
    assertThat(standing.consent().letsApprove(operator)).isTrue();
    var other = member("other@approvals.example", Role.ADMIN);
    var waiting = tenant.waiting("override");
    refused(Rule.CONSENT, () -> approve(waiting, other, standing.id()));
    approve(waiting, operator, standing.id());
    assertThat(live(waiting.id()).orElseThrow().basis()).isEqualTo(ApprovalBasis.OPERATOR_OVERRIDE);

    database
        .tenants()
        .run(tenant.id(), session -> session.standingApprovals().revoke(standing.id()));
    var later = tenant.waiting("after revoking");
    refused(Rule.CONSENT, () -> approve(later, operator, standing.id()));
  }

  @Test
  void autoApprovalIsOfItsSourceAlone() {
    var mail =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .standingApprovals()
                        .allowSource(tenant.talentId(), tenant.ownerId(), Origin.MAIL));
    var fromPortal = tenant.waiting("auto");
    refused(Rule.CONSENT, () -> approve(fromPortal, tenant.ownerId(), mail.id()));
    var portal =
        database
            .tenants()
            .in(
                tenant.id(),
                session ->
                    session
                        .standingApprovals()
                        .allowSource(tenant.talentId(), tenant.ownerId(), Origin.PORTAL));
    approve(fromPortal, tenant.ownerId(), portal.id());
    assertThat(live(fromPortal.id()).orElseThrow().basis()).isEqualTo(ApprovalBasis.AUTO_SOURCE);
  }

  @Test
  void aJobCantWriteAnApproval() throws SQLException {
    var waiting = tenant.waiting("job approves");
    try (var job = database.asJob(tenant.id())) {
      assertThat(job.refusal(INSERT, values(waiting, waiting.contentHash(), tenant.remoteId())))
          .isEqualTo("42501");
      assertThat(job.refusal("update greenroom.approval set voided_at = null")).isEqualTo("42501");
    }
  }

  @Test
  void anApprovalOfOtherContentOrAnotherAccountIsRefused() throws SQLException {
    var waiting = tenant.waiting("other content");
    var draft = tenant.draft("still a draft");
    try (var app = database.asApp(tenant.id())) {
      assertThat(app.refusal(INSERT, values(waiting, "0".repeat(64), tenant.remoteId())))
          .isEqualTo(APPROVAL);
      assertThat(app.refusal(INSERT, values(waiting, waiting.contentHash(), "someone-else")))
          .isEqualTo(APPROVAL);
      assertThat(app.refusal(INSERT, values(draft, draft.contentHash(), tenant.remoteId())))
          .isEqualTo(TRANSITION);
    }
  }

  @Test
  void aPayloadForAnotherAccountIsNeverApproved() {
    var wrong = tenant.submit(tenant.draft(tenant.addAccount("wrong"), "not-its-id", "wrong"));
    refused(Rule.APPROVAL, () -> tenant.approve(wrong, SOON));
  }

  @Test
  void whatWasChangedSinceItWasShownIsStale() {
    var shown = tenant.waiting("shown");
    edit(shown, "changed");
    var change = approve(shown, tenant.ownerId(), null);
    assertThat(change).isInstanceOf(VariantChange.Stale.class);
    assertThat(find(shown.id()).state()).isEqualTo(VariantState.AWAITING_APPROVAL);
  }

  @Test
  void anEditVoidsTheApprovalAndAsksAgain() {
    var approved = tenant.approve(tenant.waiting("before"), SOON);
    var edited = edit(approved, "after").current().orElseThrow();
    assertThat(edited.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(edited.contentHash()).isNotEqualTo(approved.contentHash());
    assertThat(live(edited.id())).isEmpty();
    assertThat(history(edited.id()).get(0).voidReason())
        .isEqualTo("The content was changed after the approval.");
  }

  @Test
  void whyATimeVoidsAnApprovalIsKept() {
    var window = new ApprovalWindow(null, SOON);
    var moved = tenant.approve(tenant.waiting("moved"), SOON, window);
    var missed = tenant.approve(tenant.waiting("missed"), SOON, window);
    database
        .tenants()
        .run(
            tenant.id(),
            session -> {
              var later = SOON.plusSeconds(60);
              session.desk().schedule(moved.id(), moved.version(), later, "Moved by Ada.", "Ada");
              session
                  .missed()
                  .ask(missed.id(), "It was due on Monday, while nothing could be sent.");
            });
    assertThat(history(moved.id()).get(0).voidReason())
        .isEqualTo("The time was moved out of the window that was approved.");
    assertThat(history(missed.id()).get(0).voidReason())
        .isEqualTo("It was due on Monday, while nothing could be sent.");
  }

  @Test
  void anEditThatKeepsTheApprovedStateIsRefused() throws SQLException {
    var approved = tenant.approve(tenant.waiting("sneaky"), SOON);
    var other = tenant.payload("sneaked");
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      assertThat(
              app.refusal(
                  "update greenroom.variant set payload = ? where id = ?", other, approved.id()))
          .isEqualTo(APPROVAL);
      assertThat(
              app.refusal(
                  "update greenroom.variant set payload = ?, state = 'queued' where id = ?",
                  other,
                  approved.id()))
          .isEqualTo(APPROVAL);
      assertThat(
              job.refusal(
                  "update greenroom.variant set payload = ? where id = ?", other, approved.id()))
          .isEqualTo(Rule.IMMUTABLE.sqlState());
    }
    assertThat(find(approved.id()).payload()).isEqualTo(approved.payload());
  }

  @Test
  void theHashIsTheDatabasesOwn() throws SQLException {
    var draft = tenant.draft("hash");
    try (var app = database.asApp(tenant.id())) {
      app.update(
          "update greenroom.variant set content_hash = repeat('a', 64) where id = ?", draft.id());
    }
    assertThat(find(draft.id()).contentHash()).isEqualTo(draft.contentHash());
  }

  @Test
  void movingInsideTheWindowKeepsTheApproval() {
    var window = new ApprovalWindow(SOON, SOON.plusSeconds(600));
    var approved = tenant.approve(tenant.waiting("move in"), SOON, window);
    var moved = schedule(approved, SOON.plusSeconds(300)).current().orElseThrow();
    assertThat(moved.state()).isEqualTo(VariantState.APPROVED);
    assertThat(moved.publishAt()).isEqualTo(SOON.plusSeconds(300));
    assertThat(moved.window()).isEqualTo(window);
    assertThat(live(moved.id())).isPresent();
  }

  @Test
  void movingOutOfTheWindowVoidsIt() throws SQLException {
    var window = new ApprovalWindow(SOON, SOON.plusSeconds(600));
    var approved = tenant.approve(tenant.waiting("move out"), SOON, window);
    try (var app = database.asApp(tenant.id());
        var job = database.asJob(tenant.id())) {
      for (var connection : List.of(app, job)) {
        assertThat(
                connection.refusal(
                    "update greenroom.variant set publish_at = publish_at + interval '1 day' where id = ?",
                    approved.id()))
            .isEqualTo(APPROVAL);
      }
    }
    var moved = schedule(approved, SOON.plusSeconds(601)).current().orElseThrow();
    assertThat(moved.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(live(moved.id())).isEmpty();
    assertThat(moved.windowUntil()).isNull();
  }

  @Test
  void anApprovalForATimeOutsideItsOwnWindowIsRefused() {
    var waiting = tenant.waiting("window");
    refused(
        Rule.APPROVAL,
        () -> tenant.approve(waiting, SOON.minusSeconds(1), new ApprovalWindow(SOON, null)));
    refused(
        Rule.APPROVAL,
        () -> tenant.approve(waiting, SOON.plusSeconds(1), new ApprovalWindow(null, SOON)));
  }

  @Test
  void aQueuedPostThatIsMovedGoesBackFirst() {
    var queued = tenant.queued(tenant.draft("queued"), Instant.now().plusSeconds(60));
    var moved = schedule(queued, SOON).current().orElseThrow();
    assertThat(moved.state()).isEqualTo(VariantState.APPROVED);
    assertThat(edit(queued, "queued edit")).isInstanceOf(VariantChange.Stale.class);
  }

  @Test
  void anApprovalIsNeverRewritten() throws SQLException {
    var approved = tenant.approve(tenant.waiting("rewrite"), SOON);
    try (var app = database.asApp(tenant.id())) {
      assertThat(app.refusal("update greenroom.approval set content_hash = repeat('b', 64)"))
          .isEqualTo("42501");
      assertThat(app.refusal("delete from greenroom.approval")).isEqualTo("42501");
      app.update(
          "update greenroom.approval set voided_at = now(), void_reason = 'x' where variant_id = ?",
          approved.id());
      assertThat(
              app.refusal(
                  "update greenroom.approval set voided_at = null, void_reason = null where variant_id = ?",
                  approved.id()))
          .isEqualTo(Rule.IMMUTABLE.sqlState());
      assertThat(app.refusal(move("queued"), approved.id())).isEqualTo(APPROVAL);
    }
  }

  @Test
  void aCancellationVoidsTheApproval() {
    var approved = tenant.approve(tenant.waiting("cancel"), SOON);
    var change =
        database
            .tenants()
            .in(
                tenant.id(),
                session -> session.desk().cancel(approved.id(), "Changed my mind.", "Ada"));
    assertThat(change.current().orElseThrow().state()).isEqualTo(VariantState.CANCELLED);
    assertThat(live(approved.id())).isEmpty();
  }

  @Test
  void anApprovalThatIsTakenBackIsVoid() {
    var queued = tenant.queued(tenant.draft("take back"), Instant.now().plusSeconds(60));
    var waiting = takeBack(queued, queued.version()).current().orElseThrow();
    assertThat(waiting.state()).isEqualTo(VariantState.AWAITING_APPROVAL);
    assertThat(waiting.publishAt()).isEqualTo(queued.publishAt());
    assertThat(waiting.decidedBy()).isNull();
    assertThat(live(queued.id())).isEmpty();
    assertThat(history(queued.id()).get(0).voidReason()).isEqualTo("Ada took the approval back.");
    assertThat(takeBack(waiting, waiting.version())).isInstanceOf(VariantChange.NotNow.class);
  }

  @Test
  void theApprovalOfAnotherVersionIsNotTakenBack() {
    var approved = tenant.approve(tenant.waiting("stale"), SOON);
    assertThat(takeBack(approved, approved.version() - 1)).isInstanceOf(VariantChange.Stale.class);
    assertThat(live(approved.id())).isPresent();
  }

  private static final String INSERT =
      """
      insert into greenroom.approval
        (tenant_id, id, variant_id, account_id, content_hash, account_remote_id, user_id, approved_by, basis)
      values (?, ?, ?, ?, ?, ?, ?, 'x', 'owner')
      """;

  private static Object[] values(VariantRow variant, String hash, String remoteId) {
    return new Object[] {
      tenant.id(), Ids.next(), variant.id(), variant.accountId(), hash, remoteId, tenant.ownerId()
    };
  }

  private static String move(String state) {
    return "update greenroom.variant set state = '%s' where id = ?".formatted(state);
  }

  private static void refused(Rule rule, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RuleViolationException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  private static VariantChange approve(VariantRow variant, UUID user, @Nullable UUID standing) {
    return database
        .tenants()
        .in(
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
                            ApprovalWindow.ANY)));
  }

  private static VariantChange edit(VariantRow variant, String text) {
    return database
        .tenants()
        .in(
            tenant.id(),
            session ->
                session.desk().edit(variant.id(), variant.version(), tenant.payload(text), "Ada"));
  }

  private static VariantChange takeBack(VariantRow variant, int version) {
    return database
        .tenants()
        .in(tenant.id(), session -> session.approvals().takeBack(variant.id(), version, "Ada"));
  }

  private static VariantChange schedule(VariantRow variant, Instant at) {
    return database
        .tenants()
        .in(
            tenant.id(),
            session -> session.desk().schedule(variant.id(), variant.version(), at, null, "Ada"));
  }

  private static UUID member(String email, Role role) {
    var user = database.lookup().users().create(email, email, null).id();
    database.tenants().run(tenant.id(), session -> session.members().put(user, role, null));
    return user;
  }

  private static VariantRow find(UUID id) {
    return database.tenants().in(tenant.id(), session -> session.variants().find(id)).orElseThrow();
  }

  private static Optional<ApprovalRow> live(UUID variantId) {
    return database.tenants().in(tenant.id(), session -> session.approvals().live(variantId));
  }

  private static List<ApprovalRow> history(UUID variantId) {
    return database.tenants().in(tenant.id(), session -> session.approvals().history(variantId));
  }
}
