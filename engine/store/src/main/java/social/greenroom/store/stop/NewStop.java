package social.greenroom.store.stop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.policy.StopPolicy;

/**
 * A stop to be set: of the account if one is named, else of the talent if one is named, else of the
 * whole tenant.
 *
 * @param kind panic or pause
 * @param reason in the words of who sets it; may be empty
 * @param setBy their name
 * @param setByUser who that is; null for a program
 */
public record NewStop(
    @Nullable UUID talentId,
    @Nullable UUID accountId,
    String kind,
    StopPolicy policy,
    String reason,
    String setBy,
    @Nullable UUID setByUser) {
  public NewStop {
    if (talentId != null && accountId != null) {
      throw new IllegalArgumentException("A stop is of a talent or of an account, not of both.");
    }
  }

  String scope() {
    if (accountId != null) {
      return "account";
    }
    return talentId != null ? "talent" : "tenant";
  }
}
