package social.greenroom.api.variant;

import org.jspecify.annotations.Nullable;

/** The state of a variant as a sentence, in the same words everywhere. */
final class StateText {
  private StateText() {}

  static String of(VariantFacts facts) {
    var reasons = facts.reasons();
    return switch (facts.state()) {
      case DRAFT -> "Draft.";
      case BLOCKED -> with("Blocked", reasons.blocked());
      case AWAITING_APPROVAL -> "Waiting for %s.".formatted(facts.talent());
      case APPROVED -> by("Approved", facts);
      case QUEUED -> goingOut(facts);
      case PUBLISHING -> "Going out now.";
      case PUBLISHED -> live(facts);
      case FAILED -> with("Failed", reasons.failed());
      case UNKNOWN ->
          facts.asked() ? "Not sure it went out: please look." : "Not sure it went out: checking.";
      case REJECTED -> with("Rejected", reasons.rejected());
      case CANCELLED -> with("Cancelled", reasons.cancelled());
      case TAKEN_DOWN -> "Taken down; it was live.";
    };
  }

  private static String with(String state, @Nullable String reason) {
    return reason == null || reason.isBlank()
        ? state + "."
        : "%s: %s".formatted(state, Sentences.ended(reason));
  }

  private static String by(String state, VariantFacts facts) {
    var name = facts.decidedBy();
    return name == null ? state + "." : "%s by %s.".formatted(state, name);
  }

  private static String goingOut(VariantFacts facts) {
    var due = facts.dueAt();
    return due == null ? "Going out." : "Going out %s.".formatted(facts.times().words(due));
  }

  private static String live(VariantFacts facts) {
    var since = facts.publishedAt();
    return since == null
        ? "Live on %s.".formatted(facts.network())
        : "Live on %s since %s.".formatted(facts.network(), facts.times().words(since));
  }
}
