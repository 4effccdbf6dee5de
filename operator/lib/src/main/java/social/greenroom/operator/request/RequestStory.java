package social.greenroom.operator.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestConditions;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.operator.event.EventReason;
import social.greenroom.operator.event.Events;

/** The events of a request, told once each. */
@ApplicationScoped
class RequestStory {
  private final Events events;

  RequestStory(Events events) {
    this.events = events;
  }

  Events events() {
    return events;
  }

  void tell(PostRequest request, KeptRequest kept, PostRequestStatus after) {
    var before =
        Optional.ofNullable(request.getStatus())
            .map(PostRequestStatus::conditions)
            .orElse(List.of());
    if (kept.row() == null) {
      events.warn(request, EventReason.REFUSED, kept.verdict().sentence());
      return;
    }
    changed(PostRequestConditions.ACCEPTED, before, after)
        .ifPresent(accepted -> events.tell(request, reason(accepted), accepted.message()));
    changed(PostRequestConditions.SUCCEEDED, before, after)
        .filter(succeeded -> after.finishedAt() != null)
        .ifPresent(
            succeeded ->
                events.tell(
                    request,
                    succeeded.holds() ? EventReason.DRAFTED : EventReason.FAILED,
                    succeeded.message()));
  }

  private static EventReason reason(Condition accepted) {
    return accepted.reason().equals(RequestProjection.ALREADY_DONE)
        ? EventReason.ALREADY_DONE
        : EventReason.ACCEPTED;
  }

  /** The condition, where it says another status or reason than before. */
  private static Optional<Condition> changed(
      String type, List<Condition> before, PostRequestStatus after) {
    var was = Conditions.find(before, type);
    return Conditions.find(after.conditions(), type)
        .filter(
            now ->
                was.isEmpty()
                    || was.get().status() != now.status()
                    || !was.get().reason().equals(now.reason()));
  }

  void cancelled(PostRequest request, String sentence) {
    events.tell(request, EventReason.CANCELLED, sentence);
  }
}
