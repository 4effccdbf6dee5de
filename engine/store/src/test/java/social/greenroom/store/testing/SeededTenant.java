package social.greenroom.store.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.access.Role;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.WeeklySlot;
import social.greenroom.core.talent.TalentProfile;
import social.greenroom.store.account.AccountSpec;
import social.greenroom.store.account.AccountUpsert;
import social.greenroom.store.approval.NewApproval;
import social.greenroom.store.database.TenantDatabase;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.NewRequest;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.talent.TalentSpec;
import social.greenroom.store.talent.TalentUpsert;

/**
 * A tenant with one talent, who has accepted to own herself, and one connected Mastodon account.
 *
 * @param ownerId the user who owns the talent
 */
public record SeededTenant(
    TestDatabase database,
    UUID id,
    String word,
    UUID ownerId,
    UUID talentId,
    UUID accountId,
    String remoteId) {

  static SeededTenant in(TestDatabase database, UUID tenantId, String word) {
    var email = "owner@" + word + ".example";
    var owner = database.lookup().users().create(email, "Owner of " + word, null).id();
    var remoteId = "remote-" + word;
    return database
        .tenants()
        .in(
            tenantId,
            session -> {
              var upsert =
                  session
                      .talents()
                      .upsert(
                          new TalentSpec(
                              word,
                              word,
                              "Talent " + word,
                              "Europe/Berlin",
                              "en",
                              email,
                              TalentProfile.EMPTY,
                              null,
                              null,
                              List.of(),
                              StopPolicy.NONE));
              var talent = ((TalentUpsert.Stored) upsert).talent().id();
              session.members().put(owner, Role.TALENT, talent);
              if (!session.talents().acceptOwnership(talent, owner)) {
                throw new IllegalStateException("The owner was invited.");
              }
              var account = account(session.accounts().upsert(spec(talent, word, remoteId)));
              return new SeededTenant(database, tenantId, word, owner, talent, account, remoteId);
            });
  }

  private static UUID account(AccountUpsert upsert) {
    return ((AccountUpsert.Stored) upsert).account().id();
  }

  private static AccountSpec spec(UUID talentId, String name, @Nullable String remoteId) {
    return new AccountSpec(
        talentId,
        name,
        Platform.MASTODON,
        Channel.API,
        "@" + name,
        "Account " + name,
        remoteId,
        "https://social.example",
        WeeklySlot.DEFAULTS,
        null,
        null,
        StopPolicy.NONE,
        Map.of());
  }

  private TenantDatabase tenants() {
    return database.tenants();
  }

  /** Another connected account of the talent. */
  public UUID addAccount(String name) {
    return tenants()
        .in(
            id,
            session -> account(session.accounts().upsert(spec(talentId, name, "remote-" + name))));
  }

  public String payload(String text) {
    return CanonicalPayload.write(Payload.ofText(Platform.MASTODON, remoteId, text));
  }

  /** A draft for the tenant's first account. */
  public VariantRow draft(String text) {
    return draft(accountId, remoteId, text);
  }

  public VariantRow draft(UUID account, String accountRemoteId, String text) {
    return tenants()
        .in(
            id,
            session -> {
              var post =
                  session
                      .posts()
                      .put(new NewPost(talentId, null, Origin.PORTAL, "On " + text, text));
              var payload =
                  CanonicalPayload.write(Payload.ofText(Platform.MASTODON, accountRemoteId, text));
              return session
                  .variants()
                  .draft(new NewVariant(post.id(), talentId, account, payload, null, null, "test"));
            });
  }

  /** A variant that waits for its owner. */
  public VariantRow waiting(String text) {
    return submit(draft(text));
  }

  public VariantRow submit(VariantRow draft) {
    return tenants()
        .in(
            id,
            session -> {
              session.variants().submit(draft.id(), "test");
              return session.variants().find(draft.id()).orElseThrow();
            });
  }

  /** The owner's yes, for any time. */
  public VariantRow approve(VariantRow variant, Instant publishAt) {
    return approve(variant, publishAt, ApprovalWindow.ANY);
  }

  public VariantRow approve(VariantRow variant, Instant publishAt, ApprovalWindow window) {
    return tenants()
        .in(
            id,
            session ->
                session
                    .approvals()
                    .approve(
                        new NewApproval(
                            variant.id(),
                            variant.contentHash(),
                            ownerId,
                            "Owner of " + word,
                            null,
                            publishAt,
                            null,
                            window))
                    .current()
                    .orElseThrow());
  }

  /** A variant approved and queued for a new dispatch, due at that time. */
  public VariantRow queued(VariantRow draft, Instant publishAt) {
    var approved = approve(submit(draft), publishAt);
    return tenants()
        .in(
            id,
            session -> {
              var dispatch = session.dispatches().plan(publishAt);
              session.planning().queue(dispatch.id(), publishAt, 1000);
              return session.variants().find(approved.id()).orElseThrow();
            });
  }

  /** A request for the tenant's talent, for all of her accounts. */
  public RequestRow request(String name) {
    return tenants()
        .in(
            id,
            session ->
                session
                    .requests()
                    .remember(
                        new NewRequest(
                            talentId,
                            word,
                            name.replace(' ', '-'),
                            "a".repeat(64),
                            "uid",
                            Origin.GITOPS,
                            name,
                            null,
                            List.of(),
                            null,
                            null,
                            List.of(),
                            List.of()))
                    .request());
  }
}
