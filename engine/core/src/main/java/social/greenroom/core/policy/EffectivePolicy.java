package social.greenroom.core.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.PostingPolicy;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.RuleSource;
import social.greenroom.core.schedule.TalentDay;

/**
 * What holds for an account. Of what is declared about posting, the narrowest place that says
 * something wins, rule by rule. What protects people is added up instead: the widest stop, every
 * phrase never to be said.
 *
 * @param posting when and how much the account posts
 * @param talentDailyCap posts a day over all of the talent's accounts; null where nobody says
 */
public record EffectivePolicy(
    StopPolicy stop,
    PostingPolicy posting,
    List<String> neverSay,
    @Nullable Integer talentDailyCap) {
  public EffectivePolicy {
    neverSay = List.copyOf(neverSay);
  }

  /** A policy that nobody declared. */
  public EffectivePolicy(
      StopPolicy stop,
      int dailyCap,
      Duration cooldown,
      List<Blackout> blackouts,
      List<String> neverSay,
      @Nullable Integer talentDailyCap) {
    this(
        stop,
        PostingPolicy.DEFAULT.narrowedBy(
            new PostingDeclaration(dailyCap, cooldown, List.of(), blackouts, null, null),
            RuleSource.DEFAULT),
        neverSay,
        talentDailyCap);
  }

  /** A policy that nobody declared, without a cap over all of the talent's accounts. */
  public EffectivePolicy(
      StopPolicy stop,
      int dailyCap,
      Duration cooldown,
      List<Blackout> blackouts,
      List<String> neverSay) {
    this(stop, dailyCap, cooldown, blackouts, neverSay, null);
  }

  /** Of the layers, the widest first; {@link PostingPolicy#DEFAULT} where none says anything. */
  public static EffectivePolicy of(List<PolicyLayer> widestFirst) {
    var stop = StopPolicy.NONE;
    var posting = PostingPolicy.DEFAULT;
    Set<String> neverSay = new LinkedHashSet<>();
    @Nullable Integer talentDailyCap = null;
    for (var layer : widestFirst) {
      stop = stop.and(layer.stop());
      posting = posting.narrowedBy(layer.posting(), layer.source());
      neverSay.addAll(layer.neverSay());
      talentDailyCap = layer.talentDailyCap() == null ? talentDailyCap : layer.talentDailyCap();
    }
    return new EffectivePolicy(stop, posting, new ArrayList<>(neverSay), talentDailyCap);
  }

  /** The account's posting rules under this policy. */
  public PostingRules rules(ZoneId zone) {
    return new PostingRules(zone, posting);
  }

  /** The day of the talent, whose accounts have those posts, under this policy. */
  public TalentDay talentDay(ZoneId zone, List<Instant> taken) {
    return new TalentDay(zone, talentDailyCap, taken);
  }

  public NeverSayList neverSayList() {
    return new NeverSayList(neverSay);
  }
}
