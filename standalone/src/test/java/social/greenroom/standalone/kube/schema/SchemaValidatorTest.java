package social.greenroom.standalone.kube.schema;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.FieldError;

class SchemaValidatorTest {

  /** The words are a kube-apiserver's: WordingIT asks one. */
  @ParameterizedTest
  @CsvFileSource(resources = "/kube/violations.txt", delimiter = '|', quoteCharacter = '`')
  void a_violation_is_worded_as_clients_expect(String schema, String value, String error) {
    List<FieldError> errors =
        SchemaValidator.validate(Schema.parse(YamlOf.node(schema)), YamlOf.node(value), "f");

    String all = errors.stream().map(FieldError::toString).collect(joining(", "));
    assertThat(errors.size() == 1 ? all : "[" + all + "]").isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {x-kubernetes-int-or-string: true} | 80
          {x-kubernetes-int-or-string: true} | http
          {type: number} | 3
          {type: string, nullable: true} | null
          {type: string, format: date-time} | '2026-11-21T20:00:00.123456Z'
          {type: string, format: date-time} | '2026-11-21T20:00:00+02:00'
          {type: string, format: duration} | 1h30m
          {type: string, format: something-else} | whatever
          {type: string, maxLength: 1} | '🎉'
          {x-kubernetes-preserve-unknown-fields: true} | {a: [1, {b: c}]}
          """)
  void what_fits_is_accepted(String schema, String value) {
    assertThat(SchemaValidator.validate(Schema.parse(YamlOf.node(schema)), YamlOf.node(value), "f"))
        .isEmpty();
  }

  @Test
  void items_of_a_map_list_are_told_apart_by_their_keys_and_defaults() {
    Schema schema =
        Schema.parse(
            YamlOf.node(
                """
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [port, protocol]
                items:
                  type: object
                  properties:
                    port: {type: integer}
                    protocol: {type: string, default: TCP}
                """));

    assertThat(
            SchemaValidator.validate(
                schema,
                YamlOf.node("[{port: 1}, {port: 1, protocol: UDP}, {port: 1, protocol: TCP}]"),
                "f"))
        .extracting(FieldError::toString)
        .containsExactly(
            "f[2]: Duplicate value: map[string]interface {}{\"port\":1, \"protocol\":\"TCP\"}");
  }

  @Test
  void what_was_before_the_schema_became_stricter_may_stay() {
    Schema schema =
        Schema.parse(
            YamlOf.node(
                """
                type: object
                properties:
                  cap: {type: integer, maximum: 5}
                  slots:
                    type: array
                    x-kubernetes-list-type: map
                    x-kubernetes-list-map-keys: [day]
                    items:
                      type: object
                      properties: {day: {type: string}, time: {type: string, maxLength: 5}}
                  tags: {type: array, items: {type: string, maxLength: 2}}
                """));
    JsonNode before =
        YamlOf.node("{cap: 9, slots: [{day: mon, time: too late}], tags: [long], on: true}");

    assertThat(
            SchemaValidator.validate(
                schema,
                YamlOf.node(
                    "{cap: 9, slots: [{day: tue}, {day: mon, time: too late}], tags: [long]}"),
                before,
                "f"))
        .isEmpty();
    assertThat(
            SchemaValidator.validate(
                schema,
                YamlOf.node("{cap: 8, slots: [{day: mon, time: far too late}], tags: [long, s]}"),
                before,
                "f"))
        .extracting(FieldError::path)
        .containsExactly("f.cap", "f.slots[0].time", "f.tags[0]");
  }
}
