package social.greenroom.api.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static social.greenroom.api.variant.VariantAction.APPROVE;
import static social.greenroom.api.variant.VariantAction.CANCEL;
import static social.greenroom.api.variant.VariantAction.EDIT;
import static social.greenroom.api.variant.VariantAction.REJECT;
import static social.greenroom.api.variant.VariantAction.RESCHEDULE;
import static social.greenroom.api.variant.VariantAction.RETRY;
import static social.greenroom.api.variant.VariantAction.SETTLE_NOT_PUBLISHED;
import static social.greenroom.api.variant.VariantAction.SETTLE_PUBLISHED;
import static social.greenroom.api.variant.VariantAction.TAKE_BACK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.greenroom.core.access.Role;
import social.greenroom.core.post.VariantState;

class VariantActionsTest {
  private final VariantActions owner = new VariantActions(Role.TALENT, true);
  private final VariantActions agency = new VariantActions(Role.OWNER, false);

  @Test
  void theTalentsOwnerDecides() {
    assertThat(owner.in(VariantState.AWAITING_APPROVAL, true))
        .containsExactly(APPROVE, EDIT, REJECT, RESCHEDULE, CANCEL);
  }

  @Test
  void theAgencyDoesAllButApprove() {
    assertThat(agency.in(VariantState.AWAITING_APPROVAL, true))
        .containsExactly(EDIT, REJECT, RESCHEDULE, CANCEL);
    assertThat(agency.in(VariantState.FAILED, true)).containsExactly(EDIT);
  }

  @ParameterizedTest
  @EnumSource(VariantState.class)
  void aViewerDoesNothing(VariantState state) {
    assertThat(new VariantActions(Role.VIEWER, true).in(state, true)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(VariantState.class)
  void aClientAtMostDecides(VariantState state) {
    assertThat(new VariantActions(Role.CLIENT, true).in(state, true))
        .isSubsetOf(APPROVE, REJECT, TAKE_BACK);
  }

  @Test
  void aFailedOneIsTriedAgainByItsOwner() {
    assertThat(owner.in(VariantState.FAILED, true)).containsExactly(EDIT, RETRY);
  }

  @Test
  void anUnknownOneIsOnlySettled() {
    assertThat(agency.in(VariantState.UNKNOWN, true))
        .containsExactly(SETTLE_PUBLISHED, SETTLE_NOT_PUBLISHED);
    assertThat(agency.in(VariantState.UNKNOWN, false)).isEmpty();
  }

  @Test
  void whatGoesOutNowIsLeftAlone() {
    assertThat(owner.in(VariantState.PUBLISHING, true)).isEmpty();
    assertThat(owner.in(VariantState.PUBLISHED, true)).isEmpty();
    assertThat(owner.in(VariantState.QUEUED, true)).containsExactly(TAKE_BACK, RESCHEDULE, CANCEL);
  }

  @Test
  void onlyWhoseYesCountsTakesItBack() {
    assertThat(owner.in(VariantState.APPROVED, true))
        .containsExactly(EDIT, TAKE_BACK, RESCHEDULE, CANCEL);
    assertThat(agency.in(VariantState.APPROVED, true)).containsExactly(EDIT, RESCHEDULE, CANCEL);
  }

  /** A page that offers an action which the table of states refuses would lie. */
  @ParameterizedTest
  @EnumSource(VariantState.class)
  void offersNothingTheStatesRefuse(VariantState state) {
    var actions = owner.in(state, true);
    if (actions.contains(APPROVE) || actions.contains(RETRY)) {
      assertThat(state.canBecome(VariantState.APPROVED)).isTrue();
    }
    if (actions.contains(REJECT)) {
      assertThat(state.canBecome(VariantState.REJECTED)).isTrue();
    }
    if (actions.contains(CANCEL)) {
      assertThat(state.canBecome(VariantState.CANCELLED)).isTrue();
    }
    if (actions.contains(EDIT)) {
      assertThat(state.editable()).isTrue();
    }
  }
}
