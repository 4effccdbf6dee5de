package social.greenroom.standalone.kube.cel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.projectnessie.cel.checker.Decls;
import org.projectnessie.cel.common.types.pb.ProtoTypeRegistry;
import org.projectnessie.cel.common.types.ref.FieldType;
import org.projectnessie.cel.common.types.ref.TypeProvider;
import org.projectnessie.cel.common.types.ref.Val;
import org.projectnessie.cel.relocated.com.google.api.expr.v1alpha1.Type;
import social.greenroom.standalone.kube.schema.Schema;

/**
 * The types of a schema, so that a rule which names a field that isn't there is refused with its
 * definition.
 */
final class SchemaTypes implements TypeProvider {

  private final ProtoTypeRegistry standard = ProtoTypeRegistry.newRegistry();
  private final Map<String, Map<String, Type>> objects = new HashMap<>();

  /** Declares a schema and everything below it. */
  Type declare(Schema schema, String name) {
    if (schema.intOrString() || (schema.type().isEmpty() && schema.preserveUnknown())) {
      return Decls.Dyn;
    }
    return switch (schema.type()) {
      case "string" -> string(schema.format());
      case "integer" -> Decls.Int;
      case "number" -> Decls.Double;
      case "boolean" -> Decls.Bool;
      case "array" -> Decls.newListType(declare(schema.itemOrAny(), name + ".@items"));
      case "object" -> object(schema, name);
      default -> Decls.Dyn;
    };
  }

  private static Type string(String format) {
    return switch (format) {
      case "date-time" -> Decls.Timestamp;
      case "duration" -> Decls.Duration;
      default -> Decls.String;
    };
  }

  private Type object(Schema schema, String name) {
    Schema values = schema.values();
    if (values != null) {
      return Decls.newMapType(Decls.String, declare(values, name + ".@values"));
    }
    if (schema.preserveUnknown() || schema.embedded()) {
      return Decls.Dyn;
    }
    Map<String, Type> fields = new HashMap<>();
    schema
        .properties()
        .forEach(
            (property, field) -> {
              String escaped = PropertyNames.escape(property);
              if (!escaped.isEmpty()) {
                fields.put(escaped, declare(field, name + "." + escaped));
              }
            });
    objects.put(name, fields);
    return Decls.newObjectType(name);
  }

  @Override
  public @Nullable Type findType(String name) {
    return objects.containsKey(name)
        ? Decls.newTypeType(Decls.newObjectType(name))
        : standard.findType(name);
  }

  @Override
  public @Nullable FieldType findFieldType(String type, String field) {
    Map<String, Type> fields = objects.get(type);
    if (fields == null) {
      return standard.findFieldType(type, field);
    }
    Type found = fields.get(field);
    return found == null ? null : new FieldType(found, target -> false, target -> target);
  }

  @Override
  public Val enumValue(String name) {
    return standard.enumValue(name);
  }

  @Override
  public @Nullable Val findIdent(String name) {
    return standard.findIdent(name);
  }

  @Override
  public Val newValue(String type, Map<String, Val> fields) {
    return standard.newValue(type, fields);
  }
}
