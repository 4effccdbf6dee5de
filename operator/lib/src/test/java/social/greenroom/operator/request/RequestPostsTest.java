package social.greenroom.operator.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import social.greenroom.core.post.VariantState;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.crds.request.RequestPost;
import social.greenroom.crds.schema.Bounds;
import social.greenroom.store.post.VariantRow;

class RequestPostsTest {
  private static final Instant DUE = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final UUID ID = new UUID(0, 1);

  @Test
  void saysWhenItGoesOutAndWhichRuleSaidSo() {
    assertThat(of(variant(VariantState.APPROVED, "The next free slot.")))
        .isEqualTo(
            new RequestPost(
                ID.toString(),
                null,
                "Approved",
                Instant.parse("2026-11-22T10:00:00Z"),
                "The next free slot."));
  }

  @Test
  void whatEndedSaysWhy() {
    assertThat(of(variant(VariantState.FAILED, "A slot.")).reason()).isEqualTo("It failed.");
    assertThat(of(variant(VariantState.CANCELLED, "A slot.")).reason()).isEqualTo("It was over.");
  }

  @Test
  void statesAreInCamelCase() {
    assertThat(of(variant(VariantState.AWAITING_APPROVAL, null)).state())
        .isEqualTo("AwaitingApproval");
  }

  /** It is read back as nothing, and would be written again for ever. */
  @Test
  void anEmptyReasonIsNone() {
    assertThat(of(variant(VariantState.APPROVED, "")).reason()).isNull();
  }

  @Test
  void staysWithinTheBoundsOfItsType() {
    var many =
        Collections.nCopies(
            PostRequestStatus.POSTS + 1, variant(VariantState.APPROVED, "a".repeat(4000)));
    var posts = RequestPosts.of(many, ids -> List.of());
    assertThat(posts).hasSize(PostRequestStatus.POSTS);
    assertThat(posts.get(0).reason()).hasSize(Bounds.SENTENCE);
  }

  private static RequestPost of(VariantRow variant) {
    return RequestPosts.of(List.of(variant), ids -> List.of()).get(0);
  }

  private static VariantRow variant(VariantState state, @Nullable String scheduleReason) {
    return new VariantRow(
        ID,
        ID,
        ID,
        ID,
        ID,
        state,
        1,
        "",
        "",
        null,
        null,
        DUE,
        null,
        scheduleReason,
        null,
        null,
        null,
        null,
        "It failed.",
        "It was over.",
        null,
        "test",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        DUE,
        DUE);
  }
}
