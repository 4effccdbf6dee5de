package social.greenroom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.greenroom.helm.check.RestrictedProfile;
import social.greenroom.helm.render.Chart;

/** Routes lead to the port for people, and everything else to the ports that no route leads to. */
class PortsTest {
  private static final String API_SERVER = "greenroom-api-server";

  @Test
  void anIngressLeadsToThePublicPort() {
    var objects = Chart.with("ingress");
    var backend = Chart.find(objects, "Ingress", API_SERVER).findValue("backend").path("service");

    assertThat(backend.path("name").asText()).isEqualTo(API_SERVER);
    assertThat(target(objects, API_SERVER, backend.path("port").path("name"))).isEqualTo("http");
  }

  @Test
  void aGatewayLeadsToThePublicPort() {
    var objects = Chart.with("gateway");
    var backend = Chart.find(objects, "HTTPRoute", API_SERVER).findValue("backendRefs").path(0);

    assertThat(backend.path("name").asText()).isEqualTo(API_SERVER);
    assertThat(target(objects, API_SERVER, backend.path("port"))).isEqualTo("http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"defaults", "sandbox", "ingress"})
  void jobsAndPoolUseTheInternalPort(String values) {
    var objects = Chart.with(values);
    for (var program : new String[] {"greenroom-operator", "greenroom-pool"}) {
      var deployment = Chart.find(objects, "Deployment", program);
      var address = URI.create(variable(deployment, "GREENROOM_MEDIA_URL"));
      assertThat(address.getHost()).startsWith(API_SERVER + ".");
      assertThat(target(objects, API_SERVER, address.getPort())).isEqualTo("internal");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"defaults", "monitoring"})
  void probesAndMetricsOfTheApiServerAreOffItsPublicPort(String values) {
    var objects = Chart.with(values);
    var container = container(Chart.find(objects, "Deployment", API_SERVER));
    for (var probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
      assertThat(container.path(probe).path("httpGet").path("port").asText())
          .as(probe)
          .isEqualTo("management");
    }
    for (var monitor : Chart.ofKind(objects, "ServiceMonitor")) {
      var program = monitor.path("metadata").path("name").asText();
      var target = target(objects, program, monitor.path("spec").findValue("endpoints").path(0));
      assertThat(target).isEqualTo(program.equals(API_SERVER) ? "management" : "http");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox", "ingress", "pool-by-queue"})
  void onlyJobsAndThePoolAreLetInByTheInternalPort(String values) {
    var from =
        Chart.find(Chart.with(values), "NetworkPolicy", API_SERVER)
            .path("spec")
            .path("ingress")
            .findParents("ports");

    var internal =
        from.stream()
            .filter(rule -> rule.path("ports").path(0).path("port").asText().equals("internal"))
            .toList();
    assertThat(internal).hasSize(1);
    assertThat(internal.get(0).path("ports")).hasSize(1);
    assertThat(internal.get(0).path("from"))
        .isNotEmpty()
        .allSatisfy(
            peer ->
                assertThat(peer.path("podSelector").path("matchLabels").toString())
                    .containsAnyOf("greenroom-operator", "\"pool\""));
  }

  @Test
  void whereARequestComesFromIsTakenFromTheProxiesThatAreTrusted() {
    var behind = Chart.find(Chart.with("ingress"), "Deployment", API_SERVER);

    assertThat(variable(behind, "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING")).isEqualTo("true");
    assertThat(variable(behind, "QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED")).isEqualTo("true");
    assertThat(variable(behind, "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES"))
        .isEqualTo("10.20.0.0/16,10.30.0.7");
    assertThat(container(Chart.find(Chart.with("gateway"), "Deployment", API_SERVER)).toString())
        .as("nobody is trusted unless named")
        .doesNotContain("QUARKUS_HTTP_PROXY");
  }

  /** The container's port that a port of the Service leads to; found by name or number. */
  private static String target(List<JsonNode> objects, String service, JsonNode port) {
    if (port.isInt()) {
      return target(objects, service, port.asInt());
    }
    var name = port.isTextual() ? port.asText() : port.path("port").asText();
    return target(objects, service, "name", name);
  }

  private static String target(List<JsonNode> objects, String service, int number) {
    return target(objects, service, "port", Integer.toString(number));
  }

  private static String target(List<JsonNode> objects, String service, String field, String value) {
    for (var port : Chart.find(objects, "Service", service).path("spec").path("ports")) {
      if (port.path(field).asText().equals(value)) {
        return port.path("targetPort").asText();
      }
    }
    throw new AssertionError("The Service %s has no port %s.".formatted(service, value));
  }

  private static String variable(JsonNode deployment, String name) {
    for (var variable : container(deployment).path("env")) {
      if (variable.path("name").asText().equals(name)) {
        return variable.path("value").asText();
      }
    }
    throw new AssertionError("The variable %s isn't set.".formatted(name));
  }

  private static JsonNode container(JsonNode deployment) {
    return RestrictedProfile.podSpec(deployment).path("containers").path(0);
  }
}
