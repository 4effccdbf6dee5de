package social.greenroom.worker.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.greenroom.agents.AgentFailedException;
import social.greenroom.agents.content.ContentAgent;
import social.greenroom.agents.content.Draft;
import social.greenroom.agents.content.DraftAccount;
import social.greenroom.agents.content.DraftInput;
import social.greenroom.agents.content.MediaDescription;
import social.greenroom.agents.moderation.ModerationAgent;
import social.greenroom.agents.moderation.ModerationInput;
import social.greenroom.agents.persona.PersonaAgent;
import social.greenroom.agents.persona.PersonaDecision;
import social.greenroom.agents.router.ModelRouter;
import social.greenroom.core.neversay.NeverSayList;
import social.greenroom.store.account.AccountRow;
import social.greenroom.trace.Span;

/** Asks the agents: what about, in which words, and whether that may be said. */
final class Writing {
  private final PersonaAgent persona;
  private final ContentAgent content;
  private final ModerationAgent moderation;

  Writing(ModelRouter router) {
    this.persona = new PersonaAgent(router);
    this.content = new ContentAgent(router);
    this.moderation = new ModerationAgent(router);
  }

  /** Whether the talent should post now, and what about. */
  PersonaDecision decide(Assignment assignment) throws AgentFailedException {
    return Span.during("decide", () -> persona.decide(assignment.situation()));
  }

  /** A judged draft for each account. */
  List<Drafted> draft(Assignment assignment, String idea, List<Picture> pictures)
      throws AgentFailedException {
    var input =
        new DraftInput(
            assignment.voice(),
            idea,
            assignment.request().link(),
            assignment.accounts().stream()
                .map(
                    a ->
                        DraftAccount.of(a.id(), a.platform(), a.channel())
                            .wanting(assignment.kinds()))
                .toList(),
            pictures.stream().map(p -> new MediaDescription(p.sha256(), p.description())).toList(),
            assignment.earlier());
    var written = Span.during("write", () -> content.draft(input));
    var drafts = new ArrayList<Drafted>();
    for (var draft : written) {
      for (var account : assignment.accounts()) {
        if (account.id().equals(draft.accountId())) {
          drafts.add(judged(assignment, account, draft));
        }
      }
    }
    return drafts;
  }

  private Drafted judged(Assignment assignment, AccountRow account, Draft draft)
      throws AgentFailedException {
    var link = assignment.request().link();
    var drafted =
        new Drafted(
            account,
            draft.text(),
            draft.thread(),
            draft.firstComment(),
            link == null
                ? null
                : TaggedLink.of(link, account.platform(), assignment.talent().slug()),
            draft.altTexts(),
            Optional.empty());
    var input =
        new ModerationInput(
            assignment.voice(),
            new NeverSayList(assignment.talent().profile().neverSay()),
            drafted.judgeable(),
            account.channel());
    var judgement = Span.during("moderate", () -> moderation.judge(input));
    return judgement.blocked() ? drafted.refusedBecause(judgement.reason()) : drafted;
  }
}
