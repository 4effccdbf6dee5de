package social.greenroom.standalone.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import social.greenroom.standalone.kubeapi.Widgets;

/** Where reading differs from a cluster's, as the reference says, and what clients hide. */
class OwnWatchIT extends KubeCase {

  private static final String WIDGETS = "/apis/test.greenroom.social/v1/namespaces/default/widgets";

  @Test
  void a_version_that_never_was_or_is_no_longer_kept_is_gone() {
    assertThat(code(WIDGETS + "?watch=true&resourceVersion=999999")).isEqualTo(410);
    assertThat(code("/api/v1/configmaps?resourceVersion=1&resourceVersionMatch=Exact"))
        .isEqualTo(410);
  }

  private int code(String path) {
    try {
      String answer = client.raw(path);
      return answer.contains("\"code\":410") ? 410 : 200;
    } catch (KubernetesClientException e) {
      return e.getCode();
    }
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
                + WIDGETS
                + "?watch=true&resourceVersion="
                + first.getMetadata().getResourceVersion());
    WebSocket socket =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .newWebSocketBuilder()
            .buildAsync(uri, listener)
            .get(10, TimeUnit.SECONDS);

    await().until(() -> frames.size() == 1);

    assertThat(frames.get(0)).startsWith("{\"type\":\"ADDED\"").contains("\"name\":\"b\"");
    socket.abort();
  }
}
