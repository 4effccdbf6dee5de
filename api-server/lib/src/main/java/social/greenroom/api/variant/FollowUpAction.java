package social.greenroom.api.variant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person may say of something that follows a post. */
public enum FollowUpAction {
  /** It is there: what was unknown, or what failed and was added by hand. */
  DONE,
  /** It was unknown, and isn't there. */
  NOT_DONE,
  /** It failed, and is to be tried again. */
  RETRY,
  /** It is left out, and what would come after it in a thread with it. */
  LEAVE_OUT;

  /** The name in the API, for example {@code not_done}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
