package social.greenroom.core.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Platform;
import social.greenroom.core.post.StandingApproval.AutoApprove;
import social.greenroom.core.post.StandingApproval.OperatorOverride;

class ApprovalTest {
  private static final UUID OWNER = new UUID(1, 1);
  private static final UUID OPERATOR = new UUID(2, 2);
  private static final UUID STRANGER = new UUID(3, 3);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Payload POST = Payload.ofText(Platform.X, "42", "Hello.");

  @Test
  void letsThroughWhatWasApproved() {
    assertThat(approval(ApprovalWindow.ANY, null).refusal(POST, NOON)).isEmpty();
  }

  @Test
  void stopsAnyOtherPayload() {
    assertThat(
            approval(ApprovalWindow.ANY, null)
                .refusal(Payload.ofText(Platform.X, "42", "Hello!"), NOON))
        .hasValueSatisfying(why -> assertThat(why).contains("isn't the one that was approved"));
  }

  @Test
  void stopsAnyOtherAccount() {
    assertThat(
            approval(ApprovalWindow.ANY, null)
                .refusal(Payload.ofText(Platform.X, "43", "Hello."), NOON))
        .hasValueSatisfying(why -> assertThat(why).contains("another account"));
  }

  @Test
  void holdsWithinItsWindowOnly() {
    var window = new ApprovalWindow(NOON, NOON.plusSeconds(60));
    assertThat(approval(window, null).refusal(POST, NOON)).isEmpty();
    assertThat(approval(window, null).refusal(POST, NOON.plusSeconds(60))).isEmpty();
    assertThat(approval(window, null).refusal(POST, NOON.minusSeconds(1))).isPresent();
    assertThat(approval(window, null).refusal(POST, NOON.plusSeconds(61)))
        .contains(
            "The approval is for the time from 2026-11-21T12:00:00Z to 2026-11-21T12:01:00Z, not for"
                + " 2026-11-21T12:01:01Z; move the post or ask its owner again.");
    assertThat(new ApprovalWindow(NOON, null).inWords()).startsWith("not before");
    assertThat(new ApprovalWindow(null, NOON).inWords()).startsWith("not after");
    assertThatThrownBy(() -> new ApprovalWindow(NOON, NOON.minusSeconds(1)))
        .hasMessage("The window ends before it begins.");
  }

  @Test
  void endsWhenItIsVoided() {
    assertThat(approval(ApprovalWindow.ANY, NOON).refusal(POST, NOON)).isPresent();
  }

  @Test
  void onlyTheOwnerApproves() {
    var rule = ApprovalRule.ownerOnly(OWNER);
    assertThat(rule.forUser(OWNER).basis()).contains(ApprovalBasis.OWNER);
    assertThat(rule.forUser(STRANGER).allowed()).isFalse();
    assertThat(rule.forUser(STRANGER).refusal()).isPresent();
    assertThat(rule.forOrigin(Origin.PORTAL).allowed()).isFalse();
  }

  @Test
  void untilTheInvitationIsAcceptedNobodyApproves() {
    var rule = new ApprovalRule(null, List.of(new OperatorOverride(new UUID(9, 9), OPERATOR)));
    assertThat(rule.forUser(OPERATOR).allowed()).isFalse();
    assertThat(rule.forOrigin(Origin.REST).allowed()).isFalse();
  }

  @Test
  void anOverrideLetsTheNamedOperatorApproveAndNobodyElse() {
    var rule = new ApprovalRule(OWNER, List.of(new OperatorOverride(new UUID(9, 9), OPERATOR)));
    assertThat(rule.forUser(OPERATOR).basis()).contains(ApprovalBasis.OPERATOR_OVERRIDE);
    assertThat(rule.forUser(STRANGER).allowed()).isFalse();
    assertThat(rule.forOrigin(Origin.PERSONA).allowed()).isFalse();
  }

  @Test
  void autoApproveCoversTheNamedSourceAndNoPerson() {
    var rule = new ApprovalRule(OWNER, List.of(new AutoApprove(new UUID(9, 9), Origin.MAIL)));
    assertThat(rule.forOrigin(Origin.MAIL).basis()).contains(ApprovalBasis.AUTO_SOURCE);
    assertThat(rule.forOrigin(Origin.PERSONA).allowed()).isFalse();
    assertThat(rule.forUser(OPERATOR).allowed()).isFalse();
  }

  private static Approval approval(ApprovalWindow window, @Nullable Instant voidedAt) {
    return new Approval(
        new UUID(0, 1),
        new UUID(0, 2),
        OWNER,
        NOON.minusSeconds(3600),
        CanonicalPayload.hash(POST),
        "42",
        window,
        ApprovalBasis.OWNER,
        voidedAt);
  }
}
