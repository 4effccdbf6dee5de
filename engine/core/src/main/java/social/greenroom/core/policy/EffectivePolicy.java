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
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.PostingPolicy;
import social.greenroom.core.schedule.PostingRules;
import social.greenroom.core.schedule.RuleSource;
import social.greenroom.core.schedule.RuleWords;
import social.greenroom.core.schedule.Sourced;
import social.greenroom.core.schedule.TalentDay;

/**
 * What holds for an account. Of what is declared about posting, the narrowest place that says
 * something wins, rule by rule. What protects people is added up instead: the widest stop, every
 * phrase never to be said. What the talent sets themselves is a ceiling over all of it.
 *
 * @param posting when and how much the account posts
 * @param talentDailyCap posts a day over all of the talent's accounts, and who said so; null where
 *     nobody says
 */
public record EffectivePolicy(
    StopPolicy stop,
    PostingPolicy posting,
    List<String> neverSay,
    @Nullable Sourced<Integer> talentDailyCap) {
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
        talentDailyCap == null ? null : new Sourced<>(talentDailyCap, RuleSource.DEFAULT));
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
    @Nullable Sourced<Integer> talentDailyCap = null;
    for (var layer : widestFirst) {
      stop = stop.and(layer.stop());
      posting = posting.narrowedBy(layer.posting(), layer.source());
      neverSay.addAll(layer.neverSay());
      talentDailyCap =
          layer.talentDailyCap() == null
              ? talentDailyCap
              : new Sourced<>(layer.talentDailyCap(), layer.source());
    }
    return new EffectivePolicy(stop, posting, new ArrayList<>(neverSay), talentDailyCap);
  }

  /**
   * This one with the ceiling of what the talent sets themselves over it: the strictest of both.
   */
  public EffectivePolicy under(OwnCaps own) {
    return new EffectivePolicy(
        stop, posting.under(own), neverSay, lower(talentDailyCap, own.dailyCap()));
  }

  private static @Nullable Sourced<Integer> lower(
      @Nullable Sourced<Integer> declared, @Nullable Integer own) {
    return own == null || (declared != null && declared.value() <= own)
        ? declared
        : new Sourced<>(own, RuleSource.OWN);
  }

  /** Each rule of posting with its value and who said it, for people. */
  public List<RuleWords> inWords() {
    var words = new ArrayList<>(posting.inWords());
    if (talentDailyCap != null) {
      words.add(
          new RuleWords(
              "talent_daily_cap",
              "daily cap %d over all accounts".formatted(talentDailyCap.value()),
              talentDailyCap.source()));
    }
    return List.copyOf(words);
  }

  /** The account's posting rules under this policy. */
  public PostingRules rules(ZoneId zone) {
    return new PostingRules(zone, posting);
  }

  /** The day of the talent, whose accounts have those posts, under this policy. */
  public TalentDay talentDay(ZoneId zone, List<Instant> taken) {
    return talentDailyCap == null
        ? new TalentDay(zone, null, taken)
        : new TalentDay(zone, talentDailyCap.value(), talentDailyCap.source(), taken);
  }

  public NeverSayList neverSayList() {
    return new NeverSayList(neverSay);
  }
}
