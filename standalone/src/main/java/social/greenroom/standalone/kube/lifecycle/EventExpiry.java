package social.greenroom.standalone.kube.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import social.greenroom.standalone.kube.object.Metadata;
import social.greenroom.standalone.kube.resource.BuiltinTypes;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;

/**
 * Events go a day after they last happened. A cluster's go after an hour; here a person looks
 * later, and there are few.
 */
final class EventExpiry {

  private static final Duration KEPT = Duration.ofDays(1);

  private final ObjectStore store;
  private final Housekeeping housekeeping;

  EventExpiry(ObjectStore store, Housekeeping housekeeping) {
    this.store = store;
    this.housekeeping = housekeeping;
  }

  void sweep() {
    Instant oldest = Instant.now().minus(KEPT);
    for (StoredObject event : store.ofResource(BuiltinTypes.EVENTS)) {
      if (lastSeen(event).isBefore(oldest)) {
        housekeeping.delete(event);
      }
    }
  }

  private static Instant lastSeen(StoredObject event) {
    var object = event.object();
    Instant created = instant(Metadata.of(object).text("creationTimestamp"));
    Instant last = instant(object.path("lastTimestamp").asText(""));
    return last.isAfter(created) ? last : created;
  }

  private static Instant instant(String timestamp) {
    try {
      return OffsetDateTime.parse(timestamp).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
