package social.greenroom.helm.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kubernetes' own OpenAPI, in which an unknown field is an error. */
public final class KubernetesSchema {
  private static final String FILE = "/kubernetes/kubernetes-1.34.json";

  private final ObjectNode definitions;
  private final Map<String, String> byGroupVersionKind = new HashMap<>();
  private final Map<String, JsonSchema> schemas = new HashMap<>();

  public KubernetesSchema() {
    try (var file = KubernetesSchema.class.getResourceAsStream(FILE)) {
      definitions = (ObjectNode) new ObjectMapper().readTree(file).path("$defs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    definitions
        .fields()
        .forEachRemaining(
            definition ->
                definition
                    .getValue()
                    .path("x-kubernetes-group-version-kind")
                    .forEach(kind -> byGroupVersionKind.put(key(kind), definition.getKey())));
  }

  private static String key(JsonNode groupVersionKind) {
    var group = groupVersionKind.path("group").asText();
    var version = groupVersionKind.path("version").asText();
    return "%s %s"
        .formatted(
            group.isEmpty() ? version : group + "/" + version,
            groupVersionKind.path("kind").asText());
  }

  /** True where Kubernetes itself knows the kind. */
  public boolean knows(JsonNode object) {
    return byGroupVersionKind.containsKey(kind(object));
  }

  /** What is wrong with it; empty for nothing. */
  public List<String> findings(JsonNode object) {
    return schemas.computeIfAbsent(kind(object), this::schema).validate(object).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private static String kind(JsonNode object) {
    return object.path("apiVersion").asText() + " " + object.path("kind").asText();
  }

  private JsonSchema schema(String kind) {
    var root = new ObjectMapper().createObjectNode();
    root.put("$ref", "#/$defs/" + byGroupVersionKind.get(kind));
    root.set("$defs", definitions);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
  }
}
