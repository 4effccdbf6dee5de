package social.greenroom.operator.talent;

import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.operator.status.Verdict;
import social.greenroom.store.talent.TalentRow;

/**
 * What came of keeping a talent in the database.
 *
 * @param slug whether the slug is theirs
 * @param talent null where it couldn't be kept
 * @param stop the strictest of the resource's, the tenant's and the page's stops
 * @param invited true when the owner named is another than before
 */
public record StoredTalent(
    Verdict slug, @Nullable TalentRow talent, StopPolicy stop, boolean invited) {

  /** Whether whom it names as owner has yet to say yes. */
  boolean awaitsOwner() {
    return talent != null && talent.ownerUserId() == null;
  }

  static StoredTalent refused(Verdict verdict) {
    return new StoredTalent(verdict, null, StopPolicy.NONE, false);
  }
}
