package social.greenroom.standalone.kube.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kube.YamlOf;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.schema.ModelSchemas;

class FieldManagerTest {

  private static final Manager ONE = Manager.applying("one", "");
  private static final Manager TWO = Manager.applying("two", "");

  private final FieldManager fields = new FieldManager(ModelSchemas.of(Pod.class), true);

  @Test
  void an_apply_owns_exactly_what_it_sets() {
    ObjectNode pod =
        fields.apply(null, pod("{containers: [{name: a, image: x, args: [p]}]}"), ONE, false);

    assertThat(pod.at("/metadata/managedFields/0/operation").asText()).isEqualTo("Apply");
    assertThat(pod.at("/metadata/managedFields/0/fieldsV1"))
        .isEqualTo(
            YamlOf.node(
                """
                'f:metadata': {'f:labels': {'f:l': {}}}
                'f:spec':
                  'f:containers':
                    'k:{"name":"a"}': {'.': {}, 'f:args': {}, 'f:image': {}, 'f:name': {}}
                """));
  }

  @Test
  void an_update_owns_what_it_changed_and_takes_it_from_others() {
    ObjectNode live = fields.apply(null, pod("{containers: [{name: a, image: x}]}"), ONE, false);
    ObjectNode next = live.deepCopy();
    ((ObjectNode) next.at("/spec/containers/0")).put("image", "y").put("tty", true);

    fields.changed(live, next, Manager.updating("editor", ""));

    assertThat(entry(next, "editor"))
        .isEqualTo(
            YamlOf.node(
                "{'f:spec': {'f:containers': {'k:{\"name\":\"a\"}': {'f:image': {}, 'f:tty': {}}}}}"));
    assertThat(entry(next, "one").toString()).doesNotContain("f:image");
  }

  @Test
  void what_a_manager_no_longer_sets_goes_unless_another_holds_it() {
    ObjectNode live =
        fields.apply(
            null,
            pod(
                "{hostname: h, subdomain: s, containers: [{name: a, image: x}, {name: b, image: y}]}"),
            ONE,
            false);
    live = fields.apply(live, pod("{subdomain: s, containers: [{name: b, image: y}]}"), TWO, false);

    live = fields.apply(live, pod("{nodeName: n}"), ONE, false);

    assertThat(live.path("spec"))
        .isEqualTo(YamlOf.node("{subdomain: s, containers: [{name: b, image: y}], nodeName: n}"));
  }

  @Test
  void a_field_that_another_manager_holds_with_another_value_is_a_conflict() {
    ObjectNode live = fields.apply(null, pod("{containers: [{name: a, image: x}]}"), ONE, false);
    ObjectNode wanted = pod("{containers: [{name: a, image: y}]}");

    assertThatThrownBy(() -> fields.apply(live, wanted, TWO, false))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.code()).isEqualTo(409);
              assertThat(e)
                  .hasMessage(
                      "Apply failed with 1 conflict: conflict with \"one\": .spec.containers[name=\"a\"].image");
              assertThat(e.status().at("/details/causes/0/reason").asText())
                  .isEqualTo("FieldManagerConflict");
            });
    ObjectNode forced = fields.apply(live, wanted, TWO, true);
    assertThat(forced.at("/spec/containers/0/image").asText()).isEqualTo("y");
    assertThat(entry(forced, "one").toString()).doesNotContain("f:image");
  }

  @Test
  void the_same_value_is_shared() {
    ObjectNode live = fields.apply(null, pod("{hostname: h}"), ONE, false);
    live = fields.apply(live, pod("{hostname: h}"), TWO, false);

    assertThat(entry(live, "one")).isEqualTo(entry(live, "two"));
    live = fields.apply(live, pod("{}"), ONE, false);
    assertThat(live.at("/spec/hostname").asText()).isEqualTo("h");
  }

  @Test
  void the_status_is_managed_through_its_own_endpoint() {
    ObjectNode live = fields.apply(null, pod("{hostname: h}"), ONE, false);
    ObjectNode status = pod("{hostname: ignored}");
    status.putObject("status").put("phase", "Running");

    ObjectNode next = fields.apply(live, status, Manager.applying("one", "status"), false);

    assertThat(next.at("/spec/hostname").asText()).isEqualTo("h");
    assertThat(next.at("/status/phase").asText()).isEqualTo("Running");
    assertThat(next.at("/metadata/managedFields/1/subresource").asText()).isEqualTo("status");
    assertThat(next.at("/metadata/managedFields/1/fieldsV1"))
        .isEqualTo(YamlOf.node("{'f:status': {'f:phase': {}}}"));
  }

  private static JsonNode entry(ObjectNode object, String manager) {
    for (JsonNode entry : object.at("/metadata/managedFields")) {
      if (entry.path("manager").asText().equals(manager)) {
        return entry.path("fieldsV1");
      }
    }
    throw new AssertionError("no entry of " + manager);
  }

  private static ObjectNode pod(String spec) {
    return YamlOf.object(
        "{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {l: v}}, spec: " + spec + "}");
  }
}
