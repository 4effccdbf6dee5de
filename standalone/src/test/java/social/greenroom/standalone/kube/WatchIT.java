package social.greenroom.standalone.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class WatchIT extends KubeCase {

  /** Writes down what a watch tells. */
  private static final class Recorder implements Watcher<GenericKubernetesResource> {
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<Long> versions = new CopyOnWriteArrayList<>();
    final AtomicReference<WatcherException> end = new AtomicReference<>();

    @Override
    public void eventReceived(Action action, GenericKubernetesResource widget) {
      events.add(action + " " + widget.getMetadata().getName());
      versions.add(Long.parseLong(widget.getMetadata().getResourceVersion()));
    }

    @Override
    public void onClose(WatcherException cause) {
      end.set(cause);
    }
  }

  @Test
  void a_watch_resumes_from_a_version() {
    Recorder recorder = new Recorder();
    GenericKubernetesResource first = Widgets.of(client).resource(Widgets.named("a")).create();
    Widgets.of(client).resource(Widgets.named("b")).create();
    Widgets.of(client).withName("a").delete();

    try (Watch watch = watch(first.getMetadata().getResourceVersion(), recorder)) {
      Widgets.of(client)
          .withName("b")
          .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"cap\":3}}");
      await().until(() -> recorder.events.size() == 3);
    }

    assertThat(recorder.events).containsExactly("ADDED b", "DELETED a", "MODIFIED b");
  }

  @Test
  void a_watch_from_a_version_that_never_was_is_told_so() {
    Recorder recorder = new Recorder();
    try (Watch watch = watch("999999", recorder)) {
      await().until(() -> recorder.end.get() != null);
    }
    assertThat(recorder.end.get().isHttpGone()).isTrue();
  }

  @Test
  void a_web_socket_is_told_the_same() throws Exception {
    GenericKubernetesResource first = Widgets.of(client).resource(Widgets.named("a")).create();
    Widgets.of(client).resource(Widgets.named("b")).create();
    List<String> frames = new CopyOnWriteArrayList<>();
    WebSocket.Listener listener =
        new WebSocket.Listener() {
          @Override
          public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            frames.add(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
          }
        };
    URI uri =
        URI.create(
            kube.url().replace("http", "ws")
                + "/apis/test.greenroom.social/v1/namespaces/default/widgets?watch=true&resourceVersion="
                + first.getMetadata().getResourceVersion());
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(uri, listener)
            .get(10, TimeUnit.SECONDS);

    await().until(() -> frames.size() == 1);

    assertThat(frames.get(0)).startsWith("{\"type\":\"ADDED\"").contains("\"name\":\"b\"");
    socket.abort();
  }

  @Test
  void a_watch_by_label_sees_objects_come_and_go_with_their_labels() {
    Recorder recorder = new Recorder();
    Widgets.of(client).resource(Widgets.named("a")).create();
    try (Watch watch = Widgets.of(client).withLabel("on", "yes").watch(recorder)) {
      label("a", "\"yes\"");
      label("a", "null");
      await().until(() -> recorder.events.size() == 2);
    }
    assertThat(recorder.events).containsExactly("ADDED a", "DELETED a");
  }

  @Test
  void every_version_of_many_writers_is_seen_in_order() throws Exception {
    Recorder recorder = new Recorder();
    var writers = Executors.newFixedThreadPool(8);
    try (Watch watch = Widgets.of(client).watch(recorder)) {
      IntStream.range(0, 400)
          .forEach(
              i ->
                  writers.execute(
                      () -> Widgets.of(client).resource(Widgets.named("w" + i)).create()));
      await().atMost(60, TimeUnit.SECONDS).until(() -> recorder.events.size() == 400);
    } finally {
      writers.shutdown();
    }
    List<Long> sorted = new ArrayList<>(recorder.versions);
    sorted.sort(null);
    assertThat(recorder.versions).isEqualTo(sorted).doesNotHaveDuplicates();
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

  private Watch watch(String version, Recorder recorder) {
    return Widgets.of(client)
        .inNamespace("default")
        .watch(new ListOptionsBuilder().withResourceVersion(version).build(), recorder);
  }

  private void label(String name, String value) {
    Widgets.of(client)
        .withName(name)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\":{\"labels\":{\"on\":" + value + "}}}");
  }
}
