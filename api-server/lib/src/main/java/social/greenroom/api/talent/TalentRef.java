package social.greenroom.api.talent;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import social.greenroom.store.talent.TalentRow;

/** A talent in a few words. */
@Schema(name = "TalentRef")
public record TalentRef(UUID id, String slug, String displayName, String timeZone) {
  public static TalentRef of(TalentRow row) {
    return new TalentRef(row.id(), row.slug(), row.displayName(), row.timeZone());
  }
}
