package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One entry of {@code x-kubernetes-validations}; texts that are absent are empty. */
public record ValidationRule(
    String rule,
    String message,
    String messageExpression,
    String reason,
    String fieldPath,
    boolean optionalOldSelf) {

  static List<ValidationRule> parse(JsonNode schema) {
    List<ValidationRule> rules = new ArrayList<>();
    schema
        .path("x-kubernetes-validations")
        .forEach(
            r ->
                rules.add(
                    new ValidationRule(
                        r.path("rule").asText(),
                        r.path("message").asText(),
                        r.path("messageExpression").asText(),
                        r.path("reason").asText(),
                        r.path("fieldPath").asText(),
                        r.path("optionalOldSelf").asBoolean())));
    return List.copyOf(rules);
  }
}
