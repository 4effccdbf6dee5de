package social.greenroom.agents.content;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post for one account; it fits the network's limits.
 *
 * @param thread the further posts of a thread; empty for a single post
 * @param altTexts what each picture shows, by its SHA-256
 */
public record Draft(
    UUID accountId,
    String text,
    List<String> thread,
    @Nullable String firstComment,
    Map<String, String> altTexts) {
  public Draft {
    thread = List.copyOf(thread);
    altTexts = Map.copyOf(altTexts);
  }
}
