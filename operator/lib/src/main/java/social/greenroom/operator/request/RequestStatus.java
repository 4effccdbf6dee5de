package social.greenroom.operator.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.crds.condition.Conditions;
import social.greenroom.crds.request.PostRequest;
import social.greenroom.crds.request.PostRequestStatus;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.request.Stage;

/** What a request's status says: a projection of its row. */
final class RequestStatus {
  private RequestStatus() {}

  static PostRequestStatus of(PostRequest request, KeptRequest kept, Instant now) {
    var before = Optional.ofNullable(request.getStatus());
    var generation = request.getMetadata().getGeneration();
    var conditions =
        new Conditions(
            before.map(PostRequestStatus::conditions).orElse(List.of()), generation, now);
    var row = kept.row();
    if (row == null) {
      RequestProjection.refused(kept.verdict(), conditions);
      return new PostRequestStatus(
          generation,
          null,
          null,
          null,
          kept.verdict().forGood() ? finished(before, now) : null,
          List.of(),
          conditions.list());
    }
    var again = kept.again(request.getMetadata());
    RequestProjection.kept(row.stage(), sentence(row, kept, again), again, conditions);
    return new PostRequestStatus(
        generation,
        row.id().toString(),
        kept.postId() == null ? null : kept.postId().toString(),
        kept.drafts().count(),
        row.stage().ended() ? finished(before, now) : null,
        kept.posts(),
        conditions.list());
  }

  /** Once written it stays. */
  private static @Nullable Instant finished(Optional<PostRequestStatus> before, Instant now) {
    return before
        .map(PostRequestStatus::finishedAt)
        .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String sentence(RequestRow row, KeptRequest kept, boolean again) {
    if (again && row.stage() == Stage.COMPLETE && kept.drafts().count() > 0) {
      // What was said at its end may be long past.
      return kept.drafts().sentence();
    }
    var message = row.message();
    if (message != null && !message.isBlank()) {
      return message;
    }
    return switch (row.stage()) {
      case RECEIVED -> "It is kept, and a Job is made for it.";
      case ANALYZING -> "The attachments are looked at.";
      case DRAFTING -> "The drafts are being written.";
      case RENDERING -> "The pictures are made for each network.";
      case COMPLETE -> kept.drafts().sentence();
      case FAILED -> "It ended without drafts.";
    };
  }

  static boolean failed(KeptRequest kept) {
    return kept.row() != null && kept.row().stage() == Stage.FAILED;
  }
}
