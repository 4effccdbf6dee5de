package social.greenroom.api.media;

import java.util.Optional;
import social.greenroom.api.access.Caller;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.media.MediaRow;

/** Which media a person may see: their tenant's, and of these a talent only their own. */
public record MediaAccess(TenantSession session, Caller caller) {
  public Optional<MediaRow> find(String sha256) {
    return session.media().find(sha256).filter(this::visible);
  }

  private boolean visible(MediaRow media) {
    var talent = caller.talentId();
    return talent == null
        || session.media().wasUploadedBy(caller.userId(), media.sha256())
        || session.media().isOf(talent, media.sha256());
  }
}
