package social.greenroom.store.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.post.VariantRow;

/** What the audit keeps of a variant; its content is kept by version. */
public record KeptVariant(
    String state, int version, String contentHash, @Nullable Instant publishAt) {
  public static KeptVariant of(VariantRow row) {
    return new KeptVariant(
        row.state().wireName(), row.version(), row.contentHash(), row.publishAt());
  }
}
