package social.greenroom.standalone.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

class KillIT {

  @Test
  void nothing_that_was_answered_is_lost_when_the_process_is_killed() throws Exception {
    AgroalDataSource database = KubeDatabase.empty();
    Process process = start(database);
    String url = firstLine(process);
    Map<String, String> answered = new ConcurrentHashMap<>();
    ExecutorService writers = Executors.newFixedThreadPool(4);
    AtomicInteger count = new AtomicInteger();
    try (KubernetesClient client = KubeCase.clientOf(url)) {
      Widgets.define(client);
      for (int i = 0; i < 4; i++) {
        writers.execute(() -> writeUntilKilled(client, count, answered));
      }
      await().atMost(60, TimeUnit.SECONDS).until(() -> answered.size() > 200);
      process.destroyForcibly().waitFor();
      writers.shutdownNow();
      assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    try (EmbeddedKube again =
            EmbeddedKube.start(KubeConfig.of("127.0.0.1", 0, database, KubeCase.KEY));
        KubernetesClient client = KubeCase.clientOf(again.url())) {
      Map<String, String> kept = new ConcurrentHashMap<>();
      for (GenericKubernetesResource widget : Widgets.of(client).list().getItems()) {
        kept.put(widget.getMetadata().getName(), widget.getMetadata().getUid());
      }
      assertThat(kept).containsAllEntriesOf(answered);
    }
    database.close();
  }

  private static void writeUntilKilled(
      KubernetesClient client, AtomicInteger count, Map<String, String> answered) {
    try {
      while (true) {
        String name = "w" + count.incrementAndGet();
        GenericKubernetesResource created =
            Widgets.of(client).resource(Widgets.named(name)).create();
        answered.put(name, created.getMetadata().getUid());
      }
    } catch (KubernetesClientException killed) {
      // The process is gone, as it should be.
    }
  }

  private static Process start(AgroalDataSource database) throws IOException {
    var pool = database.getConfiguration().connectionPoolConfiguration();
    var connection = pool.connectionFactoryConfiguration();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            KubeProcess.class.getName(),
            connection.jdbcUrl(),
            connection.principal().getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    String line = out.readLine();
    assertThat(line).startsWith("http://127.0.0.1:");
    return line;
  }
}
