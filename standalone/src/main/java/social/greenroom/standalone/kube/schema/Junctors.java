package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas of which all, any, one or none must hold. */
record Junctors(List<Schema> all, List<Schema> any, List<Schema> one, @Nullable Schema not) {

  static final Junctors NONE = new Junctors(List.of(), List.of(), List.of(), null);

  static Junctors parse(JsonNode json) {
    JsonNode not = json.path("not");
    return new Junctors(
        Schema.parseAll(json.path("allOf")),
        Schema.parseAll(json.path("anyOf")),
        Schema.parseAll(json.path("oneOf")),
        not.isObject() ? Schema.parse(not) : null);
  }
}
