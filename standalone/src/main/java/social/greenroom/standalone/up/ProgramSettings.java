package social.greenroom.standalone.up;

import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The settings of each program of this run. */
final class ProgramSettings {
  private ProgramSettings() {}

  static Map<String, String> kubernetes(Layout layout) {
    return Map.of(
        KubernetesProgram.PORT,
        Integer.toString(layout.kubernetesPort()),
        KubernetesProgram.URL,
        layout.databaseUrl(Databases.KUBE),
        KubernetesProgram.PASSWORD,
        layout.keys().password(Databases.KUBE_ROLE),
        KubernetesProgram.KEY,
        Base64.getEncoder().encodeToString(layout.keys().derive("kubernetes/secrets")));
  }

  /** Both programs in one process. */
  static Map<String, String> together(Layout layout) {
    var settings = new HashMap<>(apiServer(layout));
    var operator = operator(layout);
    operator.keySet().removeAll(settings.keySet());
    settings.putAll(operator);
    settings.put("quarkus.log.file.enabled", "true");
    settings.put("quarkus.log.file.path", layout.log("greenroom").toString());
    return settings;
  }

  /** By property name. */
  static Map<String, String> apiServer(Layout layout) {
    var settings = shared(layout);
    settings.put("quarkus.http.port", Integer.toString(layout.webPort()));
    settings.put("quarkus.management.host", "127.0.0.1");
    settings.put("quarkus.management.port", Integer.toString(layout.managementPort()));
    settings.put("greenroom.internal.port", Integer.toString(layout.internalPort()));
    settings.put("greenroom.sandbox", "true");
    return settings;
  }

  /** By property name. */
  static Map<String, String> operator(Layout layout) {
    var settings = shared(layout);
    // Its probes want a port too; any free one.
    settings.put("quarkus.http.port", "0");
    settings.put("quarkus.kubernetes-client.api-server-url", layout.kubernetesUrl());
    // Nobody asks for it. A client without one looks for it in the machine's files and variables,
    // a minute after its start with every request.
    settings.put("quarkus.kubernetes-client.token", "none");
    settings.put(
        "greenroom.db.provisioner-password", layout.keys().password("greenroom_provisioner"));
    settings.put("greenroom.key-file", layout.keys().file().toString());
    // Of the loopback only the sandbox, where the example agency's networks are.
    settings.put("greenroom.egress.allow", URI.create(layout.sandboxUrl()).getAuthority());
    settings.put("greenroom.media.url", layout.internalUrl());
    settings.put("greenroom.model.url", layout.sandboxUrl() + "/model");
    settings.put("greenroom.model.key", "sandbox");
    // There is one only, and it is to work at once.
    settings.put("greenroom.operator.leader-election.enabled", "false");
    return settings;
  }

  /** By the name of the variable. */
  static Map<String, String> pool(Layout layout) {
    return Map.of(
        "GREENROOM_DB_URL",
        layout.databaseUrl(Databases.GREENROOM),
        "GREENROOM_DB_POOL_PASSWORD",
        layout.keys().password("greenroom_t_pool"),
        "GREENROOM_KEY_FILE",
        layout.keys().file().toString(),
        "GREENROOM_MEDIA_DIR",
        layout.data().media().toString(),
        "GREENROOM_EGRESS_ALLOW",
        URI.create(layout.sandboxUrl()).getAuthority());
  }

  private static Map<String, String> shared(Layout layout) {
    var settings = new HashMap<String, String>();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("greenroom.db.url", layout.databaseUrl(Databases.GREENROOM));
    settings.put("greenroom.db.app-password", layout.keys().password("greenroom_app"));
    settings.put("greenroom.db.lookup-password", layout.keys().password("greenroom_lookup"));
    settings.put("greenroom.media.dir", layout.data().media().toString());
    settings.put(
        "greenroom.media.signing-key",
        Base64.getEncoder().encodeToString(layout.keys().derive("media/tokens")));
    return settings;
  }
}
