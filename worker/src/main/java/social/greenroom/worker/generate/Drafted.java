package social.greenroom.worker.generate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Payload;
import social.greenroom.store.account.AccountRow;

/**
 * What was written for one account, judged but not stored yet.
 *
 * @param link with its UTM parameters
 * @param altTexts what the request's pictures show, by their SHA-256
 * @param refusal why moderation blocks it
 */
record Drafted(
    AccountRow account,
    String text,
    List<String> thread,
    @Nullable String firstComment,
    @Nullable String link,
    Map<String, String> altTexts,
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

  /** As far as it can be judged: whose account it is for is known only when that is connected. */
  Payload judgeable() {
    return account.connected() ? payload() : payload().forAccount("unknown");
  }

  /** The picture's text: who gave the picture knows best what it shows. */
  String altText(Picture picture) {
    var given = picture.altText();
    return given != null && !given.isBlank() ? given : altTexts.getOrDefault(picture.sha256(), "");
  }

  Drafted refusedBecause(String reason) {
    return new Drafted(account, text, thread, firstComment, link, altTexts, Optional.of(reason));
  }
}
