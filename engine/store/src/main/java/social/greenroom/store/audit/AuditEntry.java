package social.greenroom.store.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act to be recorded.
 *
 * @param act dotted, such as {@code variant.approved}
 * @param sentence for the activity page
 * @param before and {@code after}: what changed, as a record or map; no secret in them
 * @param origin from where: an address or a Job
 */
public record AuditEntry(
    Actor actor,
    String act,
    String sentence,
    String subjectKind,
    UUID subjectId,
    @Nullable UUID talentId,
    @Nullable Object before,
    @Nullable Object after,
    @Nullable String origin) {

  /** An entry that says no more than who did what. */
  public static AuditEntry of(
      Actor actor,
      String act,
      String sentence,
      String subjectKind,
      UUID subjectId,
      @Nullable UUID talentId) {
    return new AuditEntry(actor, act, sentence, subjectKind, subjectId, talentId, null, null, null);
  }
}
