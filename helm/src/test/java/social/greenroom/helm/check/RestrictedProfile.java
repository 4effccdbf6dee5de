package social.greenroom.helm.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The restricted profile of the Pod Security Standards, and what Greenroom asks beyond it: a
 * read-only root file system, resources, no token that isn't needed.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">the
 *     standards</a>
 */
public final class RestrictedProfile {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

  private final List<String> findings = new ArrayList<>();
  private final JsonNode pod;

  private RestrictedProfile(JsonNode pod) {
    this.pod = pod;
  }

  /** What a pod's spec lacks; empty for nothing. */
  public static List<String> findings(JsonNode podSpec) {
    var check = new RestrictedProfile(podSpec);
    check.pod();
    check.containers().forEach(check::container);
    return List.copyOf(check.findings);
  }

  /** The spec of the pods that the object makes; missing where it makes none. */
  public static JsonNode podSpec(JsonNode object) {
    var spec = object.path("spec");
    return object.path("kind").asText().equals("Pod") ? spec : spec.path("template").path("spec");
  }

  private void pod() {
    for (var host : List.of("hostNetwork", "hostPID", "hostIPC", "hostUsers")) {
      expect(!pod.path(host).asBoolean(false), host + " is set");
    }
    expect(pod.path("securityContext").path("sysctls").isEmpty(), "sysctls are set");
    for (var volume : pod.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              field ->
                  expect(
                      field.equals("name") || VOLUMES.contains(field),
                      "volume of type " + field + " isn't allowed"));
    }
    expect(pod.has("automountServiceAccountToken"), "it isn't said whether it gets a token");
  }

  private Stream<JsonNode> containers() {
    return Stream.of("containers", "initContainers", "ephemeralContainers")
        .flatMap(list -> StreamSupport.stream(pod.path(list).spliterator(), false));
  }

  private void container(JsonNode container) {
    var name = container.path("name").asText() + ": ";
    var own = container.path("securityContext");
    expect(!own.path("privileged").asBoolean(false), name + "privileged");
    expect(
        own.has("allowPrivilegeEscalation") && !own.path("allowPrivilegeEscalation").asBoolean(),
        name + "allowPrivilegeEscalation isn't false");
    expect(
        own.path("readOnlyRootFilesystem").asBoolean(false), name + "its root can be written to");
    expect(dropsAll(own), name + "capabilities aren't all dropped");
    expect(own.path("capabilities").path("add").isEmpty(), name + "capabilities are added");
    expect(inherited(own, "runAsNonRoot").asBoolean(false), name + "runAsNonRoot isn't true");
    var user = inherited(own, "runAsUser");
    expect(user.isMissingNode() || user.asInt() != 0, name + "runs as root");
    expect(
        SECCOMP.contains(inherited(own, "seccompProfile").path("type").asText()),
        name + "no seccomp profile");
    for (var port : container.path("ports")) {
      expect(port.path("hostPort").asInt(0) == 0, name + "has a port of the host's");
    }
    var resources = container.path("resources");
    expect(resources.path("requests").has("cpu"), name + "requests no processor");
    expect(resources.path("requests").has("memory"), name + "requests no memory");
    expect(resources.path("limits").has("memory"), name + "has no limit of memory");
  }

  private JsonNode inherited(JsonNode own, String field) {
    return own.has(field) ? own.path(field) : pod.path("securityContext").path(field);
  }

  private static boolean dropsAll(JsonNode own) {
    return StreamSupport.stream(own.path("capabilities").path("drop").spliterator(), false)
        .anyMatch(dropped -> dropped.asText().equals("ALL"));
  }

  private void expect(boolean holds, String finding) {
    if (!holds) {
      findings.add(finding);
    }
  }
}
