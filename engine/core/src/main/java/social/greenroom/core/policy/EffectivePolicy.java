package social.greenroom.core.policy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.WeeklySlot;

/**
 * What holds for an account: of everything that was said about it, the strictest. The widest stop,
 * the smallest cap, the longest cooldown, every blackout, every phrase never to be said.
 */
public record EffectivePolicy(
    StopPolicy stop,
    int dailyCap,
    Duration cooldown,
    List<Blackout> blackouts,
    List<String> neverSay) {
  public EffectivePolicy {
    blackouts = List.copyOf(blackouts);
    neverSay = List.copyOf(neverSay);
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
        layers.stream().flatMap(layer -> layer.neverSay().stream()).distinct().toList());
  }

  /** The strictest of the layers. */
  public static EffectivePolicy of(PolicyLayer... layers) {
    return of(List.of(layers));
  }

  /** The account's posting rules under this policy. */
  public PostingRules rules(ZoneId zone, List<WeeklySlot> slots) {
    return new PostingRules(zone, slots, dailyCap, cooldown, blackouts);
  }

  public NeverSayList neverSayList() {
    return new NeverSayList(neverSay);
  }
}
