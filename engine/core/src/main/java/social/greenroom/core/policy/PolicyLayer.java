package social.greenroom.core.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.schedule.Blackout;

/**
 * What one place says about posting: the tenant, the talent, the account, or the talent in the
 * portal.
 *
 * @param dailyCap posts a day for each account; null where this place doesn't say
 * @param talentDailyCap posts a day over all of the talent's accounts; null where this place
 *     doesn't say. Only the talent does.
 * @param cooldown the least time between two posts of an account; null where this place doesn't say
 */
public record PolicyLayer(
    StopPolicy stop,
    @Nullable Integer dailyCap,
    @Nullable Duration cooldown,
    List<Blackout> blackouts,
    List<String> neverSay,
    @Nullable Integer talentDailyCap) {
  /** A place that says nothing. */
  public static final PolicyLayer SILENT =
      new PolicyLayer(StopPolicy.NONE, null, null, List.of(), List.of());

  public PolicyLayer {
    blackouts = List.copyOf(blackouts);
    neverSay = List.copyOf(neverSay);
  }

  /** A place that says nothing about all of the talent's accounts together. */
  public PolicyLayer(
      StopPolicy stop,
      @Nullable Integer dailyCap,
      @Nullable Duration cooldown,
      List<Blackout> blackouts,
      List<String> neverSay) {
    this(stop, dailyCap, cooldown, blackouts, neverSay, null);
  }
}
