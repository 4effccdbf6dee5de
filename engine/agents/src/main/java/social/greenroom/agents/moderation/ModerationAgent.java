package social.greenroom.agents.moderation;

import social.greenroom.agents.Agent;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.agents.prompt.Brief;
import social.greenroom.agents.prompt.Instructions;
import social.greenroom.agents.prompt.Question;
import social.greenroom.agents.router.ModelRouter;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.post.Payload;

/**
 * Judges a draft. Rules come first and are final: what a never-say list or a network's limit
 * blocks, no model is asked about. The model can only block what the rules let pass.
 */
public final class ModerationAgent {
  private static final String INSTRUCTIONS = Instructions.of(ModerationAgent.class);

  private final ModelRouter router;

  public ModerationAgent(ModelRouter router) {
    this.router = router;
  }

  /**
   * Judges.
   *
   * @throws AgentFailedException when the rules let it pass and there is no answer, or none that
   *     fits
   */
  public Judgement judge(ModerationInput input) throws AgentFailedException {
    var hit = input.neverSay().firstHit(input.payload());
    if (hit.isPresent()) {
      return Judgement.block(hit.get().sentence());
    }
    var problems = PayloadCheck.check(input.payload(), input.channel());
    if (!problems.isEmpty()) {
      return Judgement.block(problems.get(0).message());
    }
    var brief = new Brief();
    input.voice().tell(brief);
    show(brief, input.payload());
    return router.ask(
        new Question(Agent.MODERATION, INSTRUCTIONS, brief.text()), new JudgementType());
  }

  private static void show(Brief brief, Payload payload) {
    brief
        .fact("Network", payload.platform().displayName())
        .material("draft", payload.text())
        .material("thread", payload.thread());
    var comment = payload.firstComment();
    if (comment != null) {
      brief.material("first-comment", comment);
    }
    payload.media().forEach(picture -> brief.material("picture", picture.altText()));
  }
}
