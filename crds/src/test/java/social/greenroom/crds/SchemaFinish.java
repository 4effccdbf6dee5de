package social.greenroom.crds;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import social.greenroom.crds.schema.ListMap;
import social.greenroom.crds.schema.ListSet;

/**
 * Says in a generated definition what the generator's annotations can't: list semantics, the order
 * of printer columns, and the descriptions of the kind, its spec and its status.
 */
final class SchemaFinish {
  private final Class<? extends HasMetadata> kind;

  SchemaFinish(Class<? extends HasMetadata> kind) {
    this.kind = kind;
  }

  void finish(CustomResourceDefinition definition) {
    var version = definition.getSpec().getVersions().get(0);
    version.setAdditionalPrinterColumns(columns());
    var root = version.getSchema().getOpenAPIV3Schema();
    root.setDescription(kind.getAnnotation(JsonClassDescription.class).value());
    root.setRequired(List.of("spec"));
    var types = ((ParameterizedType) kind.getGenericSuperclass()).getActualTypeArguments();
    describe(root, "spec", types[0], "What is wanted.");
    describe(root, "status", types[1], "How it stands, as the operator last saw it.");
  }

  private static void describe(JSONSchemaProps root, String part, Type type, String description) {
    var schema = root.getProperties().get(part);
    schema.setDescription(description);
    walk(schema, type);
    oncePerRule(schema);
  }

  private static void walk(JSONSchemaProps schema, Type type) {
    if (type instanceof Class<?> record && record.isRecord()) {
      for (var component : record.getRecordComponents()) {
        component(schema.getProperties().get(component.getName()), record, component);
      }
    }
  }

  /** The generator sees a rule on a record's field and again on its accessor. */
  private static void oncePerRule(JSONSchemaProps schema) {
    if (schema.getXKubernetesValidations() != null) {
      schema.setXKubernetesValidations(
          schema.getXKubernetesValidations().stream().distinct().toList());
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(SchemaFinish::oncePerRule);
    }
    if (schema.getItems() != null) {
      oncePerRule(schema.getItems().getSchema());
    }
  }

  private static void component(
      JSONSchemaProps schema, Class<?> record, RecordComponent component) {
    if (component.getGenericType() instanceof ParameterizedType list
        && component.getType() == List.class) {
      listType(schema, field(record, component));
      walk(schema.getItems().getSchema(), list.getActualTypeArguments()[0]);
    } else if (component.getType() == Instant.class) {
      schema.setType("string");
      schema.setFormat("date-time");
    } else if (component.getType() == Long.class || component.getType() == long.class) {
      schema.setFormat("int64");
    } else {
      walk(schema, component.getGenericType());
    }
  }

  private static void listType(JSONSchemaProps schema, Field field) {
    var map = field.getAnnotation(ListMap.class);
    if (map != null) {
      schema.setXKubernetesListType("map");
      schema.setXKubernetesListMapKeys(Arrays.asList(map.value()));
    } else {
      schema.setXKubernetesListType(field.isAnnotationPresent(ListSet.class) ? "set" : "atomic");
    }
  }

  private static Field field(Class<?> record, RecordComponent component) {
    try {
      return record.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the order in which they stand on the class; the generator sorts them by path. */
  private List<CustomResourceColumnDefinition> columns() {
    return Arrays.stream(kind.getAnnotationsByType(AdditionalPrinterColumn.class))
        .map(SchemaFinish::column)
        .toList();
  }

  private static CustomResourceColumnDefinition column(AdditionalPrinterColumn column) {
    return new CustomResourceColumnDefinitionBuilder()
        .withName(column.name())
        .withJsonPath(column.jsonPath())
        .withType(column.type().getValue())
        .withDescription(column.getDescription())
        .withPriority(column.priority() == 0 ? null : column.priority())
        .build();
  }
}
