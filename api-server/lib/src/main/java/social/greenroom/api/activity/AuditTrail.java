package social.greenroom.api.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.access.Caller;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.store.audit.Actor;
import social.greenroom.store.audit.AuditEntry;
import social.greenroom.store.audit.KeptVariant;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantRow;

/** Writes what a person did into the audit, in the same transaction as the act. */
public record AuditTrail(TenantSession session, Caller caller) {
  public static AuditTrail of(TenantSession session, Caller caller) {
    return new AuditTrail(session, caller);
  }

  /** An act on a variant, with what it changed. */
  public void variant(String act, String sentence, VariantRow before, VariantRow after) {
    record(
        act,
        sentence,
        "variant",
        after.id(),
        after.talentId(),
        KeptVariant.of(before),
        KeptVariant.of(after));
  }

  public void talent(String act, String sentence, UUID talentId) {
    record(act, sentence, "talent", talentId, talentId, null, null);
  }

  /** A stop, of the talent or (null) of the whole agency. */
  public void stop(String act, String sentence, UUID stopId, @Nullable UUID talentId) {
    record(act, sentence, "stop", stopId, talentId, null, null);
  }

  /** A lasting consent of a talent's owner. */
  public void standingApproval(String act, String sentence, UUID approvalId, UUID talentId) {
    record(act, sentence, "standing_approval", approvalId, talentId, null, null);
  }

  /**
   * What a talent sets themselves.
   *
   * @param before what held, and {@code after} what holds now
   */
  public void ownCaps(
      String act, String sentence, UUID capId, UUID talentId, OwnCaps before, OwnCaps after) {
    record(act, sentence, "own_cap", capId, talentId, before, after);
  }

  public void request(String act, String sentence, UUID requestId, UUID talentId) {
    record(act, sentence, "request", requestId, talentId, null, null);
  }

  public void series(String act, String sentence, UUID seriesId, UUID talentId) {
    record(act, sentence, "series", seriesId, talentId, null, null);
  }

  /** The beginning or end of a session. */
  public void session(String act, String sentence, String address) {
    session
        .audit()
        .record(
            new AuditEntry(
                Actor.user(caller.displayName()),
                act,
                sentence,
                "user",
                caller.userId(),
                caller.talentId(),
                null,
                null,
                address));
  }

  private void record(
      String act,
      String sentence,
      String subjectKind,
      UUID subjectId,
      @Nullable UUID talentId,
      @Nullable Object before,
      @Nullable Object after) {
    session
        .audit()
        .record(
            new AuditEntry(
                Actor.user(caller.displayName()),
                act,
                sentence,
                subjectKind,
                subjectId,
                talentId,
                before,
                after,
                null));
  }
}
