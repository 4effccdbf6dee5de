package social.greenroom.operator.change;

import io.javaoperatorsdk.operator.processing.event.ResourceID;

/**
 * A resource that has to be kept before another can be.
 *
 * @param subject its kind, as changes name it
 */
public record Needed(String subject, ResourceID id) {
  /** How an index of resources names it. */
  String key() {
    return "%s/%s/%s".formatted(subject, id.getNamespace().orElse(""), id.getName());
  }
}
