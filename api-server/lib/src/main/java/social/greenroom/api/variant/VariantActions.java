package social.greenroom.api.variant;

import java.util.List;
import java.util.stream.Stream;
import social.greenroom.core.access.Permission;
import social.greenroom.core.access.Role;
import social.greenroom.core.post.VariantState;

/**
 * Which actions a person has on a variant: what its state allows, their role permits, and, where it
 * counts as consent, only the talent's owner or whom the owner lets stand in.
 *
 * @param consents whether the person's yes counts for the variant's talent
 */
public record VariantActions(Role role, boolean consents) {
  /**
   * The actions in this state, in the order a page shows them.
   *
   * @param asked whether a person is asked what became of it, where that isn't known
   */
  public List<VariantAction> in(VariantState state, boolean asked) {
    return Stream.of(VariantAction.values())
        .filter(action -> possible(action, state, asked) && permitted(action))
        .toList();
  }

  private boolean permitted(VariantAction action) {
    return switch (action) {
      case APPROVE, TAKE_BACK -> consents && role.may(Permission.APPROVE);
      case EDIT -> role.may(Permission.EDIT);
      case REJECT -> role.may(Permission.REJECT);
      case RESCHEDULE -> role.may(Permission.RESCHEDULE);
      case CANCEL -> role.may(Permission.CANCEL);
      case RETRY -> consents && role.may(Permission.RETRY);
      case SETTLE_PUBLISHED, SETTLE_NOT_PUBLISHED -> role.may(Permission.SETTLE);
    };
  }

  private static boolean possible(VariantAction action, VariantState state, boolean asked) {
    return switch (action) {
      case APPROVE -> state == VariantState.AWAITING_APPROVAL;
      case EDIT -> state.editable() && state != VariantState.DRAFT;
      case REJECT -> state == VariantState.AWAITING_APPROVAL;
      case TAKE_BACK -> state == VariantState.APPROVED || state == VariantState.QUEUED;
      case RESCHEDULE ->
          state == VariantState.AWAITING_APPROVAL
              || state == VariantState.APPROVED
              || state == VariantState.QUEUED;
      case CANCEL -> state.canBecome(VariantState.CANCELLED);
      case RETRY -> state == VariantState.FAILED;
      case SETTLE_PUBLISHED, SETTLE_NOT_PUBLISHED -> state == VariantState.UNKNOWN && asked;
    };
  }
}
