package social.greenroom.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.PostingDeclaration;
import social.greenroom.core.schedule.QuietHours;
import social.greenroom.core.schedule.RuleSource;
import social.greenroom.core.schedule.RuleWords;
import social.greenroom.core.schedule.Sourced;

/** Of what is declared and what the talent sets themselves, the stricter holds, rule by rule. */
class OwnCeilingTest {
  /** The night before the clocks go back in Berlin. */
  private static final Instant START = Instant.parse("2026-10-24T12:00:00Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final RuleSource ANNA = RuleSource.talent("anna");

  /** Declares so much that only what the talent sets can be in the way. */
  private static final EffectivePolicy LAX =
      EffectivePolicy.of(
          List.of(
              new PolicyLayer(
                  ANNA,
                  StopPolicy.NONE,
                  new PostingDeclaration(1000, Duration.ZERO, List.of(), null, null, null),
                  List.of(),
                  null)));

  record Calendar(List<Instant> ofAccount, List<Instant> elsewhere) {
    boolean allows(EffectivePolicy policy, Instant at) {
      var all = Stream.of(ofAccount, elsewhere).flatMap(List::stream).toList();
      return policy.talentDay(BERLIN, all).check(policy.rules(BERLIN), at, ofAccount).isEmpty();
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void aTimeIsFreeExactlyWhereBothLetItBe(
      @ForAll("declared") EffectivePolicy declared,
      @ForAll("caps") OwnCaps own,
      @ForAll("calendars") Calendar calendar,
      @ForAll("near") Instant at) {
    assertThat(calendar.allows(declared.under(own), at))
        .isEqualTo(calendar.allows(declared, at) && calendar.allows(LAX.under(own), at));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void theEarliestTimeIsFreeAndNoneIsBeforeIt(
      @ForAll("declared") EffectivePolicy declared,
      @ForAll("caps") OwnCaps own,
      @ForAll("calendars") Calendar calendar,
      @ForAll("near") Instant at) {
    var policy = declared.under(own);
    var all = Stream.of(calendar.ofAccount(), calendar.elsewhere()).flatMap(List::stream).toList();
    policy
        .talentDay(BERLIN, all)
        .check(policy.rules(BERLIN), at, calendar.ofAccount())
        .map(violation -> violation.earliest())
        .ifPresent(
            earliest -> {
              assertThat(calendar.allows(policy, earliest)).isTrue();
              var wait = Duration.between(at, earliest);
              for (var i = 0; i < 40; i++) {
                assertThat(calendar.allows(policy, at.plus(wait.multipliedBy(i).dividedBy(40))))
                    .isFalse();
              }
            });
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void eachValueIsTheStricterAndSaysWhose(
      @ForAll("declared") EffectivePolicy declared, @ForAll("caps") OwnCaps own) {
    var policy = declared.under(own);
    var pause = own.pause();
    var cooldown = declared.posting().cooldown();
    assertThat(policy.posting().cooldown())
        .isEqualTo(
            pause != null && pause.compareTo(cooldown.value()) > 0
                ? new Sourced<>(pause, RuleSource.OWN)
                : cooldown);
    var said = declared.talentDailyCap();
    var cap = own.dailyCap();
    assertThat(policy.talentDailyCap())
        .isEqualTo(
            cap != null && (said == null || cap < said.value())
                ? new Sourced<>(cap, RuleSource.OWN)
                : said);
    assertThat(policy.posting().quietHours()).isEqualTo(own.quietHours());
    assertThat(policy.posting().dailyCap()).isEqualTo(declared.posting().dailyCap());
    assertThat(policy.posting().blackouts()).isEqualTo(declared.posting().blackouts());
  }

  @Property
  void whoSetsNothingChangesNothing(@ForAll("declared") EffectivePolicy declared) {
    assertThat(declared.under(OwnCaps.NONE)).isEqualTo(declared);
  }

  @Test
  void theWordsNameTheTalent() {
    var own =
        new OwnCaps(
            1, Duration.ofHours(6), new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0)));
    assertThat(LAX.under(own).inWords().stream().map(RuleWords::sentence))
        .contains(
            "set by the talent: cooldown 6 hours",
            "set by the talent: quiet hours 22:00 to 08:00",
            "set by the talent: daily cap 1 over all accounts");
    var policy = LAX.under(own);
    var noon = Instant.parse("2026-11-20T11:00:00Z");
    var full =
        policy
            .talentDay(BERLIN, List.of(noon))
            .check(policy.rules(BERLIN), noon.plusSeconds(7200), List.of())
            .orElseThrow();
    assertThat(full.sentence())
        .isEqualTo(
            "Friday 20 November is full: the talent posts 1 a day over all accounts (set by the"
                + " talent).");
    var night = Instant.parse("2026-11-20T21:30:00Z");
    var quiet =
        policy
            .talentDay(BERLIN, List.of())
            .check(policy.rules(BERLIN), night, List.of())
            .orElseThrow();
    assertThat(quiet.rule()).isEqualTo("quiet_hours");
    assertThat(quiet.sentence())
        .isEqualTo(
            "Friday 20 November, 22:30 is inside the quiet hours, which end on Saturday 21 November,"
                + " 08:00 (set by the talent: quiet hours 22:00 to 08:00).");
    assertThat(quiet.earliest()).isEqualTo(Instant.parse("2026-11-21T07:00:00Z"));
  }

  @Provide
  Arbitrary<EffectivePolicy> declared() {
    var blackouts =
        Combinators.combine(near(), Arbitraries.integers().between(1, 20))
            .as((from, hours) -> new Blackout(from, from.plus(Duration.ofHours(hours)), "b"))
            .list()
            .ofMaxSize(1);
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, 600).map(Duration::ofMinutes),
            blackouts,
            Arbitraries.integers().between(1, 4).injectNull(0.4))
        .as(
            (cap, cooldown, silent, overAll) ->
                EffectivePolicy.of(
                    List.of(
                        new PolicyLayer(
                            ANNA,
                            StopPolicy.NONE,
                            new PostingDeclaration(cap, cooldown, List.of(), silent, null, null),
                            List.of(),
                            overAll))));
  }

  @Provide
  Arbitrary<OwnCaps> caps() {
    var hours =
        Combinators.combine(
                Arbitraries.integers().between(0, 95), Arbitraries.integers().between(1, 92))
            .as(
                (from, quarters) ->
                    new QuietHours(
                        LocalTime.MIN.plusMinutes(15L * from),
                        LocalTime.MIN.plusMinutes(15L * (from + quarters))))
            .injectNull(0.3);
    return Combinators.combine(
            Arbitraries.integers().between(1, 4).injectNull(0.3),
            Arbitraries.integers().between(1, 900).map(Duration::ofMinutes).injectNull(0.3),
            hours)
        .as(OwnCaps::new);
  }

  @Provide
  Arbitrary<Calendar> calendars() {
    return Combinators.combine(near().list().ofMaxSize(4), near().list().ofMaxSize(3))
        .as(Calendar::new);
  }

  @Provide
  Arbitrary<Instant> near() {
    return Arbitraries.integers()
        .between(0, 48 * 4)
        .map(quarters -> START.plus(Duration.ofMinutes(15L * quarters)));
  }
}
