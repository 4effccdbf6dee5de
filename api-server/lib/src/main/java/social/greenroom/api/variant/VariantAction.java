package social.greenroom.api.variant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a person may do with a variant. */
public enum VariantAction {
  APPROVE,
  EDIT,
  REJECT,
  TAKE_BACK,
  RESCHEDULE,
  CANCEL,
  RETRY,
  SETTLE_PUBLISHED,
  SETTLE_NOT_PUBLISHED;

  /** The name in the API, for example {@code settle_published}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
