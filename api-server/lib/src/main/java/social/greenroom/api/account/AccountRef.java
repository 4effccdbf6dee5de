package social.greenroom.api.account;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.store.account.AccountRow;

/** An account in a few words. */
@Schema(name = "AccountRef")
public record AccountRef(UUID id, String platform, String handle, String displayName) {
  public static AccountRef of(AccountRow row) {
    return new AccountRef(row.id(), row.platform().wireName(), row.handle(), row.displayName());
  }
}
