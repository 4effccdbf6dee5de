package social.greenroom.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.policy.EffectivePolicy;
import social.greenroom.core.policy.StopPolicy;
import social.greenroom.core.post.Approval;
import social.greenroom.core.post.ApprovalBasis;
import social.greenroom.core.post.ApprovalWindow;
import social.greenroom.core.post.CanonicalPayload;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.Blackout;
import social.greenroom.core.schedule.OwnCaps;
import social.greenroom.core.schedule.QuietHours;

class SendCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
  private static final Payload PAYLOAD = Payload.ofText(Platform.MASTODON, "42", "Hello there");
  private static final EffectivePolicy OPEN =
      new EffectivePolicy(StopPolicy.NONE, 2, Duration.ofHours(4), List.of(), List.of());

  private String canonical = CanonicalPayload.write(PAYLOAD);
  private Approval approval = approval(ApprovalWindow.ANY, null);
  private EffectivePolicy policy = OPEN;
  private List<Instant> talentSent = List.of();
  private String remoteId = "42";
  private List<Instant> sent = List.of();

  @Test
  void anApprovedPostMayGo() {
    assertThat(check()).isEqualTo(new Clearance.Granted());
  }

  @Test
  void withoutApprovalNothingGoes() {
    approval = null;
    assertRefused("No approval stands");
  }

  @Test
  void aVoidedApprovalIsNone() {
    approval = approval(ApprovalWindow.ANY, NOW.minusSeconds(1));
    assertRefused("withdrawn or voided");
  }

  @Test
  void aPayloadThatWasTamperedWithIsNotWhatWasApproved() {
    canonical = CanonicalPayload.write(Payload.ofText(Platform.MASTODON, "42", "Hello there!"));
    assertRefused("isn't the one that was approved");
  }

  @Test
  void aPayloadThatIsNotCanonicalIsNotSent() {
    canonical = canonical.replace("{", "{ ");
    assertRefused("can't be read");
  }

  @Test
  void anotherAccountAtTheNetworkIsNotTheOneApproved() {
    remoteId = "43";
    assertRefused("another account at the network");
    remoteId = null;
    assertRefused("another account at the network");
  }

  @Test
  void beforeItsWindowItWaitsForIt() {
    var opens = NOW.plusSeconds(60);
    approval = approval(new ApprovalWindow(opens, null), null);
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class, later -> assertThat(later.notBefore()).isEqualTo(opens));
  }

  @Test
  void beforeItsWindowATamperedPayloadIsRefusedAllTheSame() {
    approval = approval(new ApprovalWindow(NOW.plusSeconds(60), null), null);
    canonical = CanonicalPayload.write(Payload.ofText(Platform.MASTODON, "42", "Hi"));
    assertRefused("isn't the one that was approved");
  }

  @Test
  void afterItsWindowItFails() {
    approval = approval(new ApprovalWindow(null, NOW.minusSeconds(1)), null);
    assertRefused("The approval is for not after");
  }

  @Test
  void aNeverSayPhraseAddedSinceStopsIt() {
    policy = new EffectivePolicy(StopPolicy.NONE, 2, Duration.ZERO, List.of(), List.of("HELLO"));
    assertRefused("never-say list");
  }

  @Test
  void whatTheNetworkWouldRefuseIsNotSent() {
    var tooLong = Payload.ofText(Platform.MASTODON, "42", "word ".repeat(101));
    canonical = CanonicalPayload.write(tooLong);
    approval = approvalOf(tooLong);
    assertThat(check()).isInstanceOf(Clearance.Never.class);
  }

  @Test
  void aStopMakesItWait() {
    for (var stop : List.of(StopPolicy.HOLD, StopPolicy.HOLD_AND_DRAIN)) {
      policy = new EffectivePolicy(stop, 2, Duration.ZERO, List.of(), List.of());
      assertThat(check()).isInstanceOf(Clearance.Pause.class);
    }
  }

  @Test
  void cooldownMovesItToItsEnd() {
    sent = List.of(NOW.minus(Duration.ofHours(3)));
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class,
            later -> assertThat(later.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void aFullDayMovesItToTheNext() {
    sent = List.of(NOW.minus(Duration.ofHours(17)), NOW.minus(Duration.ofHours(10)));
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class,
            later ->
                assertThat(later.notBefore()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z")));
  }

  @Test
  void aBlackoutMovesItToItsEnd() {
    var ends = NOW.plusSeconds(600);
    policy =
        new EffectivePolicy(
            StopPolicy.NONE,
            2,
            Duration.ZERO,
            List.of(new Blackout(NOW.minusSeconds(1), ends, "mourning")),
            List.of());
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class, later -> assertThat(later.notBefore()).isEqualTo(ends));
  }

  @Test
  void whatTheTalentSetsHoldsItAndSaysWhose() {
    var quiet = new QuietHours(LocalTime.of(17, 0), LocalTime.of(19, 0));
    policy = OPEN.under(new OwnCaps(1, null, quiet));
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class,
            later -> {
              assertThat(later.sentence()).contains("(set by the talent: quiet hours");
              assertThat(later.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(1)));
            });
    policy = OPEN.under(new OwnCaps(1, null, null));
    talentSent = List.of(NOW.minusSeconds(60));
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class,
            later -> assertThat(later.sentence()).endsWith("(set by the talent)."));
    talentSent = List.of();
    policy = OPEN.under(new OwnCaps(null, Duration.ofHours(6), null));
    sent = List.of(NOW.minus(Duration.ofHours(5)));
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class,
            later -> assertThat(later.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(1))));
    approval = approval(new ApprovalWindow(null, NOW.plusSeconds(60)), null);
    assertRefused("(set by the talent: cooldown 6 hours). The approved window ends");
  }

  @Test
  void movedBeyondItsWindowItFailsInsteadOfWaitingInVain() {
    approval = approval(new ApprovalWindow(null, NOW.plusSeconds(60)), null);
    sent = List.of(NOW.minus(Duration.ofHours(3)));
    assertRefused("window ends before it may go");
  }

  @Test
  void aCapOfNothingWaitsForSomebodyToRaiseIt() {
    policy = new EffectivePolicy(StopPolicy.NONE, 0, Duration.ZERO, List.of(), List.of());
    assertThat(check()).isInstanceOf(Clearance.Pause.class);
  }

  private Clearance check() {
    return new SendCheck(
            canonical,
            approval,
            Platform.MASTODON,
            Channel.API,
            remoteId,
            policy,
            ZoneOffset.UTC,
            sent,
            talentSent)
        .at(NOW);
  }

  @Test
  void whenTheNetworkTakesNoMoreItWaits() {
    policy = new EffectivePolicy(StopPolicy.NONE, 1000, Duration.ZERO, List.of(), List.of());
    sent = Collections.nCopies(150, NOW.minusSeconds(60));
    assertThat(check())
        .isEqualTo(
            new Clearance.Later(
                NOW.plusSeconds(240), "Mastodon takes no more posts from this account for now."));
  }

  private void assertRefused(String words) {
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Never.class, never -> assertThat(never.sentence()).contains(words));
  }

  private static Approval approval(ApprovalWindow window, Instant voidedAt) {
    return approval(PAYLOAD, window, voidedAt);
  }

  private static Approval approvalOf(Payload payload) {
    return approval(payload, ApprovalWindow.ANY, null);
  }

  private static Approval approval(Payload payload, ApprovalWindow window, Instant voidedAt) {
    return new Approval(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        NOW.minusSeconds(3600),
        CanonicalPayload.hash(payload),
        payload.accountRemoteId(),
        window,
        ApprovalBasis.OWNER,
        voidedAt);
  }

  @Test
  void whatTheTalentsOtherAccountsSentTodayCounts() {
    policy = new EffectivePolicy(StopPolicy.NONE, 9, Duration.ZERO, List.of(), List.of(), 1);
    talentSent = List.of(NOW);
    assertThat(check())
        .isInstanceOfSatisfying(
            Clearance.Later.class, later -> assertThat(later.notBefore()).isAfter(NOW));
    talentSent = List.of();
    assertThat(check().granted()).isTrue();
  }
}
