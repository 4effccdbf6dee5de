package social.greenroom.agents.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;
import social.greenroom.core.post.Payload;
import social.greenroom.core.post.PayloadMedia;
import social.greenroom.core.post.SaidText;

/**
 * Reads the drafts and holds each against its network: one that is too long isn't cut, but unfit.
 */
record DraftsReader(DraftInput input) {
  private static final int TEXT_MAX = 20_000;
  private static final int THREAD_MAX = 20;

  List<Draft> read(Fields answer) throws UnfitAnswerException {
    var altTexts = altTexts(answer);
    var found = new HashMap<UUID, Draft>();
    var problems = new ArrayList<String>();
    for (var fields : answer.objects("drafts", 2 * input.accounts().size())) {
      var account = account(fields);
      var draft = draft(account, fields, altTexts);
      if (found.put(account.id(), draft) != null) {
        throw fields.unfit("accountId", "has a draft already; write one for each account");
      }
      new DraftCheck(account, input.link())
          .problems(draft.text(), draft.thread(), draft.firstComment())
          .forEach(problem -> problems.add("Draft for %s: %s".formatted(account.id(), problem)));
      if (saidBefore(account, draft)) {
        problems.add(
            "Draft for %s: it says what was said there before; find other words."
                .formatted(account.id()));
      }
    }
    if (!problems.isEmpty()) {
      throw new UnfitAnswerException(String.join(" ", problems));
    }
    return inOrder(found);
  }

  /** Without the link, which may be the same each time. */
  private boolean saidBefore(DraftAccount account, Draft draft) {
    var now = said(account, draft.text());
    return input.earlier(account.id()).stream()
        .anyMatch(earlier -> said(account, earlier).sameAs(now));
  }

  private static SaidText said(DraftAccount account, String text) {
    return SaidText.of(Payload.ofText(account.platform(), "draft", text));
  }

  private List<Draft> inOrder(Map<UUID, Draft> found) throws UnfitAnswerException {
    var drafts = new ArrayList<Draft>();
    for (var account : input.accounts()) {
      var draft = found.get(account.id());
      if (draft == null) {
        throw new UnfitAnswerException("There is no draft for %s.".formatted(account.id()));
      }
      drafts.add(draft);
    }
    return List.copyOf(drafts);
  }

  private DraftAccount account(Fields fields) throws UnfitAnswerException {
    var id = fields.text("accountId", 100);
    return input.accounts().stream()
        .filter(account -> account.id().toString().equalsIgnoreCase(id))
        .findFirst()
        .orElseThrow(() -> fields.unfit("accountId", "isn't one of the accounts"));
  }

  private static Draft draft(DraftAccount account, Fields fields, Map<String, String> altTexts)
      throws UnfitAnswerException {
    return new Draft(
        account.id(),
        fields.text("text", TEXT_MAX),
        fields.texts("thread", THREAD_MAX, TEXT_MAX),
        fields.optionalText("firstComment", TEXT_MAX),
        altTexts);
  }

  private Map<String, String> altTexts(Fields answer) throws UnfitAnswerException {
    var known = input.media().stream().map(MediaDescription::sha256).collect(Collectors.toSet());
    var shortest =
        input.accounts().stream()
            .mapToInt(account -> account.network().images().altTextMax())
            .reduce(PayloadMedia.ALT_TEXT_MAX, Math::min);
    var altTexts = new HashMap<String, String>();
    for (var picture : answer.objects("pictures", 2 * known.size())) {
      var sha256 = picture.text("sha256", 100);
      if (!known.contains(sha256)) {
        throw picture.unfit("sha256", "isn't one of the pictures");
      }
      altTexts.put(sha256, picture.text("altText", shortest));
    }
    if (!altTexts.keySet().equals(known)) {
      throw answer.unfit("pictures", "has to tell what each picture shows");
    }
    return altTexts;
  }
}
