package social.greenroom.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceColumnDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.SelectableField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions of our API, over the YAML as it is shipped. */
class CrdConventionsTest {
  static Stream<CustomResourceDefinition> definitions() {
    return Crds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyFieldIsDescribed(CustomResourceDefinition crd) {
    assertThat(fieldsWhere(crd, Field::undescribed)).as("fields without a description").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void stringsListsAndMapsAreBounded(CustomResourceDefinition crd) {
    assertThat(fieldsWhere(crd, Field::unbounded)).as("fields without a bound").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void thereAreNoBooleansAndNoPhase(CustomResourceDefinition crd) {
    assertThat(fieldsWhere(crd, field -> "boolean".equals(field.schema().getType())))
        .as("booleans; an enum can grow")
        .isEmpty();
    assertThat(fieldsWhere(crd, field -> field.path().endsWith(".phase"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void listsSayHowTheyMerge(CustomResourceDefinition crd) {
    assertThat(
            fieldsWhere(
                crd,
                field ->
                    "array".equals(field.schema().getType())
                        && field.schema().getXKubernetesListType() == null))
        .isEmpty();
    assertThat(
            fieldsWhere(
                crd,
                field ->
                    "map".equals(field.schema().getXKubernetesListType())
                        && !field.keysAreRequired()))
        .as("map lists whose keys may be absent")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void conditionsAreAMapByType(CustomResourceDefinition crd) {
    var conditions = schema(crd).getProperties().get("status").getProperties().get("conditions");
    assertThat(conditions.getXKubernetesListType()).isEqualTo("map");
    assertThat(conditions.getXKubernetesListMapKeys()).containsExactly("type");
    var item = conditions.getItems().getSchema();
    assertThat(item.getProperties())
        .containsOnlyKeys(
            "type", "status", "observedGeneration", "lastTransitionTime", "reason", "message");
    assertThat(item.getRequired())
        .contains("type", "status", "lastTransitionTime", "reason", "message");
    assertThat(item.getProperties().get("status").getEnum())
        .allMatch(value -> value.isTextual())
        .extracting(value -> value.textValue())
        .containsExactlyInAnyOrder("True", "False", "Unknown");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theVerdictIsTheFirstColumnAndAgeTheLast(CustomResourceDefinition crd) {
    var bounded = crd.getSpec().getNames().getKind().equals("PostRequest");
    var columns = version(crd).getAdditionalPrinterColumns();
    assertThat(columns)
        .extracting(CustomResourceColumnDefinition::getName)
        .startsWith(bounded ? "Succeeded" : "Ready")
        .endsWith("Age")
        .doesNotHaveDuplicates();
    assertThat(columns).allMatch(column -> column.getDescription() != null);
    assertThat(columns.get(columns.size() - 1).getJsonPath())
        .isEqualTo(".metadata.creationTimestamp");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void kindsHaveAShortNameTheCategoryAndAStatus(CustomResourceDefinition crd) {
    assertThat(crd.getSpec().getNames().getCategories()).containsExactly("greenroom");
    assertThat(crd.getSpec().getNames().getShortNames()).hasSize(1);
    assertThat(version(crd).getSubresources().getStatus()).isNotNull();
    assertThat(crd.getSpec().getScope())
        .isEqualTo(crd.getSpec().getNames().getKind().equals("Tenant") ? "Cluster" : "Namespaced");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void referencesAreSelectable(CustomResourceDefinition crd) {
    var selectable =
        version(crd).getSelectableFields() == null
            ? List.<String>of()
            : version(crd).getSelectableFields().stream()
                .map(SelectableField::getJsonPath)
                .toList();
    var references =
        schema(crd).getProperties().get("spec").getProperties().keySet().stream()
            .filter(name -> name.endsWith("Ref"))
            .map(name -> ".spec." + name + ".name")
            .toList();
    assertThat(selectable).containsAll(references);
  }

  @Test
  void shortNamesDontClash() {
    var names =
        definitions().flatMap(crd -> crd.getSpec().getNames().getShortNames().stream()).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleIsSaidOnceAndHasASentence() {
    assertThat(definitions())
        .allSatisfy(
            crd ->
                assertThat(RuleMessages.of(schema(crd)))
                    .doesNotHaveDuplicates()
                    .allMatch(message -> message.endsWith(".")));
  }

  /** A field and where it stands; items of lists count as fields. */
  private record Field(String path, JSONSchemaProps schema) {
    /** The items of a list are described with the list. */
    boolean undescribed() {
      return !path.endsWith("[]") && schema.getDescription() == null;
    }

    boolean unbounded() {
      return switch (String.valueOf(schema.getType())) {
        case "string" ->
            schema.getMaxLength() == null && schema.getEnum() == null && schema.getFormat() == null;
        case "array" -> schema.getMaxItems() == null;
        case "object" ->
            schema.getAdditionalProperties() != null && schema.getMaxProperties() == null;
        default -> false;
      };
    }

    boolean keysAreRequired() {
      return schema
          .getItems()
          .getSchema()
          .getRequired()
          .containsAll(schema.getXKubernetesListMapKeys());
    }
  }

  private static List<String> fieldsWhere(
      CustomResourceDefinition crd, Predicate<Field> predicate) {
    var found = new ArrayList<String>();
    collect(new Field("", schema(crd)), predicate, found, new HashSet<>());
    return found;
  }

  private static void collect(
      Field field, Predicate<Field> predicate, List<String> found, Set<String> seen) {
    if (predicate.test(field)) {
      found.add(field.path());
    }
    if (field.schema().getProperties() != null && seen.add(field.path())) {
      field
          .schema()
          .getProperties()
          .forEach(
              (name, schema) ->
                  collect(new Field(field.path() + "." + name, schema), predicate, found, seen));
    }
    if (field.schema().getItems() != null) {
      collect(
          new Field(field.path() + "[]", field.schema().getItems().getSchema()),
          predicate,
          found,
          seen);
    }
  }

  private static CustomResourceDefinitionVersion version(CustomResourceDefinition crd) {
    return crd.getSpec().getVersions().get(0);
  }

  private static JSONSchemaProps schema(CustomResourceDefinition crd) {
    return version(crd).getSchema().getOpenAPIV3Schema();
  }
}
