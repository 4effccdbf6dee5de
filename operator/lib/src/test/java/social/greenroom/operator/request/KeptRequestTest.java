package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.Origin;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;

/** The API server and the database have a clock each. */
class KeptRequestTest {
  private static final Instant ROW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = ROW.plusSeconds(90);
  private static final Instant EARLIER = ROW.minusSeconds(90);

  @Test
  void aNewRequestIsNewWhereTheApiServersClockIsAhead() {
    assertThat(kept("one").again(resource("one", LATER))).isFalse();
  }

  @Test
  void oneMadeAgainIsToldWhereTheApiServersClockIsBehind() {
    assertThat(kept("one").again(resource("two", EARLIER))).isTrue();
  }

  @Test
  void ofBeforeTheUidWasKeptTheTimesTell() {
    assertThat(kept(null).again(resource("one", EARLIER))).isFalse();
    assertThat(kept(null).again(resource("one", LATER))).isTrue();
  }

  @Test
  void whatIsntKeptIsntMadeAgain() {
    var refused = KeptRequest.refused(RequestVerdict.waits("NoTalent", "Make it."));
    assertThat(refused.again(resource("one", LATER))).isFalse();
  }

  private static KeptRequest kept(@Nullable String uid) {
    var id = new UUID(0, 1);
    var row =
        new RequestRow(
            id,
            id,
            id,
            "namespace",
            "name",
            "0".repeat(64),
            uid,
            Origin.GITOPS,
            "Say hello.",
            null,
            List.of(),
            null,
            null,
            List.of(),
            Stage.COMPLETE,
            null,
            ROW,
            ROW);
    return new KeptRequest(RequestVerdict.ACCEPTED, row, null, Drafts.NONE, List.of(), false);
  }

  private static ObjectMeta resource(String uid, Instant made) {
    return new ObjectMetaBuilder().withUid(uid).withCreationTimestamp(made.toString()).build();
  }
}
