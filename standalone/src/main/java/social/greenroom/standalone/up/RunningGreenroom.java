package social.greenroom.standalone.up;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.data.Endpoints;
import social.greenroom.standalone.data.StartException;
import social.greenroom.store.database.Database;
import social.greenroom.store.database.DatabaseConfig;

/**
 * A Greenroom that runs elsewhere, as a command on this machine reaches it; the command closes it.
 *
 * @param tenants connections that work for tenants
 * @param lookup connections that look for tenants
 */
public record RunningGreenroom(KubernetesClient client, Database tenants, Database lookup)
    implements AutoCloseable {
  /**
   * One that {@code up} runs on this machine.
   *
   * @param data its folder
   * @throws StartException when none runs there
   */
  public static RunningGreenroom here(Path data) {
    var endpoints = Endpoints.read(data.resolve("endpoints.json"));
    return new RunningGreenroom(
        KubernetesAccess.client(endpoints.kubernetes()),
        RunningDatabase.tenants(data),
        RunningDatabase.lookup(data));
  }

  /**
   * One in a cluster. The kubeconfig's user is asked for nothing but what the plan asks.
   *
   * @param context null for the kubeconfig's current one
   * @param environment names the database, as it does for the programs
   * @throws StartException naming what is missing
   */
  public static RunningGreenroom inCluster(
      Path kubeconfig, @Nullable String context, Map<String, String> environment) {
    var url = required(environment, "GREENROOM_DB_URL");
    var app = required(environment, "GREENROOM_DB_APP_PASSWORD");
    var lookup = required(environment, "GREENROOM_DB_LOOKUP_PASSWORD");
    return new RunningGreenroom(
        KubernetesAccess.client(kubeconfig, context),
        Database.open(DatabaseConfig.app(url, app, 1)),
        Database.open(DatabaseConfig.lookup(url, lookup, 1)));
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new StartException(
          "The environment variable %s isn't set: with --kubeconfig it says how the cluster's database is reached."
              .formatted(name));
    }
    return value;
  }

  @Override
  public void close() {
    client.close();
    tenants.close();
    lookup.close();
  }
}
