package social.greenroom.store.series;

import java.util.Locale;

/** What became of a series' time. */
public enum OccurrenceState {
  /** Its PostRequest is about to be made. */
  WANTED,
  /** Its PostRequest was made. */
  REQUESTED,
  /** The Kubernetes API refused its PostRequest. */
  REFUSED,
  /** It passed while nothing could be made. */
  MISSED,
  /** The series has that time no longer; what was drafted for it is cancelled. */
  DROPPED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
