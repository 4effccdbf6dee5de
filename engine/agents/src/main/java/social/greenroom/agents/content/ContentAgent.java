package social.greenroom.agents.content;

import java.util.List;
import social.greenroom.agents.Agent;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.agents.prompt.Brief;
import social.greenroom.agents.prompt.Instructions;
import social.greenroom.agents.prompt.Question;
import social.greenroom.agents.router.ModelRouter;

/**
 * Writes a post for each account, in the talent's voice and the network's conventions. What it
 * returns fits the networks' limits; text that is too long is asked for once more, never cut.
 */
public final class ContentAgent {
  private static final String INSTRUCTIONS = Instructions.of(ContentAgent.class);

  private final ModelRouter router;

  public ContentAgent(ModelRouter router) {
    this.router = router;
  }

  /**
   * Drafts, one for each account, in their order.
   *
   * @throws AgentFailedException when there is no answer, or none that fits
   */
  public List<Draft> draft(DraftInput input) throws AgentFailedException {
    var brief = new Brief();
    input.voice().tell(brief);
    brief.material("request", input.requestText());
    var link = input.link();
    if (link != null) {
      brief
          .material("link", link)
          .lines("The link is added below each text and counts; don't repeat it in the text.");
    }
    pictures(brief, input.media());
    brief.lines("Accounts:");
    input.accounts().forEach(account -> account(brief, input, account));
    return router.ask(
        new Question(Agent.CONTENT, INSTRUCTIONS, brief.text()), new DraftsType(input));
  }

  private static void account(Brief brief, DraftInput input, DraftAccount account) {
    brief.lines(new AccountBrief(account).text());
    var earlier = input.earlier(account.id());
    if (!earlier.isEmpty()) {
      brief
          .lines("Said before on this account, the latest first; say it in other words now:")
          .material("earlier", earlier);
    }
  }

  private static void pictures(Brief brief, List<MediaDescription> media) {
    for (var picture : media) {
      brief
          .lines("A picture goes with the post:\n- sha256: " + picture.sha256())
          .material("picture", picture.description());
    }
  }
}
