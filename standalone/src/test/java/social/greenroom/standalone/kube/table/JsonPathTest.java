package social.greenroom.standalone.kube.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.KubeJson;

class JsonPathTest {

  private static final ObjectNode OBJECT =
      YamlOf.object(
          """
          metadata: {name: one, annotations: {example.org/note: hello}}
          spec: {count: 3, on: true, list: [a, b, c]}
          status:
            conditions:
              - {type: Ready, status: "True", code: 1}
              - {type: Stalled, status: "False", code: 2}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          .metadata.name | ["one"]
          {.metadata.name} | ["one"]
          $.metadata.name | ["one"]
          .metadata.annotations.example\\.org/note | ["hello"]
          .metadata.annotations['example\\.org/note'] | ["hello"]
          .status.conditions[?(@.type=="Ready")].status | ["True"]
          .status.conditions[?(@.type == 'Stalled')].status | ["False"]
          .status.conditions[?(@.type!="Ready")].status | ["False"]
          .status.conditions[?(@.code==2)].type | ["Stalled"]
          .status.conditions[?(@.missing)].type | []
          .status.conditions[*].type | ["Ready","Stalled"]
          .spec.list[1] | ["b"]
          .spec.list[-1] | ["c"]
          .spec.missing.deeper | []
          """)
  void a_path_leads_to_values(String path, String found) {
    assertThat(KubeJson.MAPPER.<JsonNode>valueToTree(JsonPath.parse(path).find(OBJECT)))
        .isEqualTo(YamlOf.node(found));
  }

  @Test
  void a_path_that_is_none_is_refused() {
    assertThatThrownBy(() -> JsonPath.parse(".a[?(")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_column_shows_its_type_only() {
    assertThat(Column.path("C", "integer", 0, ".spec.count").cell().of(OBJECT).asInt())
        .isEqualTo(3);
    assertThat(Column.path("C", "integer", 0, ".metadata.name").cell().of(OBJECT).isNull())
        .isTrue();
    assertThat(Column.path("C", "string", 0, ".spec.on").cell().of(OBJECT).asText())
        .isEqualTo("true");
    assertThat(Column.path("C", "boolean", 0, ".spec.on").cell().of(OBJECT).asBoolean()).isTrue();
    assertThat(Column.path("C", "string", 0, ".spec.none").cell().of(OBJECT).isNull()).isTrue();
    ObjectNode dated = YamlOf.object("{at: '" + Instant.now().minusSeconds(30) + "'}");
    assertThat(Column.path("C", "date", 0, ".at").cell().of(dated).asText()).matches("3[0-9]s");
  }

  @Test
  void a_table_has_a_row_for_each_object() {
    JsonNode table =
        TablePrinter.print(
            List.of(
                Column.NAME,
                Column.path(
                    "Ready", "string", 0, ".status.conditions[?(@.type==\"Ready\")].status")),
            List.of(OBJECT),
            KubeJson.object().put("resourceVersion", "5"),
            "");

    assertThat(table.at("/columnDefinitions/1/name").asText()).isEqualTo("Ready");
    assertThat(table.at("/rows/0/cells")).isEqualTo(YamlOf.node("[one, 'True']"));
    assertThat(table.at("/rows/0/object/kind").asText()).isEqualTo("PartialObjectMetadata");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,0s",
    "PT119S,119s",
    "PT2M,2m",
    "PT5M12S,5m12s",
    "PT15M,15m",
    "PT179M,179m",
    "PT3H,3h",
    "PT7H59M,7h59m",
    "PT47H,47h",
    "PT49H,2d1h",
    "P10D,10d",
    "P800D,2y70d",
    "PT-5S,<invalid>"
  })
  void ages_are_said_as_kubectl_does(Duration age, String said) {
    assertThat(Age.human(age)).isEqualTo(said);
  }
}
