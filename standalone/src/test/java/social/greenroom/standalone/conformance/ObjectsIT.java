package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** What becomes of one object that is made, changed and deleted. */
class ObjectsIT extends ConformanceCase {

  @Test
  void a_new_object_gets_defaults_a_uid_and_generation_one() {
    GenericKubernetesResource created =
        Widgets.of(client)
            .resource(Widgets.named("one", "{colour: red, channel: mcp, unknown: 1}"))
            .create();

    assertThat(Widgets.spec(created)).containsEntry("cap", 2).doesNotContainKey("unknown");
    assertThat(created.getMetadata().getUid()).isNotBlank();
    assertThat(created.getMetadata().getGeneration()).isEqualTo(1);
    assertThat(created.getMetadata().getManagedFields()).hasSize(1);
  }

  @Test
  void an_invalid_object_is_refused_with_a_cause_for_each_field() {
    assertThatThrownBy(
            () ->
                Widgets.of(client)
                    .resource(Widgets.named("one", "{colour: blue, channel: mcp, cap: 11}"))
                    .create())
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e -> {
              assertThat(e.getCode()).isEqualTo(422);
              assertThat(e.getStatus().getReason()).isEqualTo("Invalid");
              assertThat(e.getStatus().getMessage())
                  .startsWith("Widget.test.greenroom.social \"one\" is invalid: [")
                  .contains(
                      "spec.colour: Unsupported value: \"blue\": supported values: \"red\", \"green\"")
                  .contains(
                      "spec.cap: Invalid value: 11: spec.cap in body should be less than or equal to 10");
              assertThat(e.getStatus().getDetails().getCauses())
                  .extracting("field")
                  .contains("spec.colour", "spec.cap");
            });
  }

  @Test
  void a_transition_rule_holds_on_update_only() {
    var widgets = Widgets.of(client);
    widgets.resource(Widgets.named("one")).create();

    assertThatThrownBy(
            () ->
                widgets
                    .withName("one")
                    .patch(
                        PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"channel\":\"api\"}}"))
        .hasMessageContaining(
            "Widget.test.greenroom.social \"one\" is invalid: spec.channel: Invalid value:"
                + " \"string\": channel is immutable");
  }

  @Test
  void an_update_of_an_old_version_is_a_conflict() {
    var widgets = Widgets.of(client);
    GenericKubernetesResource first = widgets.resource(Widgets.named("one")).create();
    widgets.withName("one").patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"cap\":3}}");

    Widgets.spec(first).put("cap", 4);

    assertThatThrownBy(() -> widgets.resource(first).update())
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e -> {
              assertThat(e.getCode()).isEqualTo(409);
              assertThat(e.getStatus().getMessage())
                  .isEqualTo(
                      "Operation cannot be fulfilled on widgets.test.greenroom.social \"one\": the"
                          + " object has been modified; please apply your changes to the latest"
                          + " version and try again");
            });
  }

  @Test
  void the_status_has_an_endpoint_of_its_own_and_no_generation() {
    var widgets = Widgets.of(client);
    GenericKubernetesResource widget = widgets.resource(Widgets.named("one")).create();
    widget.setAdditionalProperty("status", Map.of("since", "2026-11-21T20:00:00Z"));
    Widgets.spec(widget).put("cap", 7);

    GenericKubernetesResource updated = widgets.resource(widget).updateStatus();

    assertThat(updated.getAdditionalProperties()).containsKey("status");
    assertThat(Widgets.spec(updated)).containsEntry("cap", 2);
    assertThat(updated.getMetadata().getGeneration()).isEqualTo(1);

    updated.setAdditionalProperty("status", Map.of());
    Widgets.spec(updated).put("cap", 8);
    GenericKubernetesResource main = widgets.resource(updated).update();

    assertThat(main.getMetadata().getGeneration()).isEqualTo(2);
    assertThat(main.getAdditionalProperties().get("status"))
        .isEqualTo(Map.of("since", "2026-11-21T20:00:00Z"));
  }

  @Test
  void a_write_that_changes_nothing_makes_no_version() {
    var widgets = Widgets.of(client);
    GenericKubernetesResource widget = widgets.resource(Widgets.named("one")).create();

    GenericKubernetesResource same = widgets.resource(widget).update();

    assertThat(same.getMetadata().getResourceVersion())
        .isEqualTo(widget.getMetadata().getResourceVersion());
  }

  @Test
  void a_finalizer_keeps_an_object_until_it_is_taken_off() {
    var widgets = Widgets.of(client);
    GenericKubernetesResource widget = Widgets.named("one");
    widget.getMetadata().setFinalizers(List.of("test.greenroom.social/cleanup"));
    widgets.resource(widget).create();

    widgets.withName("one").delete();

    GenericKubernetesResource going = widgets.withName("one").get();
    assertThat(going.getMetadata().getDeletionTimestamp()).isNotNull();
    widgets
        .withName("one")
        .edit(
            w -> {
              w.getMetadata().setFinalizers(List.of());
              return w;
            });
    assertThat(widgets.withName("one").get()).isNull();
  }

  @Test
  void a_dry_run_answers_as_if_and_stores_nothing() {
    Widgets.of(client).resource(Widgets.named("one")).dryRun(true).create();

    assertThat(Widgets.of(client).withName("one").get()).isNull();
  }

  @Test
  void what_would_do_harm_by_mistake_is_refused() {
    assertThatThrownBy(() -> client.namespaces().withName("default").delete())
        .hasMessageContaining("this namespace may not be deleted");
    assertThat(raw("DELETE", "/api/v1/configmaps", "")).isEqualTo(405);
    assertThat(raw("POST", "/api/v1/configmaps", "{}")).isEqualTo(405);
    Widgets.of(client).resource(Widgets.named("one")).create();
    String widget = "/apis/test.greenroom.social/v1/namespaces/" + namespace + "/widgets/one";
    assertThat(raw("DELETE", widget + "/status", "")).isEqualTo(405);
    assertThat(raw("PUT", widget, "not json")).isEqualTo(400);
    assertThat(raw("PUT", widget, "[]")).isEqualTo(400);
    assertThat(raw("GET", widget + "/scale", "")).isEqualTo(404);
    assertThat(raw("GET", "/apis/none.example/v1/things", "")).isEqualTo(404);
    assertThat(raw("GET", "/api/v1/configmaps?resourceVersion=9999999", "")).isEqualTo(504);
    assertThat(raw("GET", "/api/v1/configmaps?limit=x", "")).isEqualTo(400);
    assertThat(Widgets.of(client).withName("one").get()).isNotNull();
  }

  @Test
  void an_immutable_secret_stays_as_it_is() {
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName("s")
            .endMetadata()
            .withImmutable(true)
            .addToStringData("k", "v")
            .build();
    Secret made = client.resource(secret).create();

    for (Secret changed :
        List.of(
            new SecretBuilder(made).addToData("k", "dw==").build(),
            new SecretBuilder(made).withImmutable(false).build())) {
      assertThatThrownBy(() -> client.resource(changed).update())
          .hasMessageContaining("Forbidden: field is immutable when `immutable` is set");
    }
    assertThatThrownBy(
            () -> client.resource(new SecretBuilder(made).withType("other").build()).update())
        .hasMessageContaining("type: Invalid value: \"other\": field is immutable");
  }

  private int raw(String method, String path, String body) {
    try {
      client.raw(path, method, body.isEmpty() ? null : body);
      return 200;
    } catch (KubernetesClientException e) {
      assertThat(e.getStatus().getKind()).isEqualTo("Status");
      return e.getCode();
    }
  }
}
