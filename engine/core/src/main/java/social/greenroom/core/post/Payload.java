package social.greenroom.core.post;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Platform;

/**
 * Everything that leaves for the network: what an approval covers. {@link CanonicalPayload} writes
 * it in one versioned form, whose SHA-256 is the content hash.
 *
 * @param platform the network it goes to
 * @param accountRemoteId the account's id at the network, fixed when it was connected
 * @param text the post itself, or the first post of a thread
 * @param thread the further posts of a thread, in order; empty for a single post
 * @param firstComment a comment that follows the post, if any
 * @param link the link with its UTM parameters, if any
 * @param media pictures as rendered for this network, in order
 * @param options the network's own options (visibility, board), by name
 */
public record Payload(
    Platform platform,
    String accountRemoteId,
    String text,
    List<String> thread,
    @Nullable String firstComment,
    @Nullable String link,
    List<PayloadMedia> media,
    SortedMap<String, String> options) {
  public Payload {
    thread = List.copyOf(thread);
    media = List.copyOf(media);
    options = naturallySorted(options);
  }

  /** A single post of words only, the simplest payload there is. */
  public static Payload ofText(Platform platform, String accountRemoteId, String text) {
    return new Payload(
        platform, accountRemoteId, text, List.of(), null, null, List.of(), new TreeMap<>());
  }

  /** The same for the account with that id at the network. */
  public Payload forAccount(String remoteId) {
    return new Payload(platform, remoteId, text, thread, firstComment, link, media, options);
  }

  /** Every text a reader of the post may come to see, in order: never-say looks at all of them. */
  public List<String> texts() {
    var texts = new ArrayList<String>();
    texts.add(text);
    texts.addAll(thread);
    if (firstComment != null) {
      texts.add(firstComment);
    }
    if (link != null) {
      texts.add(link);
    }
    media.forEach(picture -> texts.add(picture.altText()));
    texts.addAll(options.values());
    return Collections.unmodifiableList(texts);
  }

  // A map sorted by somebody else's comparator would give another canonical form.
  private static SortedMap<String, String> naturallySorted(Map<String, String> options) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }
}
