package social.greenroom.agents.moderation;

/** What moderation says to a draft. */
public enum Verdict {
  OK,
  BLOCK
}
