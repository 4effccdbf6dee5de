package social.greenroom.helm.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import social.greenroom.crds.Crds;

/** The schemas of our own kinds, in which an unknown field is an error here too. */
public final class GreenroomSchema {
  private final Map<String, JsonSchema> byKind = new HashMap<>();

  public GreenroomSchema() {
    var mapper = new ObjectMapper();
    Crds.all()
        .forEach(
            definition -> {
              var spec =
                  mapper
                      .valueToTree(definition.getSpec())
                      .path("versions")
                      .path(0)
                      .path("schema")
                      .path("openAPIV3Schema")
                      .path("properties")
                      .path("spec");
              close(spec);
              byKind.put(
                  definition.getSpec().getNames().getKind(),
                  JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(spec));
            });
  }

  public boolean knows(JsonNode object) {
    return object.path("apiVersion").asText().startsWith("greenroom.social/")
        && byKind.containsKey(object.path("kind").asText());
  }

  /** What is wrong with its spec; empty for nothing. */
  public List<String> findings(JsonNode object) {
    return byKind.get(object.path("kind").asText()).validate(object.path("spec")).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(GreenroomSchema::close);
  }
}
