package social.greenroom.api.variant;

/** What happens next with a variant, and who decides, as sentences. */
final class NextStep {
  private static final String NOTHING = "Nothing more happens.";

  private NextStep() {}

  static String of(VariantFacts facts) {
    return switch (facts.state()) {
      case DRAFT -> "It is being written and checked; %s decides then.".formatted(facts.talent());
      case BLOCKED ->
          "Change the text so that the rule is kept; it is checked again, and %s decides then."
              .formatted(facts.talent());
      case AWAITING_APPROVAL -> decision(facts);
      case APPROVED, QUEUED -> sending(facts);
      case PUBLISHING -> "It is being sent to %s.".formatted(facts.network());
      case PUBLISHED -> "Nothing more happens: it is live on %s.".formatted(facts.network());
      case FAILED ->
          "Change it, or let %s try again; until then nothing is sent.".formatted(facts.talent());
      case UNKNOWN -> settling(facts);
      case REJECTED, CANCELLED, TAKEN_DOWN -> NOTHING;
    };
  }

  private static String decision(VariantFacts facts) {
    if (!facts.owned()) {
      return "Nobody owns %s's posts yet: the invited owner has to sign in first."
          .formatted(facts.talent());
    }
    var due = facts.dueAt();
    var after =
        due == null
            ? "in the account's next free slot"
            : "on %s".formatted(facts.times().words(due));
    return "%s decides; after a yes it goes out %s.".formatted(facts.talent(), after);
  }

  private static String sending(VariantFacts facts) {
    var hold = facts.hold();
    if (hold != null) {
      return "Sending is on hold, so it waits: %s".formatted(Sentences.ended(hold));
    }
    var due = facts.dueAt();
    return due == null
        ? "It goes out by itself."
        : "It goes out by itself on %s.".formatted(facts.times().words(due));
  }

  private static String settling(VariantFacts facts) {
    return facts.asked()
        ? "Look at %s on %s and say here whether the post is there; nothing is sent again before that."
            .formatted(facts.talent(), facts.network())
        : "%s's own posts on %s are being read to find out; nothing is sent again before that."
            .formatted(facts.talent(), facts.network());
  }
}
