package social.greenroom.benchmarks;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.standalone.data.Keys;
import social.greenroom.store.account.AccountHealth;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.lookup.TenantRef;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantFilter;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.talent.TalentRow;

/**
 * The database of a running Greenroom, as its programs see it: posts are written and approved here
 * as the page would have it done, without the page's own cost.
 */
final class BenchStore implements AutoCloseable {
  private static final int LATEST = 50;
  private static final Duration LONGEST_START = Duration.ofMinutes(10);

  private final Database app;
  private final TenantRef tenant;
  private final Map<String, AccountRow> accounts;
  private final Map<UUID, TalentRow> talents;

  private BenchStore(Database app, TenantRef tenant) {
    this.app = app;
    this.tenant = tenant;
    this.talents =
        app.tenants().in(tenant.id(), session -> session.talents().list()).stream()
            .collect(Collectors.toMap(TalentRow::id, Function.identity()));
    this.accounts =
        app.tenants().in(tenant.id(), session -> session.accounts().all()).stream()
            .collect(
                Collectors.toMap(
                    account -> key(account.platform().wireName(), account.handle()),
                    Function.identity()));
  }

  /** As {@link #open(Path, String)}, once the operator has taken up that many accounts. */
  static BenchStore open(Path data, String tenant, int accounts) throws Exception {
    var end = System.nanoTime() + LONGEST_START.toNanos();
    while (true) {
      var store = open(data, tenant);
      if (store.knows(accounts)) {
        return store;
      }
      store.close();
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The operator hasn't taken up all accounts.");
      }
      Thread.sleep(500);
    }
  }

  /** Opens the database of the Greenroom that keeps its data there. */
  static BenchStore open(Path data, String tenant) throws IOException {
    var keys = Keys.in(data.resolve("keys"));
    var port = Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).get(3).strip();
    var url = "jdbc:postgresql://127.0.0.1:%s/greenroom".formatted(port);
    try (var lookup =
        Database.open(DatabaseConfig.lookup(url, keys.password("greenroom_lookup"), 1))) {
      var found = lookup.lookup().tenantByName(tenant).orElseThrow();
      var app = Database.open(DatabaseConfig.app(url, keys.password("greenroom_app"), 4));
      return new BenchStore(app, found);
    }
  }

  /** Whether the operator has taken up that many accounts, each known at its network. */
  boolean knows(int expected) {
    return accounts.values().stream().filter(account -> account.remoteId() != null).count()
        >= expected;
  }

  /** Writes it and, if it is to be, approves it for now; all of it or nothing. */
  VariantRow write(PlannedPost planned) {
    return write(planned, Instant.now());
  }

  /** As {@link #write(PlannedPost)}, for that time. */
  VariantRow write(PlannedPost planned, Instant publishAt) {
    return app.tenants().in(tenant.id(), session -> write(session, planned, publishAt));
  }

  private VariantRow write(TenantSession session, PlannedPost planned, Instant publishAt) {
    var account = account(planned);
    var texts = planned.texts();
    var payload =
        new Payload(
            Platform.of(planned.network()),
            Objects.requireNonNull(account.remoteId()),
            texts.get(0),
            texts.subList(1, texts.size()),
            null,
            null,
            List.of(),
            new TreeMap<>());
    var post =
        session
            .posts()
            .put(
                new NewPost(
                    account.talentId(), null, Origin.PORTAL, planned.token(), texts.get(0)));
    var draft =
        session
            .variants()
            .draft(
                new NewVariant(
                    post.id(),
                    account.talentId(),
                    account.id(),
                    CanonicalPayload.write(payload),
                    null,
                    null,
                    "bench"));
    session.variants().submit(draft.id(), "bench");
    return planned.approved() ? approve(session, draft, publishAt) : draft;
  }

  private VariantRow approve(TenantSession session, VariantRow draft, Instant publishAt) {
    var talent = Objects.requireNonNull(talents.get(draft.talentId()));
    return session
        .approvals()
        .approve(
            new NewApproval(
                draft.id(),
                draft.contentHash(),
                Objects.requireNonNull(talent.ownerUserId()),
                talent.displayName(),
                null,
                publishAt,
                null,
                ApprovalWindow.ANY))
        .current()
        .orElseThrow();
  }

  /** What a person does about an account whose credential was refused. */
  void connectAgain() {
    app.tenants()
        .run(
            tenant.id(),
            session ->
                session.accounts().all().stream()
                    .filter(account -> account.health() == AccountHealth.HARD_BLOCK)
                    .forEach(
                        account ->
                            session
                                .accounts()
                                .report(
                                    account.id(),
                                    new HealthReport(
                                        HealthReport.Health.OK, account.remoteId(), null))));
  }

  UUID tenant() {
    return tenant.id();
  }

  /** Waits until every account has been looked at: a Job does that, which takes processor time. */
  void awaitChecks(Duration longest) throws Exception {
    Wait.until(
        "checked",
        longest,
        () ->
            app.tenants().in(tenant.id(), session -> session.accounts().all()).stream()
                .allMatch(account -> account.healthCheckedAt() != null));
  }

  /** Queues so many of the approved ones, as the planner does. */
  void queueForPool(int posts) {
    app.tenants()
        .run(tenant.id(), session -> session.planning().queueForPool(Instant.now(), posts));
  }

  /** Gives back all that was claimed and not sent. */
  void giveBack() {
    app.tenants()
        .run(
            tenant.id(),
            session ->
                session
                    .claims()
                    .orphaned(Duration.ZERO)
                    .forEach(orphan -> session.claims().settle(orphan, "bench")));
  }

  /** What became of them, by id. */
  Map<UUID, Standing> read(List<UUID> ids) {
    return app.tenants().in(tenant.id(), session -> read(session, ids));
  }

  private static Map<UUID, Standing> read(TenantSession session, List<UUID> ids) {
    var attempts = session.attempts().of(ids).stream().collect(groupingBy(AttemptRow::variantId));
    var followUps =
        session.followUps().of(ids).stream().collect(groupingBy(FollowUpRow::variantId));
    var followUpAttempts =
        session.followUps().attempts(ids).stream()
            .collect(groupingBy(FollowUpAttemptRow::variantId));
    return session.variants().byIds(ids).stream()
        .collect(
            Collectors.toMap(
                VariantRow::id,
                variant ->
                    new Standing(
                        variant,
                        attempts.getOrDefault(variant.id(), List.of()),
                        followUps.getOrDefault(variant.id(), List.of()),
                        followUpAttempts.getOrDefault(variant.id(), List.of()))));
  }

  /** The post, if an earlier try to write it was kept although its answer was lost. */
  Optional<VariantRow> find(PlannedPost planned) {
    var account = account(planned);
    var ofAccount = new VariantFilter(Set.of(), null, account.id(), null);
    return app
        .tenants()
        .in(tenant.id(), session -> session.variants().newest(ofAccount, null, LATEST))
        .items()
        .stream()
        .filter(variant -> variant.payload().contains(planned.token() + "."))
        .findFirst();
  }

  private AccountRow account(PlannedPost planned) {
    return Objects.requireNonNull(accounts.get(key(planned.network(), planned.handle())));
  }

  private static String key(String network, String handle) {
    return network + " " + handle.replaceFirst("^@", "");
  }

  @Override
  public void close() {
    app.close();
  }
}
