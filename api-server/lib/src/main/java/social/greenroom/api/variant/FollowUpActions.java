package social.greenroom.api.variant;

import java.util.List;
import java.util.stream.Stream;
import social.greenroom.core.access.Permission;
import social.greenroom.core.access.Role;
import social.greenroom.core.post.FollowUpState;

/**
 * Which actions a person has on something that follows a post.
 *
 * @param consents whether the person's yes counts for the talent
 */
record FollowUpActions(Role role, boolean consents) {
  /**
   * @param asked whether a person is asked what became of it, where that isn't known
   */
  List<FollowUpAction> in(FollowUpState state, boolean asked) {
    return Stream.of(FollowUpAction.values())
        .filter(action -> possible(action, state, asked) && permitted(action))
        .toList();
  }

  private static boolean possible(FollowUpAction action, FollowUpState state, boolean asked) {
    return switch (action) {
      case DONE -> (state == FollowUpState.UNKNOWN && asked) || state == FollowUpState.FAILED;
      case NOT_DONE -> state == FollowUpState.UNKNOWN && asked;
      case RETRY -> state == FollowUpState.FAILED;
      case LEAVE_OUT -> state == FollowUpState.FAILED || state == FollowUpState.WAITING;
    };
  }

  private boolean permitted(FollowUpAction action) {
    return switch (action) {
      case DONE, NOT_DONE -> role.may(Permission.SETTLE);
      case RETRY -> consents && role.may(Permission.RETRY);
      case LEAVE_OUT -> role.may(Permission.CANCEL);
    };
  }
}
