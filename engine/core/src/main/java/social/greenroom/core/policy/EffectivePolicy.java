package social.greenroom.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.TalentDay;
import social.greenroom.core.schedule.WeeklySlot;

/**
 * What holds for an account: of everything that was said about it, the strictest. The widest stop,
 * the smallest cap, the longest cooldown, every blackout, every phrase never to be said.
 *
 * @param dailyCap posts a day for the account
 * @param talentDailyCap posts a day over all of the talent's accounts; null where nobody says
 */
public record EffectivePolicy(
    StopPolicy stop,
    int dailyCap,
    Duration cooldown,
    List<Blackout> blackouts,
    List<String> neverSay,
    @Nullable Integer talentDailyCap) {
  public EffectivePolicy {
    blackouts = List.copyOf(blackouts);
    neverSay = List.copyOf(neverSay);
  }

  /** A policy without a cap over all of the talent's accounts. */
  public EffectivePolicy(
      StopPolicy stop,
      int dailyCap,
      Duration cooldown,
      List<Blackout> blackouts,
      List<String> neverSay) {
    this(stop, dailyCap, cooldown, blackouts, neverSay, null);
  }

  /** The strictest of the layers; the defaults of {@link PostingRules} where none says anything. */
  public static EffectivePolicy of(Collection<PolicyLayer> layers) {
    return new EffectivePolicy(
        layers.stream().map(PolicyLayer::stop).reduce(StopPolicy.NONE, StopPolicy::and),
        layers.stream()
            .map(PolicyLayer::dailyCap)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(PostingRules.DEFAULT_DAILY_CAP),
        layers.stream()
            .map(PolicyLayer::cooldown)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(PostingRules.DEFAULT_COOLDOWN),
        layers.stream().flatMap(layer -> layer.blackouts().stream()).distinct().toList(),
        layers.stream().flatMap(layer -> layer.neverSay().stream()).distinct().toList(),
        layers.stream()
            .map(PolicyLayer::talentDailyCap)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  /** The strictest of the layers. */
  public static EffectivePolicy of(PolicyLayer... layers) {
    return of(List.of(layers));
  }

  /** The account's posting rules under this policy. */
  public PostingRules rules(ZoneId zone, List<WeeklySlot> slots) {
    return new PostingRules(zone, slots, dailyCap, cooldown, blackouts);
  }

  /** The day of the talent, whose accounts have those posts, under this policy. */
  public TalentDay talentDay(ZoneId zone, List<Instant> taken) {
    return new TalentDay(zone, talentDailyCap, taken);
  }

  public NeverSayList neverSayList() {
    return new NeverSayList(neverSay);
  }
}
