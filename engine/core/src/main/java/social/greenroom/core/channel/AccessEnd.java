package social.greenroom.core.channel;

import java.time.Instant;

/** What came of giving an account's access back to its network. Sentences hold no secret. */
public sealed interface AccessEnd {
  String sentence();

  /** The token is worth nothing any more. */
  record Ended(String sentence) implements AccessEnd {}

  /** It can't be done from here; the sentence says where it can. */
  record Impossible(String sentence) implements AccessEnd {}

  /** It isn't known or didn't work; doing it again is safe. Not before that instant. */
  record Later(Instant notBefore, String sentence) implements AccessEnd {}
}
