package social.greenroom.worker.publish;

import java.time.Instant;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.publish.Claim;

/** Writes a refusal over the claimed variant; nothing was sent. */
record RefusedClaim(TenantSession session, Claim claim) implements Clearance.Refusals {
  @Override
  public void later(Instant notBefore, String sentence) {
    session.claims().release(claim, sentence, notBefore);
  }

  @Override
  public void pause(Instant again, String sentence) {
    session.claims().pause(claim, sentence, again);
  }

  @Override
  public void never(String sentence) {
    session.claims().refuse(claim, sentence);
  }
}
