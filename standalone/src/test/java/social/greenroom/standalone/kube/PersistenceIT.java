package social.greenroom.standalone.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** What the database holds, and what a new start finds in it. */
class PersistenceIT extends KubeCase {

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
  void connections_that_the_database_dropped_are_replaced() throws Exception {
    Widgets.of(client).resource(Widgets.named("before")).create();

    KubeDatabase.drop(database);

    await()
        .atMost(30, TimeUnit.SECONDS)
        .ignoreExceptions()
        .until(() -> Widgets.of(client).resource(Widgets.named("after")).create() != null);
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
  void an_informer_goes_on_after_a_restart() {
    int port = URI.create(kube.url()).getPort();
    try (SharedIndexInformer<GenericKubernetesResource> informer =
        Widgets.of(client).runnableInformer(0)) {
      informer.run();
      Widgets.of(client).resource(Widgets.named("before")).create();
      await().until(() -> informer.getStore().list().size() == 1);

      kube.close();
      kube = EmbeddedKube.start(KubeConfig.of("127.0.0.1", port, database, KEY));
      Widgets.of(client).resource(Widgets.named("after")).create();

      await().atMost(30, TimeUnit.SECONDS).until(() -> informer.getStore().list().size() == 2);
    }
  }
}
