package social.greenroom.agents.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.agents.prompt.Voice;

/**
 * What the content agent writes from.
 *
 * @param requestText what was asked for
 * @param link the link that will go out with the post, if any; it counts
 * @param accounts at least one
 * @param earlier by account, what was said there of the same before, the latest first: none of it
 *     is to be said again in the same words
 */
public record DraftInput(
    Voice voice,
    String requestText,
    @Nullable String link,
    List<DraftAccount> accounts,
    List<MediaDescription> media,
    Map<UUID, List<String>> earlier) {
  /** For what is said for the first time. */
  public DraftInput(
      Voice voice,
      String requestText,
      @Nullable String link,
      List<DraftAccount> accounts,
      List<MediaDescription> media) {
    this(voice, requestText, link, accounts, media, Map.of());
  }

  public DraftInput {
    earlier = Map.copyOf(earlier);
    accounts = List.copyOf(accounts);
    media = List.copyOf(media);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("There is no account to write for.");
    }
  }

  /** What was said on that account before. */
  List<String> earlier(UUID account) {
    return earlier.getOrDefault(account, List.of());
  }
}
