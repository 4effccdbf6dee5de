package social.greenroom.standalone.kube.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.schema.ModelSchemas;

class PatchTest {

  /** Cases of RFC 6902's appendix A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {foo: bar} | [{op: add, path: /baz, value: qux}] | {foo: bar, baz: qux}
          {foo: [bar, baz]} | [{op: add, path: /foo/1, value: qux}] | {foo: [bar, qux, baz]}
          {foo: [bar]} | [{op: add, path: /foo/-, value: qux}] | {foo: [bar, qux]}
          {baz: qux, foo: bar} | [{op: remove, path: /baz}] | {foo: bar}
          {foo: [bar, qux, baz]} | [{op: remove, path: /foo/1}] | {foo: [bar, baz]}
          {baz: qux, foo: bar} | [{op: replace, path: /baz, value: boo}] | {baz: boo, foo: bar}
          {foo: {bar: baz, waldo: fred}, qux: {corge: g}} | [{op: move, from: /foo/waldo, path: /qux/thud}] | {foo: {bar: baz}, qux: {corge: g, thud: fred}}
          {foo: [all, grass, cows, eat]} | [{op: move, from: /foo/1, path: /foo/3}] | {foo: [all, cows, eat, grass]}
          {a: {b: c}} | [{op: copy, from: /a, path: /d}, {op: replace, path: /d/b, value: x}] | {a: {b: c}, d: {b: x}}
          {baz: qux} | [{op: test, path: /baz, value: qux}] | {baz: qux}
          {'a/b': 1} | [{op: replace, path: /a~1b, value: 2}] | {'a/b': 2}
          """)
  void a_json_patch_is_applied(String object, String patch, String result) {
    assertThat(JsonPatch.apply(YamlOf.object(object), YamlOf.node(patch)))
        .isEqualTo(YamlOf.node(result));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{op: test, path: /a, value: 2}] | 422
          [{op: remove, path: /b}] | 422
          [{op: replace, path: /b, value: 1}] | 422
          [{op: add, path: /x/y, value: 1}] | 422
          [{op: add, path: x, value: 1}] | 400
          [{op: nothing, path: /a}] | 400
          [{op: add, path: /b}] | 400
          {op: add} | 400
          """)
  void a_json_patch_that_does_not_apply_is_refused(String patch, int code) {
    assertThatThrownBy(() -> JsonPatch.apply(YamlOf.object("{a: 1}"), YamlOf.node(patch)))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  /** Cases of RFC 7396's appendix A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {a: b} | {a: c} | {a: c}
          {a: b} | {b: c} | {a: b, b: c}
          {a: b} | {a: null} | {}
          {a: [b]} | {a: c} | {a: c}
          {a: c} | {a: [b]} | {a: [b]}
          {a: {b: c}} | {a: {b: d, c: null}} | {a: {b: d}}
          {e: null} | {a: 1} | {e: null, a: 1}
          {} | {a: {bb: {ccc: null}}} | {a: {bb: {}}}
          """)
  void a_merge_patch_is_applied(String object, String patch, String result) {
    assertThat(MergePatch.apply(YamlOf.object(object), YamlOf.object(patch)))
        .isEqualTo(YamlOf.node(result));
  }

  @Test
  void a_strategic_patch_merges_lists_by_key() {
    var pod =
        YamlOf.object(
            """
            metadata: {finalizers: [a, b]}
            spec:
              containers:
                - {name: one, image: a, env: [{name: X, value: "1"}, {name: Y, value: "2"}], args: [p]}
                - {name: two, image: b}
            """);
    var patch =
        YamlOf.object(
            """
            metadata: {$deleteFromPrimitiveList/finalizers: [a], finalizers: [c]}
            spec:
              $setElementOrder/containers: [{name: one}, {name: two}]
              containers:
                - {name: one, env: [{name: X, $patch: delete}, {name: Z, value: "3"}], args: [q, r]}
                - {name: two, $patch: delete}
                - {name: three, image: c}
            """);

    assertThat(StrategicMergePatch.apply(ModelSchemas.of(Pod.class), pod, patch))
        .isEqualTo(
            YamlOf.node(
                """
                metadata: {finalizers: [b, c]}
                spec:
                  containers:
                    - {name: one, image: a, env: [{name: Y, value: "2"}, {name: Z, value: "3"}], args: [q, r]}
                    - {name: three, image: c}
                """));
  }
}
