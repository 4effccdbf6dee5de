package social.greenroom.worker.settle;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a network keeps what it was sent. */
public final class StoredText {
  private StoredText() {}

  /**
   * The text as the network shows it, where that isn't what was sent: cut, or changed otherwise
   * than by shortened links, escapes and white space. Empty where it is the same, or the network
   * doesn't tell.
   *
   * @param shown null where the network doesn't tell
   */
  public static Optional<String> altered(String sent, @Nullable String shown) {
    return Optional.ofNullable(shown).filter(text -> !PostText.of(text).keeps(PostText.of(sent)));
  }
}
