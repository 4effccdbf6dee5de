package social.greenroom.sandbox.model;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes an instance of a JSON schema, filled from what the question says. */
final class SchemaWriter {
  private static final int DEEPEST = 12;

  private final JsonObject root;
  private final Known known;
  private final StringWriter strings;
  private final Random random;
  private final boolean hostile;

  SchemaWriter(JsonObject root, Known known, StringWriter strings, Random random, boolean hostile) {
    this.root = root;
    this.known = known;
    this.strings = strings;
    this.random = random;
    this.hostile = hostile;
  }

  @Nullable Object write() {
    return value(new Place("", root, Optional.empty(), 0));
  }

  private @Nullable Object value(Place place) {
    var schema = Schemas.resolved(root, place.schema());
    var at = place.with(schema);
    if (schema.containsKey("const")) {
      return schema.getValue("const");
    }
    var allowed = schema.getJsonArray("enum", new JsonArray());
    if (!allowed.isEmpty()) {
      return at.entity()
          .<Object>map(Entity::id)
          .filter(allowed::contains)
          .orElseGet(() -> Choice.among(allowed, hostile));
    }
    if (Schemas.nullable(schema) && !Purpose.of(at).essential()) {
      return null;
    }
    return switch (Schemas.type(schema)) {
      case "object" -> object(at);
      case "array" -> array(at);
      case "boolean" -> Choice.yes(at.name(), hostile);
      case "integer" -> (long) number(at);
      case "number" -> number(at);
      case "null" -> null;
      default -> strings.write(at);
    };
  }

  private JsonObject object(Place at) {
    var result = new JsonObject();
    if (at.depth() > DEEPEST) {
      return result;
    }
    var required = at.schema().getJsonArray("required", new JsonArray());
    for (var property : at.schema().getJsonObject("properties", new JsonObject())) {
      var inner = at.into(property.getKey(), (JsonObject) property.getValue());
      if (required.contains(property.getKey()) || Purpose.of(inner).essential()) {
        result.put(property.getKey(), value(inner));
      }
    }
    return result;
  }

  private JsonArray array(Place at) {
    var items = Schemas.resolved(root, at.schema().getJsonObject("items", new JsonObject()));
    var result = new JsonArray();
    var entities = entities(items);
    int count = count(at, items, entities);
    for (int i = 0; i < count; i++) {
      var entity =
          i < entities.size()
              ? Optional.of(new Entity(entities.get(i), known.about(entities.get(i), entities)))
              : at.entity();
      result.add(value(at.item(items, entity)));
    }
    return result;
  }

  private int count(Place at, JsonObject items, List<String> entities) {
    int min = at.schema().getInteger("minItems", 0);
    boolean each = Schemas.identified(items).isPresent();
    int wanted = each ? entities.size() : Purpose.of(at).many(random);
    int max = at.schema().getInteger("maxItems", Math.max(min, each ? wanted : 20));
    return Math.max(min, Math.min(max, wanted));
  }

  /**
   * The ids that items of this kind are about: the ones allowed, or the ones the question lists.
   */
  private List<String> entities(JsonObject items) {
    return Schemas.identified(items)
        .map(
            identified -> {
              var allowed = Schemas.resolved(root, identified.schema()).getJsonArray("enum");
              if (allowed == null) {
                return known.ids(identified.name());
              }
              List<String> all = new ArrayList<>();
              allowed.forEach(value -> all.add(String.valueOf(value)));
              return all;
            })
        .orElse(List.of());
  }

  private double number(Place at) {
    var schema = at.schema();
    double min = schema.getDouble("minimum", schema.getDouble("exclusiveMinimum", 0.0));
    double max =
        schema.getDouble("maximum", schema.getDouble("exclusiveMaximum", Math.max(min + 10, 1)));
    boolean whole = Schemas.type(schema).equals("integer");
    double share = Words.any(Words.plain(at.name()), "risk", "sever", "toxic") ? 0.1 : 0.8;
    double chosen = min + (max - min) * (share + 0.05 * random.nextDouble());
    return whole ? Math.floor(chosen) : Math.round(chosen * 100) / 100.0;
  }
}
