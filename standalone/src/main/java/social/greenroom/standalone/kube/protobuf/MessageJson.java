package social.greenroom.standalone.kube.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import social.greenroom.standalone.kube.object.KubeJson;

/**
 * Kubernetes' messages as the JSON that says the same. The names are the same; what differs is what
 * Go leaves out of JSON and writes here all the same, and a few types with a form of their own.
 */
final class MessageJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Messages whose fields stand in their parent's JSON. */
  private static final Set<String> INLINE =
      Set.of("volumeSource", "localObjectReference", "handler", "ephemeralContainerCommon");

  /** Fields that Go can't leave unset here, and leaves out of JSON when they are zero or false. */
  private static final Set<String> NEVER_UNSET =
      Set.of(
          "generation",
          "count",
          "active",
          "succeeded",
          "failed",
          "hostPort",
          "hostNetwork",
          "hostPID",
          "hostIPC",
          "stdin",
          "stdinOnce",
          "tty",
          "readOnly",
          "initialDelaySeconds",
          "timeoutSeconds",
          "periodSeconds",
          "successThreshold",
          "failureThreshold");

  private MessageJson() {}

  static ObjectNode of(Message message) {
    ObjectNode object = KubeJson.object();
    message
        .getAllFields()
        .forEach(
            (field, value) -> {
              if (field.isMapField()) {
                object.set(field.getName(), map((List<?>) value));
              } else if (field.isRepeated()) {
                ArrayNode list = object.putArray(field.getName());
                ((List<?>) value).forEach(item -> list.add(json(field, item)));
              } else {
                put(object, field, value);
              }
            });
    return object;
  }

  private static void put(ObjectNode object, FieldDescriptor field, Object value) {
    JsonNode json = json(field, value);
    if (INLINE.contains(field.getName()) && json instanceof ObjectNode inner) {
      object.setAll(inner);
    } else if (!isLeftOut(field, json)) {
      object.set(field.getName(), json);
    }
  }

  private static boolean isLeftOut(FieldDescriptor field, JsonNode json) {
    return switch (json.getNodeType()) {
      case NULL -> true;
      case STRING -> json.textValue().isEmpty();
      case NUMBER -> json.asLong() == 0 && NEVER_UNSET.contains(field.getName());
      case BOOLEAN -> !json.asBoolean() && NEVER_UNSET.contains(field.getName());
      default -> false;
    };
  }

  private static ObjectNode map(List<?> entries) {
    ObjectNode object = KubeJson.object();
    for (Object entry : entries) {
      Message pair = (Message) entry;
      FieldDescriptor key = pair.getDescriptorForType().findFieldByName("key");
      FieldDescriptor value = pair.getDescriptorForType().findFieldByName("value");
      object.set(pair.getField(key).toString(), json(value, pair.getField(value)));
    }
    return object;
  }

  private static JsonNode json(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case STRING, ENUM -> NODES.textNode(value.toString());
      case BOOLEAN -> NODES.booleanNode((Boolean) value);
      case INT -> NODES.numberNode((Integer) value);
      case LONG -> NODES.numberNode((Long) value);
      case FLOAT -> NODES.numberNode((Float) value);
      case DOUBLE -> NODES.numberNode((Double) value);
      case BYTE_STRING ->
          NODES.textNode(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
      case MESSAGE -> message((Message) value);
    };
  }

  private static JsonNode message(Message message) {
    return OwnForm.of(message).orElseGet(() -> of(message));
  }
}
