package social.greenroom.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.Blackout;

class EffectivePolicyTest {

  @Property
  void isAsStrictAsEachLayer(@ForAll("layers") List<PolicyLayer> layers) {
    var policy = EffectivePolicy.of(layers);
    for (var layer : layers) {
      assertThat(policy.stop()).isGreaterThanOrEqualTo(layer.stop());
      if (layer.dailyCap() != null) {
        assertThat(policy.dailyCap()).isLessThanOrEqualTo(layer.dailyCap());
      }
      if (layer.cooldown() != null) {
        assertThat(policy.cooldown()).isGreaterThanOrEqualTo(layer.cooldown());
      }
      assertThat(policy.blackouts()).containsAll(layer.blackouts());
      assertThat(policy.neverSay()).containsAll(layer.neverSay());
    }
  }

  @Property
  void theOrderOfTheLayersDoesNotMatter(@ForAll("layers") List<PolicyLayer> layers) {
    var reversed = new ArrayList<>(layers);
    Collections.reverse(reversed);
    var one = EffectivePolicy.of(layers);
    var other = EffectivePolicy.of(reversed);
    assertThat(other.stop()).isEqualTo(one.stop());
    assertThat(other.dailyCap()).isEqualTo(one.dailyCap());
    assertThat(other.cooldown()).isEqualTo(one.cooldown());
    assertThat(other.neverSay()).containsExactlyInAnyOrderElementsOf(one.neverSay());
  }

  @Test
  void whereNobodySaysAnythingTheDefaultsHold() {
    var policy = EffectivePolicy.of(PolicyLayer.SILENT, PolicyLayer.SILENT);
    assertThat(policy.stop()).isEqualTo(StopPolicy.NONE);
    assertThat(policy.dailyCap()).isEqualTo(2);
    assertThat(policy.cooldown()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void givesTheRulesAndTheListItStandsFor() {
    var blackout = new Blackout(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), "then");
    var policy =
        EffectivePolicy.of(
            new PolicyLayer(StopPolicy.NONE, 5, null, List.of(blackout), List.of("cheap")),
            new PolicyLayer(StopPolicy.HOLD, 3, Duration.ofHours(6), List.of(), List.of("free")));
    var rules = policy.rules(ZoneOffset.UTC, List.of());
    assertThat(rules.dailyCap()).isEqualTo(3);
    assertThat(rules.cooldown()).isEqualTo(Duration.ofHours(6));
    assertThat(rules.blackouts()).containsExactly(blackout);
    assertThat(policy.stop().stops()).isTrue();
    assertThat(policy.neverSayList().firstHit("it's FR€E")).isPresent();
    assertThat(policy.neverSayList().firstHit("ch34p")).isPresent();
  }

  @Test
  void whatTheTalentPostsOverAllAccountsIsNoCapOfEachAccount() {
    var policy =
        EffectivePolicy.of(
            new PolicyLayer(StopPolicy.NONE, null, null, List.of(), List.of(), 1),
            new PolicyLayer(StopPolicy.NONE, 3, null, List.of(), List.of()));
    assertThat(policy.dailyCap()).isEqualTo(3);
    assertThat(policy.talentDailyCap()).isEqualTo(1);
    var noon = Instant.parse("2026-11-20T12:00:00Z");
    var day = policy.talentDay(ZoneOffset.UTC, List.of(noon));
    var rules = policy.rules(ZoneOffset.UTC, List.of());
    assertThat(day.check(rules, noon.plusSeconds(9), List.of())).isPresent();
  }

  @Provide
  Arbitrary<List<PolicyLayer>> layers() {
    var blackouts =
        Arbitraries.integers()
            .between(0, 100)
            .map(i -> new Blackout(Instant.ofEpochSecond(i), Instant.ofEpochSecond(i + 9), "b"))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(StopPolicy.class),
            Arbitraries.integers().between(0, 20).injectNull(0.3),
            Arbitraries.integers().between(0, 20).map(Duration::ofHours).injectNull(0.3),
            blackouts,
            Arbitraries.of("a", "b", "c").list().ofMaxSize(2))
        .as(PolicyLayer::new)
        .list()
        .ofMaxSize(4);
  }
}
