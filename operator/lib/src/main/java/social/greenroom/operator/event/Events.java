package social.greenroom.operator.event;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Condition;
import social.greenroom.crds.condition.Conditioned;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.condition.StandardConditions;

/**
 * Tells the story of a resource. An event's name is a hash of what it says, so that a reconciler
 * which tells it twice (after a restart, or having lost a race) is heard once.
 */
@ApplicationScoped
public class Events {
  private static final int MESSAGE_MAX = 1024;

  /** Where the API server takes events about what is in no namespace; in no other of ours. */
  private static final String OF_THE_CLUSTER = "default";

  private static final Duration SETTLING_IN = Duration.ofSeconds(5);

  private final EventWriter writer;
  private final Clock clock = Clock.systemUTC();

  Events(EventWriter writer) {
    this.writer = writer;
  }

  /** Tells it soon; an event that can't be written is no reason to stop working. */
  public void tell(HasMetadata about, EventReason reason, String sentence) {
    var message = sentence.length() > MESSAGE_MAX ? sentence.substring(0, MESSAGE_MAX) : sentence;
    writer.write(event(about, reason, message));
  }

  /**
   * Tells when Ready becomes true, and what is missing while it isn't. A resource that was made
   * just now may only be waiting for its neighbours: that isn't worth a warning.
   */
  public void tellReadiness(HasMetadata about, @Nullable Conditioned before, Conditioned after) {
    tellReadiness(about, before, after, false);
  }

  /**
   * The same, where something else may have been told just now. That it is ready then goes without
   * saying: of thousands that are made at once, each is told of once.
   *
   * @param told true when it was
   */
  public void tellReadiness(
      HasMetadata about, @Nullable Conditioned before, Conditioned after, boolean told) {
    var ready = Conditions.find(after.conditions(), StandardConditions.READY);
    if (ready.isEmpty()) {
      return;
    }
    if (!ready.get().holds()) {
      warn(about, EventReason.NOT_READY, ready.get().message());
    } else if (!told && (before == null || !said(before, ready.get()))) {
      tell(about, EventReason.READY, ready.get().message());
    }
  }

  /** Tells of something missing, unless the resource was made just now. */
  public void warn(HasMetadata about, EventReason reason, String sentence) {
    var made = Instant.parse(about.getMetadata().getCreationTimestamp());
    if (clock.instant().isAfter(made.plus(SETTLING_IN))) {
      tell(about, reason, sentence);
    }
  }

  private static boolean said(Conditioned before, Condition ready) {
    return Conditions.find(before.conditions(), ready.type())
        .filter(was -> was.status() == ready.status() && was.reason().equals(ready.reason()))
        .isPresent();
  }

  private Event event(HasMetadata about, EventReason reason, String message) {
    var metadata = about.getMetadata();
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    var namespace = metadata.getNamespace() == null ? OF_THE_CLUSTER : metadata.getNamespace();
    return new EventBuilder()
        .withNewMetadata()
        .withName("%s.%s".formatted(metadata.getName(), digest(metadata.getUid(), reason, message)))
        .withNamespace(namespace)
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(about.getApiVersion())
        .withKind(about.getKind())
        .withName(metadata.getName())
        .withNamespace(metadata.getNamespace())
        .withUid(metadata.getUid())
        .endInvolvedObject()
        .withType(reason.type())
        .withReason(reason.word())
        .withMessage(message)
        .withCount(1)
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withNewSource()
        .withComponent("greenroom-operator")
        .endSource()
        .withReportingComponent("greenroom-operator")
        .withReportingInstance("greenroom-operator")
        .build();
  }

  private static String digest(String uid, EventReason reason, String message) {
    var text = "%s %s %s".formatted(uid, reason.word(), message);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .substring(0, 18);
  }
}
