package social.greenroom.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.RuleSource;

/**
 * What one resource declares: the tenant, the talent or the account.
 *
 * @param talentDailyCap posts a day over all of the talent's accounts; null where this place
 *     doesn't say. Only the talent does.
 */
public record PolicyLayer(
    RuleSource source,
    StopPolicy stop,
    PostingDeclaration posting,
    List<String> neverSay,
    @Nullable Integer talentDailyCap) {
  public PolicyLayer {
    neverSay = List.copyOf(neverSay);
  }
}
