package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.Metadata;

/** An event is in the namespace of what it is about, or in one of these when that is in none. */
final class EventRules implements TypeRules {

  private static final Set<String> OF_THE_CLUSTER = Set.of("default", "kube-system");

  @Override
  public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    String own = Metadata.of(object).namespace();
    String about = object.at("/involvedObject/namespace").asText();
    if (about.isEmpty() ? OF_THE_CLUSTER.contains(own) : about.equals(own)) {
      return List.of();
    }
    return List.of(
        FieldError.invalid("involvedObject.namespace", about, "does not match event.namespace"));
  }
}
