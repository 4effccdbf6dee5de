package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.VariantRow;

/** A person decides about something that follows a post: it counts for the version they saw. */
@Singleton
final class Following {
  VariantRow decide(OpenVariant open, int position, FollowUpDecision decision) {
    var desk = open.session().followUpDesk();
    var row =
        desk.lock(open.row().id(), position)
            .orElseThrow(() -> ProblemException.notFound("follow-up"));
    var action = decision.decision();
    demandRight(open, action);
    if (row.version() != decision.version()) {
      throw OpenVariant.stale();
    }
    if (row.state() == FollowUpState.UNKNOWN) {
      Asked.demand(asked(open, row));
    }
    if (!new FollowUpActions(open.caller().role(), true).in(row.state(), true).contains(action)) {
      throw ProblemException.of(
          ProblemKind.CONFLICT,
          "It is %s now, so that can't be done. Look at it again."
              .formatted(row.state().wireName().replace('_', ' ')));
    }
    var name = open.caller().displayName();
    switch (action) {
      case DONE ->
          desk.done(row, picked(open, row, decision.remoteId()), decision.remoteUrl(), name);
      case NOT_DONE -> desk.notOut(row, "%s looked: it isn't there.".formatted(name), name);
      case RETRY -> desk.tryAgain(row, "%s has it tried again.".formatted(name), name);
      case LEAVE_OUT -> desk.leaveOut(row, "%s left it out.".formatted(name), name);
    }
    record(open, row, action);
    return open.row();
  }

  private static boolean asked(OpenVariant open, FollowUpRow row) {
    return open.session().followUps().attempts(List.of(row.variantId())).stream()
        .filter(attempt -> attempt.position() == row.position() && attempt.inDoubt())
        .anyMatch(attempt -> Asked.about(open.account(), attempt));
  }

  private static void demandRight(OpenVariant open, FollowUpAction action) {
    switch (action) {
      case DONE, NOT_DONE -> open.caller().require(Permission.SETTLE);
      case RETRY -> {
        open.caller().require(Permission.RETRY);
        open.requireConsent();
      }
      case LEAVE_OUT -> open.caller().require(Permission.CANCEL);
    }
  }

  /** What follows next answers it, so an id is taken only where reading found it. */
  private static @Nullable String picked(
      OpenVariant open, FollowUpRow row, @Nullable String remoteId) {
    if (remoteId == null) {
      return null;
    }
    var found =
        open.session().followUps().attempts(List.of(row.variantId())).stream()
            .filter(attempt -> attempt.position() == row.position())
            .map(FollowUpAttemptRow::candidates)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .anyMatch(candidate -> candidate.remoteId().equals(remoteId));
    if (!found) {
      throw ProblemException.of(
          ProblemKind.CONFLICT, "That isn't one of the posts that were found. Look at it again.");
    }
    return remoteId;
  }

  private static void record(OpenVariant open, FollowUpRow row, FollowUpAction action) {
    var words = FollowUp.of(open.row().content()).get(row.position() - 1).words();
    var did =
        switch (action) {
          case DONE -> "found that %s is there";
          case NOT_DONE -> "found that %s isn't there";
          case RETRY -> "has %s tried again";
          case LEAVE_OUT -> "left %s out";
        };
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "follow_up." + action.wireName(),
            "%s %s, of %s."
                .formatted(open.caller().displayName(), did.formatted(words), open.named()),
            open.row(),
            open.row());
  }
}
