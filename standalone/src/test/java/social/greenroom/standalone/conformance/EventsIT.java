package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** Events about a resource, as the operator tells them. */
class EventsIT extends ConformanceCase {

  private GenericKubernetesResource widget;

  @BeforeEach
  void makeWidget() {
    widget = Widgets.of(client).resource(Widgets.named("one")).create();
  }

  @Test
  void an_event_is_told_once_and_counted() {
    Event told = client.resource(event("one.painted", "Painted")).create();
    assertThatThrownBy(() -> client.resource(event("one.painted", "Painted")).create())
        .isInstanceOfSatisfying(
            KubernetesClientException.class,
            e -> {
              assertThat(e.getCode()).isEqualTo(409);
              assertThat(e.getStatus().getReason()).isEqualTo("AlreadyExists");
            });

    told.setCount(2);
    assertThat(client.resource(told).update().getCount()).isEqualTo(2);
  }

  @Test
  void events_are_found_by_what_they_are_about() {
    client.resource(event("one.painted", "Painted")).create();
    client.resource(event("one.dried", "Dried")).create();

    var events = client.v1().events();
    assertThat(events.withField("reason", "Dried").list().getItems()).hasSize(1);
    assertThat(
            events
                .withField("involvedObject.uid", widget.getMetadata().getUid())
                .withField("type", "Normal")
                .list()
                .getItems())
        .hasSize(2);
    assertThat(events.withField("involvedObject.name", "two").list().getItems()).isEmpty();
  }

  @Test
  void an_event_is_the_same_in_both_groups() {
    client.resource(event("one.painted", "Painted")).create();

    var same = client.events().v1().events().withName("one.painted").get();

    assertThat(same.getNote()).isEqualTo("It happened.");
    assertThat(same.getRegarding().getUid()).isEqualTo(widget.getMetadata().getUid());
    assertThat(same.getReportingController()).isEqualTo("painter");
  }

  @Test
  void an_event_is_where_what_it_is_about_is() {
    Event elsewhere = event("one.painted", "Painted");
    elsewhere.getInvolvedObject().setNamespace("default");
    assertThatThrownBy(() -> client.resource(elsewhere).create())
        .hasMessageContaining(
            "involvedObject.namespace: Invalid value: \"default\": does not match event.namespace");

    Event ofTheCluster = event(namespace + ".painted", "Painted");
    ofTheCluster.getInvolvedObject().setNamespace(null);
    assertThatThrownBy(() -> client.resource(ofTheCluster).create())
        .hasMessageContaining(
            "involvedObject.namespace: Invalid value: \"\": does not match event.namespace");
    ofTheCluster.getMetadata().setNamespace("default");
    assertThat(client.resource(ofTheCluster).create().getMetadata().getUid()).isNotBlank();
  }

  private Event event(String name, String reason) {
    return new EventBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(namespace)
        .endMetadata()
        .withNewInvolvedObject()
        .withApiVersion(widget.getApiVersion())
        .withKind("Widget")
        .withName("one")
        .withNamespace(namespace)
        .withUid(widget.getMetadata().getUid())
        .endInvolvedObject()
        .withType("Normal")
        .withReason(reason)
        .withMessage("It happened.")
        .withCount(1)
        .withReportingComponent("painter")
        .withReportingInstance("painter-1")
        .build();
  }
}
