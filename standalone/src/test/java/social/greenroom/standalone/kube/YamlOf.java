package social.greenroom.standalone.kube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Test data written as YAML. */
public final class YamlOf {

  private static final YAMLMapper MAPPER = new YAMLMapper();

  private YamlOf() {}

  public static JsonNode node(String yaml) {
    try {
      return MAPPER.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static ObjectNode object(String yaml) {
    return (ObjectNode) node(yaml);
  }
}
