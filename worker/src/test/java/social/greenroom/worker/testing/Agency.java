package social.greenroom.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.VariantState;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.account.AccountSpec;
import social.greenroom.store.account.AccountUpsert;
import social.greenroom.store.account.McpServerRepository;
import social.greenroom.store.account.McpServerSpec;
import social.greenroom.store.database.TenantAct;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;
import social.greenroom.store.testing.SeededTenant;
import social.greenroom.store.testing.TestDatabase;
import social.greenroom.store.vault.DataKeys;
import social.greenroom.store.vault.DeploymentKey;
import social.greenroom.store.vault.TokenVault;

/**
 * An agency with one talent, as operator and page would have set it up, seen by the programs' role;
 * the worker under test connects with the tenant's own login.
 */
public final class Agency {
  private final TestDatabase database;
  private final SeededTenant tenant;
  private final TokenVault vault;
  private final Map<String, String> environment = new HashMap<>();

  public Agency(TestDatabase database, String word, Path folder) {
    this.database = database;
    this.tenant = database.seedTenant(word);
    var keys =
        new DataKeys(
            database.tenants(), DeploymentKey.readOrCreate(folder.resolve("deployment.key")));
    this.vault = keys.vault(tenant.id());
    var login = database.jobConfig(tenant.id());
    environment.put("GREENROOM_DB_URL", login.jdbcUrl());
    environment.put("GREENROOM_DB_USER", login.user());
    environment.put("GREENROOM_DB_PASSWORD", login.password());
    environment.put("GREENROOM_DATA_KEY", keys.of(tenant.id()).encoded());
    environment.put("GREENROOM_MEDIA_DIR", made(folder.resolve("media")));
  }

  private static String made(Path folder) {
    try {
      return Files.createDirectories(folder).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public UUID id() {
    return tenant.id();
  }

  public SeededTenant tenant() {
    return tenant;
  }

  /** A Job's environment. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Work as the programs do it. */
  public void act(TenantAct<RuntimeException> act) {
    database.tenants().run(id(), act);
  }

  /**
   * An account over the channel its network has, connected, without cooldown and with a high cap.
   */
  public AccountRow account(Platform platform, String name, String endpoint, String secret) {
    return account(platform, name, endpoint, secret, 1000, 0);
  }

  public AccountRow account(
      Platform platform,
      String name,
      String handle,
      String remoteId,
      String endpoint,
      String secret) {
    return account(platform, name, handle, remoteId, endpoint, secret, 1000, 0);
  }

  public AccountRow account(
      Platform platform, String name, String endpoint, String secret, int cap, int cooldown) {
    return account(platform, name, "@" + name, "remote-" + name, endpoint, secret, cap, cooldown);
  }

  private AccountRow account(
      Platform platform,
      String name,
      String handle,
      String remoteId,
      String endpoint,
      String secret,
      int cap,
      int cooldown) {
    var channel = platform == Platform.MASTODON ? Channel.API : Channel.MCP;
    return database
        .tenants()
        .in(
            id(),
            session -> {
              if (channel == Channel.MCP) {
                session
                    .mcpServers()
                    .upsert(
                        new McpServerSpec(
                            platform.wireName(),
                            false,
                            endpoint,
                            "streamable-http",
                            List.of(platform.wireName()),
                            ToolMapping.NONE,
                            null));
              }
              var upsert =
                  session
                      .accounts()
                      .upsert(
                          new AccountSpec(
                              tenant.talentId(),
                              name,
                              platform,
                              channel,
                              handle,
                              name,
                              remoteId,
                              channel == Channel.API ? endpoint : null,
                              List.of(),
                              cap,
                              cooldown,
                              StopPolicy.NONE,
                              Map.of()));
              var account = ((AccountUpsert.Stored) upsert).account();
              session.credentials().put(account.id(), vault.seal(account.id(), secret), null, null);
              return account;
            });
  }

  /** Gives an account that was made elsewhere a token. */
  public void connect(UUID accountId) {
    act(
        session ->
            session.credentials().put(accountId, vault.seal(accountId, "token"), null, null));
  }

  /** Keeps another token for the account. */
  public void token(AccountRow account, String secret) {
    act(
        session ->
            session.credentials().put(account.id(), vault.seal(account.id(), secret), null, null));
  }

  /** The platform's server is at that address now, and asks for a key of its own. */
  public void serverKey(Platform platform, String url, String key) {
    var subject = McpServerRepository.secretSubject(platform.wireName(), false);
    act(
        session ->
            session
                .mcpServers()
                .upsert(
                    new McpServerSpec(
                        platform.wireName(),
                        false,
                        url,
                        "streamable-http",
                        List.of(platform.wireName()),
                        ToolMapping.NONE,
                        vault.seal(subject, key))));
  }

  /** Says where its token may be sent. */
  public void bind(AccountRow account, String host) {
    act(session -> session.credentials().bind(account.id(), host));
  }

  /** The time that revocations were told to wait for has passed. */
  public void waitedForRevocations() {
    try (var connection = database.superuser().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("update greenroom.revocation set due_at = now() where state = 'due'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another talent of the agency, who owns herself. */
  public SeededTenant talent(String word) {
    var email = "owner@%s.%s.example".formatted(word, tenant.word());
    var owner = database.lookup().users().create(email, "Owner of " + word, null).id();
    return database
        .tenants()
        .in(
            id(),
            session -> {
              var spec =
                  new TalentSpec(
                      word,
                      tenant.word() + "-" + word,
                      "Talent " + word,
                      "Europe/Berlin",
                      "en",
                      email,
                      TalentProfile.EMPTY,
                      null,
                      null,
                      List.of(),
                      StopPolicy.NONE);
              var made = ((TalentUpsert.Stored) session.talents().upsert(spec)).talent().id();
              session.members().put(owner, Role.TALENT, made);
              session.talents().acceptOwnership(made, owner);
              return new SeededTenant(
                  database, id(), word, owner, made, tenant.accountId(), tenant.remoteId());
            });
  }

  /** What the operator keeps of a PostRequest. */
  public RequestRow request(String prompt) {
    return request(prompt, null);
  }

  /** One that lets nothing go out after that. */
  public RequestRow request(String prompt, @Nullable Instant notAfter) {
    return database
        .tenants()
        .in(
            id(),
            session ->
                session
                    .requests()
                    .remember(
                        new NewRequest(
                            tenant.talentId(),
                            "agency",
                            notAfter == null ? "request" : "request-until",
                            "0".repeat(64),
                            "uid",
                            Origin.PORTAL,
                            prompt,
                            null,
                            List.of(),
                            null,
                            notAfter,
                            List.of(),
                            List.of()))
                    .request());
  }

  /** A draft of those words. */
  public VariantRow draft(AccountRow account, String text) {
    return draft(account, Payload.ofText(account.platform(), account.remoteId(), text));
  }

  public VariantRow draft(AccountRow account, Payload payload) {
    return database
        .tenants()
        .in(
            id(),
            session -> {
              var post =
                  session
                      .posts()
                      .put(
                          new NewPost(
                              tenant.talentId(), null, Origin.PORTAL, "An idea", payload.text()));
              return session
                  .variants()
                  .draft(
                      new NewVariant(
                          post.id(),
                          tenant.talentId(),
                          account.id(),
                          CanonicalPayload.write(payload),
                          null,
                          null,
                          "test"));
            });
  }

  /** Approved by the owner for that time. */
  public VariantRow approved(AccountRow account, String text, Instant at) {
    return tenant.approve(tenant.submit(draft(account, text)), at);
  }

  public VariantRow approved(VariantRow draft, Instant at, ApprovalWindow window) {
    return tenant.approve(tenant.submit(draft), at, window);
  }

  /** What the planner does: a dispatch with everything that is approved and due by then. */
  public UUID dispatch(Instant dueBy) {
    return database
        .tenants()
        .in(
            id(),
            session -> {
              var dispatch = session.dispatches().plan(dueBy);
              session.planning().queue(dispatch.id(), dueBy, 10_000);
              return dispatch.id();
            });
  }

  /** The time that the variant and the networks' limits were told to wait for has passed. */
  public void waited(VariantRow variant) {
    database.forge(
        "update greenroom.variant set not_before = null where id = '%s'".formatted(variant.id()));
    database.forge("delete from greenroom.rate_window");
    database.forge("delete from greenroom.circuit");
  }

  /** It went out that much longer ago. */
  public void wentOutEarlier(VariantRow variant, Duration earlier) {
    database.forge(
        """
        update greenroom.variant set published_at = published_at - interval '%1$d s', publish_at = publish_at - interval '%1$d s'
        where id = '%2$s'
        """
            .formatted(earlier.toSeconds(), variant.id()));
  }

  /** What the operator does when a Job's process is known to have ended. */
  public void ended(UUID dispatchId) {
    act(session -> session.dispatches().ended(dispatchId, "ended"));
  }

  public VariantRow find(VariantRow variant) {
    return database
        .tenants()
        .in(id(), session -> session.variants().find(variant.id()).orElseThrow());
  }

  public VariantState state(VariantRow variant) {
    return find(variant).state();
  }

  public List<AttemptRow> attempts(VariantRow variant) {
    return database.tenants().in(id(), session -> session.attempts().of(variant.id()));
  }

  public List<FollowUpRow> followUps(VariantRow variant) {
    return database.tenants().in(id(), session -> session.followUps().of(variant.id()));
  }

  public AccountRow find(AccountRow account) {
    return database
        .tenants()
        .in(id(), session -> session.accounts().find(account.id()).orElseThrow());
  }

  /** The talent posts no more than that a day, over all accounts. */
  public void cap(int dailyCap) {
    act(
        session -> {
          var talent = session.talents().find(tenant.talentId()).orElseThrow();
          session
              .talents()
              .upsert(
                  new TalentSpec(
                      talent.name(),
                      talent.slug(),
                      talent.displayName(),
                      talent.timeZone(),
                      talent.language(),
                      talent.ownerEmail(),
                      talent.profile(),
                      dailyCap,
                      null,
                      List.of(),
                      StopPolicy.NONE));
        });
  }

  /** The talent's never-say list is changed, as by a changed resource. */
  public void neverSay(String... phrases) {
    act(
        session -> {
          var talent = session.talents().find(tenant.talentId()).orElseThrow();
          var none = new ArrayList<String>();
          session
              .talents()
              .upsert(
                  new TalentSpec(
                      talent.name(),
                      talent.slug(),
                      talent.displayName(),
                      talent.timeZone(),
                      talent.language(),
                      talent.ownerEmail(),
                      new TalentProfile("", "", none, none, none, "", none, List.of(phrases), none),
                      null,
                      null,
                      List.of(),
                      StopPolicy.NONE));
        });
  }
}
