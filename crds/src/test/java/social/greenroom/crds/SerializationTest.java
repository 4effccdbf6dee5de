package social.greenroom.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.crds.request.RequestSource;

/** What the types write is what an API server keeps, and they read it back. */
class SerializationTest {
  private static final String YAML =
      """
      apiVersion: greenroom.social/v1alpha1
      kind: PostRequest
      metadata:
        name: hello
      spec:
        talentRef:
          name: aurora
        source: portal
        prompt: Say hello.
        fromANewerVersion: passed over
        scheduleHint:
          publishAt: "2026-11-21T18:00:00Z"
      """;

  private final KubernetesSerialization serialization = new KubernetesSerialization();

  @Test
  void instantsAndEnumsAreReadAndWrittenAsInTheSchema() {
    var request = serialization.unmarshal(YAML, PostRequest.class);
    assertThat(request.getSpec().source()).isEqualTo(RequestSource.PORTAL);
    assertThat(request.getSpec().scheduleHint().publishAt())
        .isEqualTo(Instant.parse("2026-11-21T18:00:00Z"));
    assertThat(request.getSpec().accountRefs()).isEmpty();
    assertThat(serialization.asJson(request))
        .contains("\"publishAt\":\"2026-11-21T18:00:00Z\"", "\"source\":\"portal\"");
  }

  @Test
  void whatNobodySetIsntWritten() {
    var request = new PostRequest();
    request.setStatus(new PostRequestStatus(3L, null, null, null, null, List.of(), List.of()));
    assertThat(serialization.asJson(request))
        .contains("\"status\":{\"observedGeneration\":3}")
        .doesNotContain("null");
  }
}
