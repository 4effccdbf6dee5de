package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Schemas of the built-in kinds, read off the classes of the Kubernetes client that the operator
 * uses anyway: they know every field and its type. How lists merge they don't know; {@link #MERGED}
 * does.
 */
public final class ModelSchemas {

  /** List fields that are merged by key or as a set, as in Kubernetes' own OpenAPI document. */
  private static final Map<String, ListType> MERGED =
      Map.ofEntries(
          Map.entry("containers", ListType.mapBy("name")),
          Map.entry("initContainers", ListType.mapBy("name")),
          Map.entry("ephemeralContainers", ListType.mapBy("name")),
          Map.entry("env", ListType.mapBy("name")),
          Map.entry("volumes", ListType.mapBy("name")),
          Map.entry("volumeMounts", ListType.mapBy("mountPath")),
          Map.entry("volumeDevices", ListType.mapBy("devicePath")),
          Map.entry("imagePullSecrets", ListType.mapBy("name")),
          Map.entry("secrets", ListType.mapBy("name")),
          Map.entry("hostAliases", ListType.mapBy("ip")),
          Map.entry("ports", ListType.mapBy("containerPort", "protocol")),
          Map.entry("conditions", ListType.mapBy("type")),
          Map.entry("ownerReferences", ListType.mapBy("uid")),
          Map.entry("finalizers", ListType.SET));

  private static final Map<Type, String> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(Integer.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(Double.class, "number"),
          Map.entry(Float.class, "number"),
          Map.entry(MicroTime.class, "string"),
          Map.entry(ZonedDateTime.class, "string"));

  private static final Map<Class<?>, Schema> KNOWN = new ConcurrentHashMap<>();

  private ModelSchemas() {}

  public static Schema of(Class<? extends KubernetesResource> model) {
    return ofClass(model);
  }

  private static Schema ofClass(Class<?> model) {
    Schema known = KNOWN.get(model);
    if (known == null) {
      known = new SchemaBuilder().type("object").nullable().properties(new Fields(model)).build();
      KNOWN.put(model, known);
    }
    return known;
  }

  private static Schema ofType(Type type, String field) {
    String scalar = SCALARS.get(type);
    if (scalar != null) {
      return new SchemaBuilder().type(scalar).nullable().build();
    }
    if (type == IntOrString.class) {
      return new SchemaBuilder().intOrString().nullable().build();
    }
    if (type instanceof ParameterizedType generic) {
      Type[] parts = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        ListType merge = MERGED.getOrDefault(field, ListType.ATOMIC);
        return new SchemaBuilder()
            .type("array")
            .nullable()
            .items(ofType(parts[0], ""))
            .listType(merge)
            .build();
      }
      return new SchemaBuilder().type("object").nullable().values(ofType(parts[1], "")).build();
    }
    if (type instanceof Class<?> model && isPlainModel(model)) {
      return ofClass(model);
    }
    // Quantities are strings or numbers, schemas are checked on their own, others write themselves.
    return Schema.ANY;
  }

  private static boolean isPlainModel(Class<?> type) {
    return KubernetesResource.class.isAssignableFrom(type)
        && type != Quantity.class
        && type != JSONSchemaProps.class
        && !declaresNoFields(type);
  }

  private static boolean declaresNoFields(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(JsonProperty.class)) {
        return false;
      }
    }
    return true;
  }

  /** The fields of a model class, read when first asked for: some types contain themselves. */
  private static final class Fields implements Supplier<Map<String, Schema>> {

    private final Class<?> model;
    private volatile Map<String, Schema> read = Map.of();

    Fields(Class<?> model) {
      this.model = model;
    }

    @Override
    public Map<String, Schema> get() {
      if (read.isEmpty()) {
        Map<String, Schema> fields = new LinkedHashMap<>();
        for (Field field : model.getDeclaredFields()) {
          JsonProperty property = field.getAnnotation(JsonProperty.class);
          if (property != null && !field.isAnnotationPresent(JsonIgnore.class)) {
            String name = property.value().isEmpty() ? field.getName() : property.value();
            fields.put(name, ofType(field.getGenericType(), name));
          }
        }
        read = fields;
      }
      return read;
    }
  }
}
