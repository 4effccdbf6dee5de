package social.greenroom.standalone.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.FieldError;

class SchemaValidatorTest {

  /** Worded after apimachinery's field errors and kube-openapi's validation messages. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {type: string} | 3 | f: Invalid value: "integer": f in body must be of type string: "integer"
          {type: integer} | 1.5 | f: Invalid value: "number": f in body must be of type integer: "number"
          {type: object} | [] | f: Invalid value: "array": f in body must be of type object: "array"
          {type: string, enum: [a, b]} | c | f: Unsupported value: "c": supported values: "a", "b"
          {type: string, pattern: '^@'} | x | f: Invalid value: "x": f in body should match '^@'
          {type: string, minLength: 2} | x | f: Invalid value: "x": f in body should be at least 2 chars long
          {type: string, maxLength: 2} | xyz | f: Too long: may not be more than 2 bytes
          {type: integer, minimum: 1} | 0 | f: Invalid value: 0: f in body should be greater than or equal to 1
          {type: integer, minimum: 1, exclusiveMinimum: true} | 1 | f: Invalid value: 1: f in body should be greater than 1
          {type: integer, maximum: 9} | 10 | f: Invalid value: 10: f in body should be less than or equal to 9
          {type: integer, multipleOf: 5} | 7 | f: Invalid value: 7: f in body should be a multiple of 5
          {type: array, maxItems: 1, items: {type: string}} | [a, b] | f: Too many: 2: must have at most 1 items
          {type: array, minItems: 1, items: {type: string}} | [] | f: Invalid value: 0: f in body should have at least 1 items
          {type: object, maxProperties: 1, additionalProperties: {type: string}} | {a: b, c: d} | f: Too many: 2: must have at most 1 items
          {type: object, required: [a]} | {} | f.a: Required value
          {type: object, additionalProperties: {type: string}} | {a: 1} | f.a: Invalid value: "integer": f.a in body must be of type string: "integer"
          {x-kubernetes-int-or-string: true} | true | f: Invalid value: "boolean": f in body must be of type integer,string: "boolean"
          {type: string, format: date-time} | yesterday | f: Invalid value: "yesterday": f in body must be of type date-time: "yesterday"
          {type: array, items: {type: string}, x-kubernetes-list-type: set} | [a, a] | f[1]: Duplicate value: "a"
          {type: integer, not: {enum: [3]}} | 3 | f: Invalid value: 3: "f" must not validate the schema (not)
          {type: integer, anyOf: [{minimum: 5}, {maximum: 1}]} | 3 | f: Invalid value: 3: "f" must validate at least one schema (anyOf)
          {type: integer, oneOf: [{minimum: 1}, {maximum: 5}]} | 3 | f: Invalid value: 3: "f" must validate one and only one schema (oneOf). Found 2 valid alternatives
          """)
  void a_violation_is_worded_as_clients_expect(String schema, String value, String error) {
    List<FieldError> errors =
        SchemaValidator.validate(Schema.parse(YamlOf.node(schema)), YamlOf.node(value), "f");

    assertThat(errors).extracting(FieldError::toString).containsExactly(error);
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
        .containsExactly("f[2]: Duplicate value: {\"port\":1,\"protocol\":\"TCP\"}");
  }
}
