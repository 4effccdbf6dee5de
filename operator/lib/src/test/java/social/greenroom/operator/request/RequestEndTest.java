package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import social.greenroom.crds.condition.ConditionStatus;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.reference.ResourceRef;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestSpec;
import social.greenroom.crds.request.PostRequestStatus;

class RequestEndTest {
  private static final Instant END = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void aFinishedRequestGoesWhenItsTimeIsOver() {
    var request = finished("Accepted");
    assertThat(RequestEnd.byTimeToLive(request, END.plusSeconds(59))).isFalse();
    assertThat(RequestEnd.byTimeToLive(request, END.plusSeconds(60))).isTrue();
  }

  @Test
  void oneThatWasMadeAgainStaysOrItWouldBeMadeForEver() {
    var request = finished("AlreadyDone");
    assertThat(RequestEnd.removal(request, request.getStatus())).isEmpty();
    assertThat(RequestEnd.byTimeToLive(request, END.plusSeconds(3600))).isFalse();
  }

  private static PostRequest finished(String accepted) {
    var conditions = new Conditions(List.of(), 1, END);
    conditions.set("Accepted", ConditionStatus.TRUE, accepted, "Sentence.");
    var request = new PostRequest();
    request.setSpec(
        new PostRequestSpec(
            new ResourceRef("dex"), null, "Hello.", null, null, null, null, null, 60));
    request.setStatus(new PostRequestStatus(1L, "id", null, 0, END, List.of(), conditions.list()));
    return request;
  }
}
