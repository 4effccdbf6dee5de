package social.greenroom.api.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import social.greenroom.api.database.ApiDatabases;
import social.greenroom.core.access.Role;
import social.greenroom.core.access.SessionToken;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.id.Ids;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.RetryClass;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.account.AccountSpec;
import social.greenroom.store.account.AccountUpsert;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.Finish;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;
import social.greenroom.store.tenant.TenantSpec;

/** A tenant of its own for a test, with one talent, Aurora, and her account on Mastodon. */
public final class Agency {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApiDatabases databases;
  private final String word = "agency" + COUNT.incrementAndGet();
  private final UUID id = Ids.next();
  private final UUID aurora;
  private final UUID account;

  public Agency(ApiDatabases databases) {
    this.databases = databases;
    databases
        .tenants()
        .run(
            id,
            session ->
                session
                    .tenant()
                    .upsert(
                        new TenantSpec(
                            word, word, "The " + word, "Europe/Lisbon", "en", null, null)));
    aurora = talent("aurora");
    account = account(aurora, "aurora", null);
  }

  public UUID id() {
    return id;
  }

  /** The talent Aurora. */
  public UUID aurora() {
    return aurora;
  }

  /** Aurora's account. */
  public UUID account() {
    return account;
  }

  public ApiDatabases databases() {
    return databases;
  }

  public String email(String name) {
    return "%s@%s.example".formatted(name, word);
  }

  /** A talent whose resource invites name@… as the owner, and who never says "miracle cure". */
  public UUID talent(String name) {
    return talent(name, null);
  }

  /** From now on Aurora's day holds that many posts, over all of her accounts. */
  public void capAurora(int dailyCap) {
    talent("aurora", dailyCap);
  }

  private UUID talent(String name, Integer dailyCap) {
    var profile =
        new TalentProfile(
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of("miracle cure"),
            List.of());
    var spec =
        new TalentSpec(
            name,
            word + "-" + name,
            "Talent " + name,
            "Europe/Lisbon",
            "en",
            email(name),
            profile,
            dailyCap,
            null,
            List.of(),
            StopPolicy.NONE);
    return databases
        .tenants()
        .in(id, session -> ((TalentUpsert.Stored) session.talents().upsert(spec)).talent().id());
  }

  public UUID account(UUID talent, String name, Integer dailyCap) {
    return account(talent, name, dailyCap, PostingDeclaration.SILENT);
  }

  /** From now on Aurora's account declares that about posting, besides its slots. */
  public void declareOfAurora(PostingDeclaration posting) {
    account(aurora, "aurora", null, posting);
  }

  private UUID account(UUID talent, String name, Integer dailyCap, PostingDeclaration posting) {
    var spec =
        new AccountSpec(
            talent,
            name,
            Platform.MASTODON,
            Channel.API,
            "@" + name,
            "Account " + name,
            "remote-" + name,
            "https://social.example",
            WeeklySlot.DEFAULTS,
            dailyCap,
            null,
            posting,
            StopPolicy.NONE,
            Map.of());
    return databases
        .tenants()
        .in(id, session -> ((AccountUpsert.Stored) session.accounts().upsert(spec)).account().id());
  }

  /** Somebody who can sign in. */
  public String member(String name, Role role, UUID talent) {
    var email = email(name);
    var user = databases.lookup().users().create(email, "Person " + name, null).id();
    databases.tenants().run(id, session -> session.members().put(user, role, talent));
    return email;
  }

  /** Aurora herself, who has accepted to own her posts, with a session. */
  public Person auroraSignedIn() {
    var user = user(member("aurora", Role.TALENT, aurora));
    databases.tenants().run(id, session -> session.talents().acceptOwnership(aurora, user));
    return session(user);
  }

  /** Somebody of that role with a session; who is bound to a talent is bound to Aurora. */
  public Person signedIn(String name, Role role) {
    return session(user(member(name, role, role.boundToTalent() ? aurora : null)));
  }

  /** Somebody bound to that talent, with a session. */
  public Person signedIn(String name, Role role, UUID talent) {
    return session(user(member(name, role, talent)));
  }

  private UUID user(String email) {
    return databases.lookup().users().byEmail(email).orElseThrow().id();
  }

  // Without the password, whose hashing takes long on purpose; SessionIT signs in with it.
  private Person session(UUID user) {
    var token = SessionToken.random();
    databases.lookup().sessions().create(token.hash(), id, user, Duration.ofHours(1));
    return new Person(token.value(), token.csrfToken());
  }

  /** A post of Aurora's that waits for her yes. */
  public VariantRow waiting(String text) {
    return waiting(aurora, account, "remote-aurora", text);
  }

  public VariantRow waiting(UUID talent, UUID of, String remoteId, String text) {
    return waiting(talent, of, payload(remoteId, text), null);
  }

  /** One whose request lets nothing go out after that. */
  public VariantRow waitingUntil(String text, Instant notAfter) {
    var request =
        databases
            .tenants()
            .in(
                id,
                session ->
                    session
                        .requests()
                        .remember(
                            new NewRequest(
                                aurora,
                                "agency",
                                "until-" + UUID.randomUUID(),
                                "0".repeat(64),
                                "uid",
                                Origin.GITOPS,
                                text,
                                null,
                                List.of(),
                                null,
                                notAfter,
                                List.of(),
                                List.of()))
                        .request());
    return waiting(aurora, account, payload("remote-aurora", text), null, request.id());
  }

  public VariantRow waiting(UUID talent, UUID of, Payload payload, Instant publishAt) {
    return waiting(talent, of, payload, publishAt, null);
  }

  private VariantRow waiting(
      UUID talent, UUID of, Payload payload, Instant publishAt, UUID request) {
    return databases
        .tenants()
        .in(
            id,
            session -> {
              var post =
                  session
                      .posts()
                      .put(new NewPost(talent, request, Origin.PORTAL, "A title", payload.text()));
              var draft =
                  session
                      .variants()
                      .draft(
                          new NewVariant(
                              post.id(),
                              talent,
                              of,
                              CanonicalPayload.write(payload),
                              publishAt,
                              null,
                              "test"));
              session.variants().submit(draft.id(), "test");
              return session.variants().find(draft.id()).orElseThrow();
            });
  }

  public static Payload payload(String remoteId, String text) {
    return new Payload(
        Platform.MASTODON, remoteId, text, List.of(), null, null, List.of(), new TreeMap<>());
  }

  public VariantRow read(UUID variant) {
    return databases.tenants().in(id, session -> session.variants().find(variant).orElseThrow());
  }

  /** Sends an approved post as a worker would; that is what came of the call. */
  public VariantRow attempted(VariantRow approved, PublishOutcome outcome) {
    var now = Instant.now();
    var claim =
        databases
            .tenants()
            .in(
                id,
                session -> {
                  var dispatch = session.dispatches().plan(now);
                  session.planning().queue(dispatch.id(), now, 10);
                  return session.claims().claim("worker", dispatch.id(), 10).get(0);
                });
    var attempt =
        databases
            .tenants()
            .in(id, s -> s.attempts().begin(claim, "key", RetryClass.RECONCILE_ONLY));
    databases
        .tenants()
        .run(
            id, session -> session.attempts().finish(claim, attempt.id(), Finish.of(outcome, now)));
    return read(approved.id());
  }

  /** Reading can't tell what came of the last attempt, so a person is asked. */
  public VariantRow asked(VariantRow unknown) {
    databases
        .tenants()
        .run(
            id,
            session ->
                session
                    .settlements()
                    .open()
                    .forEach(
                        doubt ->
                            session
                                .settlements()
                                .ask(doubt.attempt(), "It can't be read.", List.of())));
    return read(unknown.id());
  }

  /** A time no rule forbids. */
  public static Instant nextWeek() {
    return Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
  }
}
