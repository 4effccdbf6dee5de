package social.greenroom.standalone.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectsIT extends KubeCase {

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
  void apply_owns_what_it_sets_and_takes_out_what_it_no_longer_sets() {
    ConfigMap config =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("c")
            .endMetadata()
            .addToData("a", "1")
            .addToData("b", "2")
            .build();
    client.resource(config).fieldManager("one").serverSideApply();
    ConfigMap other =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("c")
            .endMetadata()
            .addToData("z", "9")
            .build();
    client.resource(other).fieldManager("two").serverSideApply();
    config.getData().remove("b");

    ConfigMap applied = client.resource(config).fieldManager("one").serverSideApply();

    assertThat(applied.getData()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "1", "z", "9"));
    assertThat(applied.getMetadata().getManagedFields())
        .extracting("manager")
        .contains("one", "two");
    config.getData().put("z", "8");
    assertThatThrownBy(() -> client.resource(config).fieldManager("one").serverSideApply())
        .hasMessageContaining("Apply failed with 1 conflict: conflict with \"two\": .data.z");
    ConfigMap forced =
        client.resource(config).fieldManager("one").forceConflicts().serverSideApply();
    assertThat(forced.getData()).containsEntry("z", "8");
  }

  @Test
  void applying_the_same_again_makes_no_version() {
    GenericKubernetesResource widget =
        Widgets.named("one", "{colour: red, channel: mcp, slots: [{day: mon}]}");
    GenericKubernetesResource first = client.resource(widget).fieldManager("m").serverSideApply();

    GenericKubernetesResource again = client.resource(widget).fieldManager("m").serverSideApply();

    assertThat(again.getMetadata().getResourceVersion())
        .isEqualTo(first.getMetadata().getResourceVersion());
  }

  @Test
  void a_dry_run_answers_as_if_and_stores_nothing() {
    Widgets.of(client).resource(Widgets.named("one")).dryRun(true).create();

    assertThat(Widgets.of(client).withName("one").get()).isNull();
  }

  @Test
  void dependants_go_with_their_last_owner() {
    GenericKubernetesResource owner = Widgets.of(client).resource(Widgets.named("owner")).create();
    ConfigMap dependant =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("dependant")
            .addToOwnerReferences(
                new OwnerReferenceBuilder()
                    .withApiVersion("test.greenroom.social/v1")
                    .withKind("Widget")
                    .withName("owner")
                    .withUid(owner.getMetadata().getUid())
                    .build())
            .endMetadata()
            .build();
    client.resource(dependant).create();

    Widgets.of(client).withName("owner").delete();

    await().until(() -> client.configMaps().withName("dependant").get() == null);
  }

  @Test
  void orphans_are_left_and_foreground_waits_for_dependants() {
    GenericKubernetesResource owner = Widgets.of(client).resource(Widgets.named("owner")).create();
    client.resource(dependant("left", owner)).create();
    Widgets.of(client).withName("owner").withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
    await().until(() -> Widgets.of(client).withName("owner").get() == null);
    assertThat(client.configMaps().withName("left").get().getMetadata().getOwnerReferences())
        .isEmpty();

    GenericKubernetesResource next = Widgets.of(client).resource(Widgets.named("next")).create();
    ConfigMap held = dependant("held", next);
    held.getMetadata().setFinalizers(List.of("test.greenroom.social/hold"));
    client.resource(held).create();
    Widgets.of(client)
        .withName("next")
        .withPropagationPolicy(DeletionPropagation.FOREGROUND)
        .delete();
    await().until(() -> client.configMaps().withName("held").get().isMarkedForDeletion());
    assertThat(Widgets.of(client).withName("next").get()).isNotNull();
    client
        .configMaps()
        .withName("held")
        .edit(
            c -> {
              c.getMetadata().setFinalizers(List.of());
              return c;
            });
    await().until(() -> Widgets.of(client).withName("next").get() == null);
  }

  @Test
  void a_namespace_takes_its_contents_along() {
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName("gone").endMetadata().build())
        .create();
    ConfigMap inside =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("c")
            .withNamespace("gone")
            .endMetadata()
            .build();
    client.resource(inside).create();

    client.namespaces().withName("gone").delete();

    await().until(() -> client.namespaces().withName("gone").get() == null);
    assertThat(client.configMaps().inNamespace("gone").list().getItems()).isEmpty();
    assertThatThrownBy(() -> client.resource(inside).create())
        .hasMessageContaining("namespaces \"gone\" not found");
  }

  @Test
  void what_would_do_harm_by_mistake_is_refused() {
    assertThatThrownBy(() -> client.namespaces().withName("default").delete())
        .hasMessageContaining("this namespace may not be deleted");
    assertThat(raw("DELETE", "/api/v1/configmaps", "")).isEqualTo(405);
    assertThat(raw("POST", "/api/v1/configmaps", "{}")).isEqualTo(405);
    Widgets.of(client).resource(Widgets.named("one")).create();
    String widget = "/apis/test.greenroom.social/v1/namespaces/default/widgets/one";
    assertThat(raw("DELETE", widget + "/status", "")).isEqualTo(405);
    assertThat(raw("PUT", widget, "not json")).isEqualTo(400);
    assertThat(raw("PUT", widget, "[]")).isEqualTo(400);
    assertThat(raw("GET", widget + "/scale", "")).isEqualTo(404);
    assertThat(raw("GET", "/apis/none.example/v1/things", "")).isEqualTo(404);
    assertThat(raw("GET", "/api/v1/configmaps?resourceVersion=99999", "")).isEqualTo(504);
    assertThat(raw("GET", "/api/v1/configmaps?resourceVersion=1&resourceVersionMatch=Exact", ""))
        .isEqualTo(410);
    assertThat(raw("GET", "/api/v1/configmaps?limit=x", "")).isEqualTo(400);
    assertThat(Widgets.of(client).withName("one").get()).isNotNull();
  }

  @Test
  void a_rule_of_a_definition_changed_later_holds_at_once() {
    var widgets = Widgets.of(client);
    widgets.resource(Widgets.named("one", "{colour: red, channel: mcp, cap: 9}")).create();
    String tighter = new String(readAll("/kube/widgets.yaml")).replace("maximum: 10", "maximum: 5");
    client.load(new ByteArrayInputStream(tighter.getBytes())).serverSideApply();

    assertThatThrownBy(
            () ->
                widgets
                    .resource(Widgets.named("two", "{colour: red, channel: mcp, cap: 9}"))
                    .create())
        .hasMessageContaining("should be less than or equal to 5");
  }

  @Test
  void a_definition_takes_its_objects_along() {
    Widgets.of(client).resource(Widgets.named("one")).create();

    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("widgets.test.greenroom.social")
        .delete();

    await()
        .until(
            () ->
                client
                        .apiextensions()
                        .v1()
                        .customResourceDefinitions()
                        .withName("widgets.test.greenroom.social")
                        .get()
                    == null);
    assertThat(raw("GET", "/apis/test.greenroom.social/v1/widgets", "")).isEqualTo(404);
    Widgets.define(client);
    assertThat(Widgets.of(client).list().getItems()).isEmpty();
  }

  private int raw(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(kube.url() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.body()).contains("\"kind\":\"Status\"");
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void objects_are_selected_by_labels_and_declared_fields() {
    for (String name : List.of("a", "b")) {
      GenericKubernetesResource widget =
          Widgets.named(
              name, "{colour: %s, channel: x}".formatted(name.equals("a") ? "red" : "green"));
      widget.getMetadata().setLabels(Map.of("tier", name));
      Widgets.of(client).resource(widget).create();
    }
    var widgets = Widgets.of(client);
    assertThat(widgets.withLabelSelector("tier in (a,c)").list().getItems()).hasSize(1);
    assertThat(widgets.withLabelSelector("!tier").list().getItems()).isEmpty();
    assertThat(widgets.withField("spec.colour", "green").list().getItems()).hasSize(1);
    assertThatThrownBy(() -> widgets.withField("spec.channel", "x").list())
        .hasMessageContaining("field label not supported: spec.channel");
  }

  @Test
  void a_long_list_comes_in_pages() {
    for (int i = 0; i < 5; i++) {
      Widgets.of(client).resource(Widgets.named("w" + i)).create();
    }
    var page = Widgets.of(client).list(new ListOptionsBuilder().withLimit(2L).build());
    assertThat(page.getItems())
        .extracting(w -> w.getMetadata().getName())
        .containsExactly("w0", "w1");
    var rest =
        Widgets.of(client)
            .list(
                new ListOptionsBuilder()
                    .withLimit(10L)
                    .withContinue(page.getMetadata().getContinue())
                    .build());
    assertThat(rest.getItems())
        .extracting(w -> w.getMetadata().getName())
        .containsExactly("w2", "w3", "w4");
  }

  @Test
  void everything_survives_a_restart() {
    Widgets.of(client).resource(Widgets.named("one")).create();
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName("s")
            .endMetadata()
            .addToStringData("k", "wort")
            .build();
    client.resource(secret).create();
    stopKube();

    kube = EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, KEY));
    client = clientOf(kube);

    assertThat(Widgets.of(client).withName("one").get()).isNotNull();
    assertThat(client.secrets().withName("s").get().getData()).containsEntry("k", "d29ydA==");
  }

  @Test
  void a_secret_is_unreadable_in_the_database() throws Exception {
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName("s")
            .endMetadata()
            .addToStringData("k", "wort")
            .build();
    client.resource(secret).create();

    for (String table : List.of("kube_object", "kube_change")) {
      try (Connection connection = database.getConnection();
          ResultSet row =
              connection
                  .createStatement()
                  .executeQuery("select json from " + table + " where resource = 'secrets'")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).startsWith("{\"sealed\":").doesNotContain("d29ydA");
      }
    }
    stopKube();
    assertThatThrownBy(
            () -> EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, new byte[32])))
        .hasMessageContaining("The Secret default/s doesn't open with this data directory's key");
    startKube();
  }

  @Test
  void a_job_gets_its_defaults_and_its_template_is_immutable() {
    Job job =
        Serialization.unmarshal(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: j}
            spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}
            """,
            Job.class);
    Job created = client.resource(job).create();

    assertThat(created.getSpec().getBackoffLimit()).isEqualTo(6);
    assertThat(created.getSpec().getCompletions()).isEqualTo(1);
    assertThat(created.getSpec().getSelector().getMatchLabels()).isNotEmpty();
    Job changed = new JobBuilder(created).build();
    changed.getSpec().getTemplate().getSpec().getContainers().get(0).setImage("c");
    assertThatThrownBy(() -> client.resource(changed).update())
        .hasMessageContaining("spec.template: Invalid value")
        .hasMessageContaining("field is immutable");
  }

  @Test
  void a_definition_with_a_broken_rule_is_refused() {
    String broken =
        new String(readAll("/kube/widgets.yaml"))
            .replace("self == oldSelf", "self == oldSelf.nothing");

    assertThatThrownBy(
            () -> client.load(new ByteArrayInputStream(broken.getBytes())).serverSideApply())
        .hasMessageContaining(
            "spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[channel].x-kubernetes-validations[0].rule")
        .hasMessageContaining("compilation failed");
  }

  private static byte[] readAll(String resource) {
    try (var in = ObjectsIT.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConfigMap dependant(String name, GenericKubernetesResource owner) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .addToOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion("test.greenroom.social/v1")
                .withKind("Widget")
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withBlockOwnerDeletion(true)
                .build())
        .endMetadata()
        .build();
  }
}
