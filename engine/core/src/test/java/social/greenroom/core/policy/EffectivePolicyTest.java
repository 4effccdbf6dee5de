package social.greenroom.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.Embargo;
import social.greenroom.core.schedule.MissedPolicy;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.PostingPolicy;
import social.greenroom.core.schedule.RuleSource;
import social.greenroom.core.schedule.Sourced;
import social.greenroom.core.schedule.WeeklySlot;

class EffectivePolicyTest {
  private static final List<RuleSource> WIDEST_FIRST =
      List.of(
          RuleSource.tenant("north"), RuleSource.talent("anna"), RuleSource.account("instagram"));

  @Property
  void ofEachRuleTheNarrowestThatSaysSomethingWins(@ForAll("layers") List<PolicyLayer> layers) {
    var posting = EffectivePolicy.of(layers).posting();
    holds(layers, PostingDeclaration::dailyCap, posting.dailyCap());
    holds(layers, PostingDeclaration::cooldown, posting.cooldown());
    holds(layers, said -> said.slots().isEmpty() ? null : said.slots(), posting.slots());
    holds(layers, PostingDeclaration::blackouts, posting.blackouts());
    holds(layers, PostingDeclaration::embargo, posting.embargo());
    holds(layers, PostingDeclaration::missed, posting.missed());
  }

  private static <T> void holds(
      List<PolicyLayer> layers, Function<PostingDeclaration, T> rule, Sourced<T> effective) {
    var narrowestFirst = new ArrayList<>(layers);
    Collections.reverse(narrowestFirst);
    var said =
        narrowestFirst.stream().filter(layer -> rule.apply(layer.posting()) != null).findFirst();
    assertThat(effective.source())
        .isEqualTo(said.map(PolicyLayer::source).orElse(RuleSource.DEFAULT));
    said.ifPresent(layer -> assertThat(effective.value()).isEqualTo(rule.apply(layer.posting())));
  }

  @Property
  void whatProtectsPeopleIsAddedUp(@ForAll("layers") List<PolicyLayer> layers) {
    var policy = EffectivePolicy.of(layers);
    for (var layer : layers) {
      assertThat(policy.stop()).isGreaterThanOrEqualTo(layer.stop());
      assertThat(policy.neverSay()).containsAll(layer.neverSay());
    }
    assertThat(policy.stop())
        .isIn(layers.stream().map(PolicyLayer::stop).filter(Objects::nonNull).toList());
  }

  @Test
  void whereNobodySaysAnythingTheDefaultsHold() {
    var policy = EffectivePolicy.of(List.of());
    assertThat(policy.stop()).isEqualTo(StopPolicy.NONE);
    assertThat(policy.posting()).isEqualTo(PostingPolicy.DEFAULT);
    assertThat(policy.posting().dailyCap().value()).isEqualTo(2);
    assertThat(policy.posting().cooldown().value()).isEqualTo(Duration.ofHours(4));
    assertThat(policy.posting().missed().value())
        .isEqualTo(MissedPolicy.publishLate(Duration.ofHours(2)));
  }

  @Test
  void anAccountMayPostMoreThanItsTalentSays() {
    var talent = declared(1, 2, Duration.ofHours(8));
    var account = declared(2, 5, null);
    var rules = EffectivePolicy.of(List.of(talent, account)).rules(ZoneOffset.UTC);
    assertThat(rules.dailyCap()).isEqualTo(5);
    assertThat(rules.cooldown()).isEqualTo(Duration.ofHours(8));
    assertThat(rules.policy().inWords().get(0).sentence())
        .isEqualTo("account instagram: daily cap 5");
    assertThat(rules.policy().inWords().get(1).sentence())
        .isEqualTo("talent anna: cooldown 8 hours");
  }

  @Test
  void anEmptyListOfBlackoutsSaysThatThereAreNone() {
    var dark = List.of(new Blackout(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), "then"));
    var tenant = layer(0, blackouts(dark));
    assertThat(blackoutsOf(tenant, layer(1, PostingDeclaration.SILENT))).isEqualTo(dark);
    assertThat(blackoutsOf(tenant, layer(1, blackouts(List.of())))).isEmpty();
  }

  @Test
  void givesTheListItStandsFor() {
    var policy =
        new EffectivePolicy(StopPolicy.HOLD, 1, Duration.ZERO, List.of(), List.of("free", "cheap"));
    assertThat(policy.stop().stops()).isTrue();
    assertThat(policy.neverSayList().firstHit("it's FR€E")).isPresent();
    assertThat(policy.neverSayList().firstHit("ch34p")).isPresent();
  }

  @Test
  void whatTheTalentPostsOverAllAccountsIsNoCapOfEachAccount() {
    var talent =
        new PolicyLayer(
            WIDEST_FIRST.get(1), StopPolicy.NONE, PostingDeclaration.SILENT, List.of(), 1);
    var policy = EffectivePolicy.of(List.of(talent, declared(2, 3, null)));
    var rules = policy.rules(ZoneOffset.UTC);
    assertThat(rules.dailyCap()).isEqualTo(3);
    assertThat(policy.talentDailyCap()).isEqualTo(new Sourced<>(1, WIDEST_FIRST.get(1)));
    var noon = Instant.parse("2026-11-20T12:00:00Z");
    var day = policy.talentDay(ZoneOffset.UTC, List.of(noon));
    assertThat(day.check(rules, noon.plusSeconds(9), List.of())).isPresent();
  }

  private static List<Blackout> blackoutsOf(PolicyLayer... layers) {
    return EffectivePolicy.of(List.of(layers)).posting().blackouts().value();
  }

  private static PostingDeclaration blackouts(List<Blackout> blackouts) {
    return new PostingDeclaration(null, null, List.of(), blackouts, null, null);
  }

  private static PolicyLayer declared(int level, Integer dailyCap, Duration cooldown) {
    return layer(level, new PostingDeclaration(dailyCap, cooldown, List.of(), null, null, null));
  }

  private static PolicyLayer layer(int level, PostingDeclaration posting) {
    return new PolicyLayer(WIDEST_FIRST.get(level), StopPolicy.NONE, posting, List.of(), null);
  }

  @Provide
  Arbitrary<List<PolicyLayer>> layers() {
    return Combinators.combine(layer(0), layer(1), layer(2)).as(List::of);
  }

  private static Arbitrary<PolicyLayer> layer(int level) {
    return Combinators.combine(
            Arbitraries.of(StopPolicy.class),
            posting(),
            Arbitraries.of("a", "b", "c").list().ofMaxSize(2))
        .as(
            (stop, posting, neverSay) ->
                new PolicyLayer(WIDEST_FIRST.get(level), stop, posting, neverSay, null));
  }

  private static Arbitrary<PostingDeclaration> posting() {
    var instants = Arbitraries.integers().between(0, 100).map(Instant::ofEpochSecond);
    var hours = Arbitraries.integers().between(0, 20).map(Duration::ofHours);
    return Combinators.combine(
            Arbitraries.integers().between(0, 20).injectNull(0.4),
            hours.injectNull(0.4),
            Arbitraries.of(DayOfWeek.class)
                .map(day -> new WeeklySlot(day, LocalTime.NOON))
                .list()
                .ofMaxSize(1),
            instants
                .map(at -> new Blackout(at, at.plusSeconds(9), "b"))
                .list()
                .ofMaxSize(2)
                .injectNull(0.4),
            instants.map(at -> new Embargo(at, null)).injectNull(0.4),
            hours.map(MissedPolicy::publishLate).injectNull(0.4))
        .as(PostingDeclaration::new);
  }
}
