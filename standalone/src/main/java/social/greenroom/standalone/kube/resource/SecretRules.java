package social.greenroom.standalone.kube.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.KubeJson;

/** Texts become data, keys are file names, and what is marked immutable is. */
final class SecretRules implements TypeRules {

  private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");

  @Override
  public void complete(ObjectNode object) {
    JsonNode texts = object.remove("stringData");
    if (texts != null && !texts.isEmpty()) {
      ObjectNode data = KubeJson.child(object, "data");
      for (Map.Entry<String, JsonNode> text : texts.properties()) {
        byte[] bytes = text.getValue().asText().getBytes(UTF_8);
        data.put(text.getKey(), Base64.getEncoder().encodeToString(bytes));
      }
    }
    if (object.path("type").asText().isEmpty()) {
      object.put("type", "Opaque");
    }
    for (JsonNode value : object.path("data")) {
      requireBase64(value);
    }
  }

  @Override
  public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    List<FieldError> errors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.path("data").properties()) {
      if (!KEY.matcher(entry.getKey()).matches()) {
        errors.add(
            FieldError.invalid(
                "data[" + entry.getKey() + "]",
                entry.getKey(),
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.'"));
      }
    }
    if (before != null && !before.path("type").equals(object.path("type"))) {
      errors.add(FieldError.invalid("type", object.path("type"), "field is immutable"));
    }
    if (before != null && before.path("immutable").asBoolean()) {
      for (String field : List.of("immutable", "data")) {
        if (!before.path(field).equals(object.path(field))) {
          errors.add(FieldError.forbidden(field, "field is immutable when `immutable` is set"));
        }
      }
    }
    return errors;
  }

  private static void requireBase64(JsonNode value) {
    try {
      Base64.getDecoder().decode(value.asText());
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data");
    }
  }
}
