package social.greenroom.api.variant;

import java.util.UUID;
import social.greenroom.api.access.Caller;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.store.account.AccountRow;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.VariantChange;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.talent.TalentRow;

/** A variant that is locked for one act of one person, until the transaction ends. */
public record OpenVariant(
    TenantSession session, Caller caller, VariantRow row, TalentRow talent, AccountRow account) {
  /**
   * Locks the variant.
   *
   * @throws ProblemException 404 when there is none that this person sees
   */
  public static OpenVariant lock(TenantSession session, Caller caller, UUID id) {
    var row =
        session
            .desk()
            .lock(id)
            .filter(found -> caller.sees(found.talentId()))
            .orElseThrow(() -> ProblemException.notFound("post"));
    return new OpenVariant(
        session,
        caller,
        row,
        session.talents().find(row.talentId()).orElseThrow(),
        session.accounts().find(row.accountId()).orElseThrow());
  }

  /**
   * What this person's yes rests on.
   *
   * @throws ProblemException 403 with who may, when it doesn't count for the talent
   */
  Consent requireConsent() {
    return Consent.of(Consent.rule(session, talent.id()).forUser(caller.userId()));
  }

  /**
   * Ends the request unless the content is the one this person saw.
   *
   * @throws ProblemException 409
   */
  void requireHash(String contentHash) {
    if (!row.contentHash().equals(contentHash)) {
      throw stale();
    }
  }

  /**
   * Ends the request unless the version is the one this person saw.
   *
   * @throws ProblemException 409
   */
  void requireVersion(int version) {
    if (row.version() != version) {
      throw stale();
    }
  }

  /** The same, after the act so far. */
  OpenVariant now(VariantRow changed) {
    return new OpenVariant(session, caller, changed, talent, account);
  }

  /** What became of a change, or the problem that it wasn't made. */
  static VariantRow made(VariantChange change) {
    if (change instanceof VariantChange.NotNow notNow) {
      throw ProblemException.of(ProblemKind.CONFLICT, notNow.sentence());
    }
    if (!change.made()) {
      throw change.current().isPresent() ? stale() : ProblemException.notFound("post");
    }
    return change.current().orElseThrow();
  }

  /** How a sentence names what was acted on: "the post for LinkedIn (@aurora)". */
  public String named() {
    return "the post for %s (%s)".formatted(account.platform().displayName(), account.handle());
  }

  static ProblemException stale() {
    return ProblemException.of(
        ProblemKind.CONFLICT,
        "It has been changed since you saw it, so nothing was done. Look at it again, then decide.");
  }
}
