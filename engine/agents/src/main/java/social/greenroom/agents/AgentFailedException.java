package social.greenroom.agents;

/** An agent has no answer. The message is a sentence for a person and holds no secret. */
public final class AgentFailedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean temporary;

  /**
   * @param temporary whether the same question may well be answered later, because the router was
   *     away or overloaded
   */
  public AgentFailedException(String sentence, boolean temporary) {
    super(sentence);
    this.temporary = temporary;
  }

  /** Whether asking again later may help. */
  public boolean temporary() {
    return temporary;
  }
}
