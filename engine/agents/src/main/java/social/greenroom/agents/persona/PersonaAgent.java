package social.greenroom.agents.persona;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import social.greenroom.agents.Agent;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.agents.prompt.Brief;
import social.greenroom.agents.prompt.Instructions;
import social.greenroom.agents.prompt.Question;
import social.greenroom.agents.router.ModelRouter;

/** Decides whether a talent should post now, and what about. It may stay silent. */
public final class PersonaAgent {
  private static final String INSTRUCTIONS = Instructions.of(PersonaAgent.class);
  private static final DateTimeFormatter NOW =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final ModelRouter router;

  public PersonaAgent(ModelRouter router) {
    this.router = router;
  }

  /**
   * Decides.
   *
   * @throws AgentFailedException when there is no answer, or none that fits
   */
  public PersonaDecision decide(PersonaInput input) throws AgentFailedException {
    var brief = new Brief();
    input.voice().tell(brief);
    brief
        .material("recent-posts", input.recent())
        .material("planned-posts", input.planned())
        .fact("Now, where the talent lives", NOW.format(input.now()))
        .fact("Free slots in the coming days", Integer.toString(input.freeSlots()));
    return router.ask(new Question(Agent.PERSONA, INSTRUCTIONS, brief.text()), new DecisionType());
  }
}
