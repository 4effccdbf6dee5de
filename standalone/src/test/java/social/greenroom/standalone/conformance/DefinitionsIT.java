package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** Definitions: when they are taken, changed and deleted. */
class DefinitionsIT extends ConformanceCase {

  @Test
  void a_rule_of_a_definition_changed_later_holds() {
    String group = "tighter.greenroom.social";
    Widgets.define(client, group, Widgets.definition());
    var widgets = Widgets.of(client, group);
    widgets.resource(Widgets.of(group, "one", "{colour: red, channel: mcp, cap: 9}")).create();
    Widgets.define(client, group, Widgets.definition().replace("maximum: 10", "maximum: 5"));

    // A cluster takes a moment to enforce it.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () ->
                            widgets
                                .resource(
                                    Widgets.of(group, "two", "{colour: red, channel: mcp, cap: 9}"))
                                .dryRun()
                                .create())
                    .hasMessageContaining("should be less than or equal to 5"));
  }

  @Test
  void what_was_valid_before_a_rule_came_may_stay_as_it_is() {
    String group = "ratchet.greenroom.social";
    Widgets.define(client, group, Widgets.definition());
    var widgets = Widgets.of(client, group);
    widgets.resource(Widgets.of(group, "old", "{colour: red, channel: mcp, cap: 9}")).create();
    Widgets.define(client, group, Widgets.definition().replace("maximum: 10", "maximum: 5"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () ->
                            widgets
                                .resource(
                                    Widgets.of(group, "new", "{colour: red, channel: mcp, cap: 9}"))
                                .dryRun()
                                .create())
                    .isInstanceOf(KubernetesClientException.class));

    var kept =
        widgets
            .withName("old")
            .edit(
                widget -> {
                  Widgets.spec(widget).put("handle", "@old");
                  return widget;
                });
    assertThat(Widgets.spec(kept)).containsEntry("cap", 9).containsEntry("handle", "@old");
    assertThatThrownBy(
            () ->
                widgets
                    .withName("old")
                    .edit(
                        widget -> {
                          Widgets.spec(widget).put("cap", 8);
                          return widget;
                        }))
        .hasMessageContaining("should be less than or equal to 5");
  }

  @Test
  void a_definition_takes_its_objects_along() {
    String group = "passing.greenroom.social";
    Widgets.define(client, group, Widgets.definition());
    var widgets = Widgets.of(client, group);
    widgets.resource(Widgets.of(group, "one", "{colour: red, channel: mcp}")).create();
    var definition =
        client.apiextensions().v1().customResourceDefinitions().withName("widgets." + group);

    definition.delete();

    await().atMost(PATIENCE).until(() -> definition.get() == null);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> client.raw("/apis/" + group + "/v1/widgets", "GET", null))
                    .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(404)));
    Widgets.define(client, group, Widgets.definition());
    assertThat(widgets.list().getItems()).isEmpty();
  }

  @Test
  void a_definition_with_a_broken_rule_is_refused() {
    String broken =
        Widgets.definition()
            .replace("test.greenroom.social", "broken.greenroom.social")
            .replace("self == oldSelf", "self == oldSelf.nothing");

    assertThatThrownBy(
            () ->
                client
                    .load(new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)))
                    .serverSideApply())
        .hasMessageContaining(
            "spec.validation.openAPIV3Schema.properties[spec].properties[channel].x-kubernetes-validations[0].rule")
        .hasMessageContaining("compilation failed");
  }
}
