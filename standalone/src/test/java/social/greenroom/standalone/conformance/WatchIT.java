package social.greenroom.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

@SuppressWarnings("try")
class WatchIT extends ConformanceCase {

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

  private Watch watch(String version, Recorder recorder) {
    return Widgets.of(client)
        .inNamespace(namespace)
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
