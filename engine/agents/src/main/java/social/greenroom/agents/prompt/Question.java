package social.greenroom.agents.prompt;

import social.greenroom.agents.Agent;

/**
 * What a model is asked.
 *
 * @param agent who asks
 * @param system our instructions
 * @param user the case at hand, with people's words fenced
 */
public record Question(Agent agent, String system, String user) {

  /**
   * The same question once more, with what was wrong with the first answer. The answer itself isn't
   * repeated: it may hold anything.
   */
  public Question again(String problem) {
    return new Question(
        agent,
        system,
        user
            + "\n\nAn earlier answer to this didn't fit: "
            + problem
            + "\nAnswer anew, and mend that.\n");
  }
}
