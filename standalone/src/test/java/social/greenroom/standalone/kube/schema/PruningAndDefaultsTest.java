package social.greenroom.standalone.kube.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kube.YamlOf;

class PruningAndDefaultsTest {

  private static final Schema SCHEMA =
      Schema.parse(
          YamlOf.node(
              """
              type: object
              properties:
                name: {type: string}
                cap: {type: integer, default: 2}
                note: {type: string, nullable: true, default: x}
                free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                nested:
                  type: object
                  default: {}
                  properties:
                    deep: {type: string, default: d}
                items:
                  type: array
                  items:
                    type: object
                    properties:
                      time: {type: string, default: "09:00"}
              """));

  @Test
  void unknown_fields_are_pruned_and_named() {
    ObjectNode value =
        YamlOf.object("{name: a, colour: b, free: {any: 1}, items: [{time: t}, {tme: t}]}");

    List<String> unknown = Pruner.prune(SCHEMA, value);

    assertThat(unknown).containsExactly("colour", "items[1].tme");
    assertThat(value).isEqualTo(YamlOf.node("{name: a, free: {any: 1}, items: [{time: t}, {}]}"));
  }

  @Test
  void defaults_fill_what_is_absent_at_every_level() {
    ObjectNode value = YamlOf.object("{items: [{}]}");

    Defaulter.apply(SCHEMA, value);

    assertThat(value)
        .isEqualTo(YamlOf.node("{items: [{time: '09:00'}], cap: 2, note: x, nested: {deep: d}}"));
  }

  @Test
  void a_null_is_absent_unless_it_is_allowed() {
    ObjectNode value = YamlOf.object("{name: null, cap: null, note: null, nested: {}}");

    Defaulter.apply(SCHEMA, value);

    assertThat(value).isEqualTo(YamlOf.node("{cap: 2, note: null, nested: {deep: d}}"));
  }

  @Test
  void builtin_kinds_know_their_fields() {
    ObjectNode job =
        YamlOf.object(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: a, lables: {}}
            spec: {template: {spec: {containers: [{name: a, imge: b, resources: {limits: {cpu: 1}}}]}}}
            """);

    assertThat(Pruner.prune(ModelSchemas.of(Job.class), job))
        .containsExactly("metadata.lables", "spec.template.spec.containers[0].imge");
  }

  @Test
  void a_schema_that_is_not_structural_is_refused() {
    assertThat(
            StructuralCheck.check(
                YamlOf.node("{type: object, properties: {a: {description: x}, b: {type: array}}}"),
                "s"))
        .extracting(Object::toString)
        .containsExactly(
            "s.properties[a].type: Required value: must not be empty for specified object fields",
            "s.properties[b].items: Required value: must be specified");
    assertThat(
            StructuralCheck.check(
                YamlOf.node("{type: object, properties: {a: {type: string, default: 3}}}"), "s"))
        .extracting(Object::toString)
        .containsExactly(
            "s.properties[a].default: Invalid value: \"integer\": s.properties[a].default in body"
                + " must be of type string: \"integer\"");
    assertThat(
            StructuralCheck.check(
                YamlOf.node("{type: object, properties: {a: {type: string, pattern: '['}}}"), "s"))
        .extracting(Object::toString)
        .first()
        .asString()
        .startsWith(
            "s.properties[a].pattern: Invalid value: \"[\": must be a valid regular expression");
  }
}
