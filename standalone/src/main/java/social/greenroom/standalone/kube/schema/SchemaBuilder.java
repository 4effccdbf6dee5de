package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Schema}; its parts may be suppliers, since types can contain themselves. */
public final class SchemaBuilder {

  String type = "";
  String format = "";
  Supplier<Map<String, Schema>> properties = Map::of;
  @Nullable Supplier<Schema> values;
  @Nullable Supplier<Schema> items;
  Set<String> required = Set.of();
  boolean nullable;
  boolean preserveUnknown;
  boolean intOrString;
  boolean embedded;
  boolean atomicMap;
  ListType listType = ListType.ATOMIC;
  JsonNode defaultValue = NullNode.instance;
  Constraints constraints = Constraints.NONE;
  List<ValidationRule> rules = List.of();
  Junctors junctors = Junctors.NONE;

  public SchemaBuilder() {}

  SchemaBuilder(Schema from) {
    type = from.type();
    format = from.format();
    properties = from.propertiesSupplier();
    values = from.valuesSupplier();
    items = from.itemsSupplier();
    required = from.required();
    nullable = from.nullable();
    preserveUnknown = from.preserveUnknown();
    intOrString = from.intOrString();
    embedded = from.embedded();
    atomicMap = from.atomicMap();
    listType = from.listType();
    defaultValue = from.defaultValue();
    constraints = from.constraints();
    rules = from.rules();
    junctors = from.junctors();
  }

  public SchemaBuilder type(String jsonType) {
    type = jsonType;
    return this;
  }

  public SchemaBuilder properties(Map<String, Schema> known) {
    properties = () -> known;
    return this;
  }

  public SchemaBuilder properties(Supplier<Map<String, Schema>> known) {
    properties = known;
    return this;
  }

  public SchemaBuilder values(Schema value) {
    values = () -> value;
    return this;
  }

  public SchemaBuilder items(Schema item) {
    items = () -> item;
    return this;
  }

  public SchemaBuilder listType(ListType merge) {
    listType = merge;
    return this;
  }

  public SchemaBuilder atomicMap() {
    atomicMap = true;
    return this;
  }

  public SchemaBuilder nullable() {
    nullable = true;
    return this;
  }

  public SchemaBuilder preserveUnknown() {
    preserveUnknown = true;
    return this;
  }

  public SchemaBuilder intOrString() {
    intOrString = true;
    return this;
  }

  public Schema build() {
    return new Schema(this);
  }
}
