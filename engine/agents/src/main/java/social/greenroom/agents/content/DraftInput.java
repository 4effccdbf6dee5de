package social.greenroom.agents.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.agents.prompt.Voice;

/**
 * What the content agent writes from.
 *
 * @param requestText what was asked for
 * @param link the link that will go out with the post, if any; it counts
 * @param accounts at least one
 */
public record DraftInput(
    Voice voice,
    String requestText,
    @Nullable String link,
    List<DraftAccount> accounts,
    List<MediaDescription> media) {
  public DraftInput {
    accounts = List.copyOf(accounts);
    media = List.copyOf(media);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("There is no account to write for.");
    }
  }
}
