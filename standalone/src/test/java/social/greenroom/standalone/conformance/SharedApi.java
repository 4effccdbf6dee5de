package social.greenroom.standalone.conformance;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import social.greenroom.standalone.kubeapi.KubeApi;
import social.greenroom.standalone.kubeapi.Widgets;

/** One Kubernetes API for all test classes of a run: a real one takes its time to start. */
final class SharedApi implements BeforeAllCallback {

  private static KubeApi api;

  private record Started(KubeApi api) implements AutoCloseable {
    static Started now() {
      var api = KubeApi.start();
      try (var client = api.client("default")) {
        Widgets.define(client);
      }
      return new Started(api);
    }

    @Override
    public void close() {
      api.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    api =
        context
            .getRoot()
            .getStore(Namespace.create(SharedApi.class))
            .getOrComputeIfAbsent("api", key -> Started.now(), Started.class)
            .api();
  }

  static KubeApi get() {
    return api;
  }
}
