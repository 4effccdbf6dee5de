package social.greenroom.standalone.kube.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import social.greenroom.standalone.kube.storage.ObjectStore;
import social.greenroom.standalone.kube.storage.StoredObject;

/**
 * Deletes Jobs {@code ttlSecondsAfterFinished} after they finished, as a cluster's TTL controller
 * does.
 */
final class JobExpiry {

  private static final String JOBS = "jobs.batch";
  private static final List<String> FINISHED = List.of("Complete", "Failed");

  private final ObjectStore store;
  private final Housekeeping housekeeping;

  JobExpiry(ObjectStore store, Housekeeping housekeeping) {
    this.store = store;
    this.housekeeping = housekeeping;
  }

  void sweep() {
    store.ofResource(JOBS).forEach(this::examine);
  }

  /** Deletes the Job if its time has come; else says how long that takes, where it will. */
  Optional<Duration> examine(StoredObject job) {
    if (!job.key().resource().equals(JOBS)) {
      return Optional.empty();
    }
    var left = expires(job.object()).map(at -> Duration.between(Instant.now(), at));
    if (left.filter(duration -> duration.isNegative() || duration.isZero()).isEmpty()) {
      return left;
    }
    housekeeping.delete(job);
    return Optional.empty();
  }

  /** Empty for a Job that is kept. */
  static Optional<Instant> expires(ObjectNode job) {
    JsonNode ttl = job.at("/spec/ttlSecondsAfterFinished");
    if (!ttl.isNumber()) {
      return Optional.empty();
    }
    for (JsonNode condition : job.at("/status/conditions")) {
      if (FINISHED.contains(condition.path("type").asText())
          && condition.path("status").asText().equals("True")) {
        return instant(condition.path("lastTransitionTime").asText())
            .map(at -> at.plusSeconds(ttl.asLong()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(String timestamp) {
    try {
      return Optional.of(OffsetDateTime.parse(timestamp).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
