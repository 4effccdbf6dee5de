package social.greenroom.core.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes row ids: UUID version 7 (RFC 9562), so that ids made later sort later. */
public final class Ids {
  private Ids() {}

  /** Returns a new id, greater than every id this process made before. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
