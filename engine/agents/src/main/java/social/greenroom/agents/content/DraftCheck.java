package social.greenroom.agents.content;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.PayloadCheck;
import social.greenroom.core.network.Problem;
import social.greenroom.core.post.Payload;

/** Checks a draft against its network, by the same rules as everything that goes out. */
record DraftCheck(DraftAccount account, @Nullable String link) {
  // The account's id at the network isn't needed to count; the check wants one.
  private static final String ANY_REMOTE_ID = "draft";

  /** What the network would refuse, as sentences. */
  List<String> problems(String text, List<String> thread, @Nullable String firstComment) {
    var payload =
        new Payload(
            account.platform(),
            ANY_REMOTE_ID,
            text,
            thread,
            firstComment,
            link,
            List.of(),
            new TreeMap<>());
    var problems = new ArrayList<String>();
    PayloadCheck.check(payload, account.channel()).stream()
        .map(Problem::message)
        .forEach(problems::add);
    if (problems.isEmpty()) {
      tighter("The text", OutgoingText.of(payload), problems);
      thread.forEach(post -> tighter("A post of the thread", post, problems));
    }
    return problems;
  }

  /** An instance may allow less than its network's profile. */
  private void tighter(String what, String text, List<String> problems) {
    var excess = account.limit().excess(text);
    if (excess > 0) {
      problems.add(
          "%s counts %d, and this account takes %d; shorten it by %d."
              .formatted(what, account.limit().count(text), account.limit().max(), excess));
    }
  }
}
