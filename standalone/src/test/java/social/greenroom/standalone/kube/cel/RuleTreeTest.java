package social.greenroom.standalone.kube.cel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.schema.Schema;

class RuleTreeTest {

  private static final String PROPERTIES =
      """
      type: object
      properties:
        name: {type: string}
        absent: {type: string}
        namespace: {type: string}
        count: {type: integer}
        ratio: {type: number}
        on: {type: boolean}
        port: {x-kubernetes-int-or-string: true}
        at: {type: string, format: date-time}
        until: {type: string, format: date-time}
        every: {type: string, format: duration}
        link: {type: string}
        tags: {type: array, items: {type: string}}
        numbers: {type: array, items: {type: integer}}
        labels: {type: object, additionalProperties: {type: string}}
        parts:
          type: array
          x-kubernetes-list-type: map
          x-kubernetes-list-map-keys: [id]
          items: {type: object, properties: {id: {type: string}, size: {type: integer}}}
        dashed-name: {type: string}
      """;

  private static final JsonNode VALUE =
      YamlOf.node(
          """
          name: Mira
          namespace: agency
          count: 3
          ratio: 2
          on: true
          port: 80
          at: "2026-11-21T20:00:00Z"
          until: "2026-11-21T22:00:00Z"
          every: 1h30m
          link: "https://example.org:8443/a/b?x=1&y=2"
          tags: [a, b]
          numbers: [1, 2, 3]
          labels: {tier: front, a/b: c}
          parts: [{id: x, size: 1}, {id: y, size: 2}]
          dashed-name: d
          """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.name == 'Mira'",
        "self.__namespace__ == 'agency'",
        "self.dashed__dash__name == 'd'",
        "has(self.name) && !has(self.absent)",
        "self.count > 2 && self.count <= 3",
        "self.ratio == 2.0",
        "self.port == 80 || self.port == 'http'",
        "size(self.tags) == 2 && self.tags.size() == 2",
        "self.tags.all(t, t.size() == 1)",
        "self.tags.exists(t, t == 'b')",
        "self.tags.exists_one(t, t == 'b')",
        "self.tags.map(t, t + '!') == ['a!', 'b!']",
        "self.tags.filter(t, t != 'a') == ['b']",
        "'a' in self.tags && !('z' in self.tags)",
        "self.parts.all(p, p.size > 0)",
        "self.parts.map(p, p.id).exists(i, i == 'x')",
        "'tier' in self.labels && self.labels['a/b'] == 'c'",
        "self.labels.all(k, self.labels[k] != '')",
        "self.name.matches('^M[a-z]+$')",
        "self.name.startsWith('M') && self.name.endsWith('a') && self.name.contains('ir')",
        "self.name.lowerAscii() == 'mira' && self.name.upperAscii() == 'MIRA'",
        "'a,b'.split(',') == ['a', 'b'] && ['a', 'b'].join('-') == 'a-b'",
        "self.name.replace('M', 'L') == 'Lira' && self.name.substring(1, 3) == 'ir'",
        "self.name.indexOf('r') == 2 && ' x '.trim() == 'x' && self.name.charAt(0) == 'M'",
        "url(self.link).getHostname() == 'example.org' && url(self.link).getPort() == '8443'",
        "url(self.link).getHost() == 'example.org:8443' && url(self.link).getEscapedPath() == '/a/b'",
        "url(self.link).getQuery()['y'] == ['2'] && isURL(self.link) && !isURL('no url')",
        "self.name.find('[a-z]+') == 'ira' && self.name.findAll('[a-z]') == ['i', 'r', 'a']",
        "self.numbers.sum() == 6 && self.numbers.min() == 1 && self.numbers.max() == 3",
        "self.numbers.isSorted() && ![2, 1].isSorted()",
        "self.until > self.at && self.until - self.at == duration('2h')",
        "self.every < duration('2h')",
        "self.at < timestamp('2027-01-01T00:00:00Z')",
        "self.on ? self.count == 3 : self.count == 4",
        "!has(self.absent) || self.absent == 'x'",
        "string(self.count) == '3' && int('3') == self.count",
        "type(self.port) == int",
      })
  void a_rule_that_holds_passes(String rule) {
    assertThat(check(rule, VALUE, null)).isEmpty();
    assertThat(check("!(" + rule + ")", VALUE, null)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.nme == 'x'",
        "self.count.startsWith('x')",
        "has(self.nothing)",
        "self.name",
        "self.name ==",
        "nothing(self.name)",
        "self.parts.all(p, p.colour == 'x')",
      })
  void a_rule_that_does_not_fit_the_schema_is_refused(String rule) {
    assertThat(compilationErrors(rule))
        .singleElement()
        .satisfies(e -> assertThat(e.path()).isEqualTo("s.x-kubernetes-validations[0].rule"));
  }

  @Test
  void a_transition_rule_needs_a_value_before() {
    ObjectNode changed = VALUE.deepCopy();
    changed.put("name", "Nora");

    assertThat(check("self.name == oldSelf.name", changed, null)).isEmpty();
    assertThat(check("self.name == oldSelf.name", changed, VALUE))
        .extracting(FieldError::toString)
        .containsExactly(
            "<nil>: Invalid value: \"object\": failed rule: self.name == oldSelf.name");
  }

  @Test
  void items_of_a_map_list_are_compared_with_those_of_the_same_key() {
    Schema schema =
        Schema.parse(
            YamlOf.node(
                """
                type: object
                properties:
                  parts:
                    type: array
                    x-kubernetes-list-type: map
                    x-kubernetes-list-map-keys: [id]
                    items:
                      type: object
                      properties: {id: {type: string}, size: {type: integer}}
                      x-kubernetes-validations: [{rule: self.size >= oldSelf.size, message: shrunk}]
                """));
    JsonNode before = YamlOf.node("{parts: [{id: x, size: 1}, {id: y, size: 5}]}");
    JsonNode next = YamlOf.node("{parts: [{id: z, size: 0}, {id: y, size: 4}, {id: x, size: 2}]}");

    assertThat(RuleTree.compile(schema, "s", new ArrayList<>()).check(next, before))
        .extracting(FieldError::toString)
        .containsExactly("parts[1]: Invalid value: \"object\": shrunk");
  }

  @Test
  void a_rule_that_fails_to_run_is_an_error_of_the_object() {
    assertThat(check("self.labels['none'] == 'x'", VALUE, null))
        .singleElement()
        .satisfies(
            e -> assertThat(e.message()).contains("no such key").contains("evaluating rule"));
  }

  private static List<FieldError> compilationErrors(String rule) {
    List<FieldError> errors = new ArrayList<>();
    RuleTree.compile(schema(rule), "s", errors);
    return errors;
  }

  private static List<FieldError> check(String rule, JsonNode value, @Nullable JsonNode before) {
    List<FieldError> errors = new ArrayList<>();
    RuleTree tree = RuleTree.compile(schema(rule), "s", errors);
    assertThat(errors).isEmpty();
    return tree.check(value, before);
  }

  private static Schema schema(String rule) {
    ObjectNode schema = YamlOf.object(PROPERTIES);
    schema.putArray("x-kubernetes-validations").addObject().put("rule", rule);
    return Schema.parse(schema);
  }
}
