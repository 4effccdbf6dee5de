package social.greenroom.worker.generate;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Payload;
import social.greenroom.store.account.AccountRow;

/**
 * What was written for one account, judged but not stored yet.
 *
 * @param link with its UTM parameters
 * @param altTexts for the request's pictures, in their order; may be shorter
 * @param refusal why moderation blocks it
 */
record Drafted(
    AccountRow account,
    String text,
    List<String> thread,
    @Nullable String firstComment,
    @Nullable String link,
    List<String> altTexts,
    Optional<String> refusal) {

  /** The payload without pictures: they join it when they are rendered. */
  Payload payload() {
    var remoteId = account.remoteId();
    return new Payload(
        account.platform(),
        remoteId == null ? "" : remoteId,
        text,
        thread,
        firstComment,
        link,
        List.of(),
        new TreeMap<>(account.options()));
  }

  String altText(int picture, @Nullable String given) {
    if (given != null && !given.isBlank()) {
      return given;
    }
    return picture < altTexts.size() ? altTexts.get(picture) : "";
  }
}
