package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A structural schema: what a value may look like, and how it is defaulted, pruned and merged. */
public final class Schema {

  /** Anything goes, and is kept. */
  public static final Schema ANY = new SchemaBuilder().preserveUnknown().build();

  private final String type;
  private final String format;
  private final Supplier<Map<String, Schema>> properties;
  private final @Nullable Supplier<Schema> values;
  private final @Nullable Supplier<Schema> items;
  private final Set<String> required;
  private final boolean nullable;
  private final boolean preserveUnknown;
  private final boolean intOrString;
  private final boolean embedded;
  private final boolean atomicMap;
  private final ListType listType;
  private final JsonNode defaultValue;
  private final Constraints constraints;
  private final List<ValidationRule> rules;
  private final Junctors junctors;

  Schema(SchemaBuilder from) {
    type = from.type;
    format = from.format;
    properties = from.properties;
    values = from.values;
    items = from.items;
    required = from.required;
    nullable = from.nullable;
    preserveUnknown = from.preserveUnknown;
    intOrString = from.intOrString;
    embedded = from.embedded;
    atomicMap = from.atomicMap;
    listType = from.listType;
    defaultValue = from.defaultValue;
    constraints = from.constraints;
    rules = from.rules;
    junctors = from.junctors;
  }

  /**
   * Reads {@code openAPIV3Schema}.
   *
   * @throws java.util.regex.PatternSyntaxException when a pattern is no regular expression
   */
  public static Schema parse(JsonNode json) {
    SchemaBuilder schema = new SchemaBuilder().type(json.path("type").asText());
    schema.format = json.path("format").asText();
    schema.nullable = json.path("nullable").asBoolean();
    schema.preserveUnknown = json.path("x-kubernetes-preserve-unknown-fields").asBoolean();
    schema.intOrString = json.path("x-kubernetes-int-or-string").asBoolean();
    schema.embedded = json.path("x-kubernetes-embedded-resource").asBoolean();
    schema.atomicMap = json.path("x-kubernetes-map-type").asText().equals("atomic");
    schema.listType = ListType.parse(json);
    schema.defaultValue = json.hasNonNull("default") ? json.get("default") : NullNode.instance;
    schema.constraints = Constraints.parse(json);
    schema.rules = ValidationRule.parse(json);
    schema.junctors = Junctors.parse(json);
    Set<String> required = new TreeSet<>();
    json.path("required").forEach(r -> required.add(r.asText()));
    schema.required = required;
    Map<String, Schema> properties = new LinkedHashMap<>();
    json.path("properties")
        .properties()
        .forEach(e -> properties.put(e.getKey(), parse(e.getValue())));
    schema.properties(properties);
    JsonNode additional = json.path("additionalProperties");
    if (additional.isObject() || additional.asBoolean()) {
      schema.values(additional.isObject() ? parse(additional) : ANY);
    }
    if (json.path("items").isObject()) {
      schema.items(parse(json.path("items")));
    }
    return schema.build();
  }

  /** The same schema with further properties. */
  public Schema with(Map<String, Schema> more) {
    Map<String, Schema> all = new LinkedHashMap<>(properties());
    all.putAll(more);
    return new SchemaBuilder(this).properties(all).build();
  }

  static List<Schema> parseAll(JsonNode array) {
    List<Schema> schemas = new ArrayList<>();
    array.forEach(s -> schemas.add(parse(s)));
    return List.copyOf(schemas);
  }

  /** One of the JSON types; empty when the schema doesn't say. */
  public String type() {
    return type;
  }

  public String format() {
    return format;
  }

  public Map<String, Schema> properties() {
    return properties.get();
  }

  /** The schema of a map's values; null when this is no map. */
  public @Nullable Schema values() {
    return values == null ? null : values.get();
  }

  /** The schema of a list's items; null when this is no list. */
  public @Nullable Schema items() {
    return items == null ? null : items.get();
  }

  /** The schema of a field of this object; null when it declares none. */
  public @Nullable Schema field(String name) {
    Schema property = properties().get(name);
    return property != null ? property : values();
  }

  /** What {@link #items} says, or {@link #ANY}. */
  public Schema itemOrAny() {
    Schema item = items();
    return item == null ? ANY : item;
  }

  /** What {@link #field} says, or {@link #ANY}. */
  public Schema fieldOrAny(String name) {
    Schema field = field(name);
    return field == null ? ANY : field;
  }

  public Set<String> required() {
    return required;
  }

  public boolean nullable() {
    return nullable;
  }

  public boolean preserveUnknown() {
    return preserveUnknown;
  }

  public boolean intOrString() {
    return intOrString;
  }

  public boolean embedded() {
    return embedded;
  }

  /** Whether an object is merged as a whole. */
  public boolean atomicMap() {
    return atomicMap;
  }

  public ListType listType() {
    return listType;
  }

  /** JSON null when there is none. */
  public JsonNode defaultValue() {
    return defaultValue;
  }

  public List<ValidationRule> rules() {
    return rules;
  }

  Constraints constraints() {
    return constraints;
  }

  Junctors junctors() {
    return junctors;
  }

  Supplier<Map<String, Schema>> propertiesSupplier() {
    return properties;
  }

  @Nullable Supplier<Schema> valuesSupplier() {
    return values;
  }

  @Nullable Supplier<Schema> itemsSupplier() {
    return items;
  }
}
