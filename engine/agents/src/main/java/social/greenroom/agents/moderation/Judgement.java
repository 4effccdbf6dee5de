package social.greenroom.agents.moderation;

/**
 * What moderation thinks of a draft.
 *
 * @param reason a sentence; of a blocked draft it says what to change
 */
public record Judgement(Verdict verdict, String reason) {
  static Judgement block(String reason) {
    return new Judgement(Verdict.BLOCK, reason);
  }

  public boolean blocked() {
    return verdict == Verdict.BLOCK;
  }
}
