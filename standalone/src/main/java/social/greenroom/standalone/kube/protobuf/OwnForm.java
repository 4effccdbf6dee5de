package social.greenroom.standalone.kube.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.KubeJson;

/** Messages that aren't objects in JSON. */
final class OwnForm {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final long TEXT = 1;

  private OwnForm() {}

  static Optional<JsonNode> of(Message message) {
    return switch (message.getDescriptorForType().getFullName()) {
      case "k8s.io.apimachinery.pkg.apis.meta.v1.Time" -> Optional.of(time(message, false));
      case "k8s.io.apimachinery.pkg.apis.meta.v1.MicroTime" -> Optional.of(time(message, true));
      case "k8s.io.apimachinery.pkg.util.intstr.IntOrString" -> Optional.of(intOrString(message));
      case "k8s.io.apimachinery.pkg.api.resource.Quantity" ->
          Optional.of(NODES.textNode(value(message, "string").toString()));
      case "k8s.io.apimachinery.pkg.apis.meta.v1.FieldsV1" -> Optional.of(raw(message, "Raw"));
      case "k8s.io.apimachinery.pkg.runtime.RawExtension" -> Optional.of(raw(message, "raw"));
      default -> Optional.empty();
    };
  }

  /** Nothing for the time that Go calls zero, which is an empty message. */
  private static JsonNode time(Message message, boolean micros) {
    if (message.getAllFields().isEmpty()) {
      return NullNode.getInstance();
    }
    Instant at =
        Instant.ofEpochSecond(
            (Long) value(message, "seconds"), micros ? (Integer) value(message, "nanos") : 0);
    return NODES.textNode(micros ? MICROS.format(at) : at.toString());
  }

  private static JsonNode intOrString(Message message) {
    return ((Number) value(message, "type")).longValue() == TEXT
        ? NODES.textNode(value(message, "strVal").toString())
        : NODES.numberNode((Integer) value(message, "intVal"));
  }

  private static JsonNode raw(Message message, String field) {
    try {
      return KubeJson.MAPPER.readTree(((ByteString) value(message, field)).toByteArray());
    } catch (IOException e) {
      throw ApiException.badRequest("couldn't read the protobuf message: " + e.getMessage());
    }
  }

  private static Object value(Message message, String field) {
    return message.getField(message.getDescriptorForType().findFieldByName(field));
  }
}
