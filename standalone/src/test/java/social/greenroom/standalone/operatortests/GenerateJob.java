package social.greenroom.standalone.operatortests;

import java.util.UUID;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Origin;
import social.greenroom.core.post.Payload;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.NewPost;
import social.greenroom.store.post.NewVariant;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.testing.SeededTenant;

/** What a generate Job writes, without a model: nothing runs Jobs here. */
final class GenerateJob {
  private GenerateJob() {}

  /** A draft of the request, for the tenant's Mastodon account. */
  static VariantRow draft(TenantSession session, SeededTenant tenant, UUID requestId, String text) {
    var post =
        session.posts().put(new NewPost(tenant.talentId(), requestId, Origin.GITOPS, "Post", text));
    var payload =
        CanonicalPayload.write(Payload.ofText(Platform.MASTODON, tenant.remoteId(), text));
    return session
        .variants()
        .draft(
            new NewVariant(
                post.id(), tenant.talentId(), tenant.accountId(), payload, null, null, "test"));
  }
}
