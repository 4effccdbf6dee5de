package social.greenroom.store.tenant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.PostingDeclaration;

/**
 * What a Tenant resource declares.
 *
 * @param dailyCap the most posts a day and account
 * @param posting what else it declares about posting
 */
public record TenantSpec(
    String name,
    String namespace,
    String displayName,
    String timeZone,
    String language,
    @Nullable Integer dailyCap,
    @Nullable Duration tickInterval,
    PostingDeclaration posting) {
  /** One that says nothing more about posting. */
  public TenantSpec(
      String name,
      String namespace,
      String displayName,
      String timeZone,
      String language,
      @Nullable Integer dailyCap,
      @Nullable Duration tickInterval) {
    this(
        name,
        namespace,
        displayName,
        timeZone,
        language,
        dailyCap,
        tickInterval,
        PostingDeclaration.SILENT);
  }

  @Nullable Long tickIntervalSeconds() {
    return tickInterval == null ? null : tickInterval.toSeconds();
  }
}
