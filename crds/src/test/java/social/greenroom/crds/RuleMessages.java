package social.greenroom.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;

/** The messages of all CEL rules in a schema. */
final class RuleMessages {
  private RuleMessages() {}

  static List<String> of(JSONSchemaProps schema) {
    var messages = new ArrayList<String>();
    collect(schema, messages);
    return messages;
  }

  private static void collect(JSONSchemaProps schema, List<String> messages) {
    if (schema.getXKubernetesValidations() != null) {
      schema.getXKubernetesValidations().forEach(rule -> messages.add(rule.getMessage()));
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> collect(property, messages));
    }
    if (schema.getItems() != null) {
      collect(schema.getItems().getSchema(), messages);
    }
  }
}
