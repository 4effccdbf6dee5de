package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a schema says about a single value beyond its type; null where it says nothing. */
record Constraints(
    List<JsonNode> allowed,
    @Nullable Pattern pattern,
    @Nullable BigDecimal minimum,
    boolean exclusiveMinimum,
    @Nullable BigDecimal maximum,
    boolean exclusiveMaximum,
    @Nullable BigDecimal multipleOf,
    @Nullable Long minLength,
    @Nullable Long maxLength,
    @Nullable Long minItems,
    @Nullable Long maxItems,
    @Nullable Long minProperties,
    @Nullable Long maxProperties) {

  static final Constraints NONE =
      new Constraints(
          List.of(), null, null, false, null, false, null, null, null, null, null, null, null);

  static Constraints parse(JsonNode schema) {
    List<JsonNode> allowed = new ArrayList<>();
    schema.path("enum").forEach(allowed::add);
    String pattern = schema.path("pattern").asText();
    return new Constraints(
        List.copyOf(allowed),
        pattern.isEmpty() ? null : Pattern.compile(pattern),
        number(schema, "minimum"),
        schema.path("exclusiveMinimum").asBoolean(),
        number(schema, "maximum"),
        schema.path("exclusiveMaximum").asBoolean(),
        number(schema, "multipleOf"),
        count(schema, "minLength"),
        count(schema, "maxLength"),
        count(schema, "minItems"),
        count(schema, "maxItems"),
        count(schema, "minProperties"),
        count(schema, "maxProperties"));
  }

  private static @Nullable BigDecimal number(JsonNode schema, String field) {
    return schema.path(field).isNumber() ? schema.path(field).decimalValue() : null;
  }

  private static @Nullable Long count(JsonNode schema, String field) {
    return schema.path(field).isNumber() ? schema.path(field).longValue() : null;
  }
}
