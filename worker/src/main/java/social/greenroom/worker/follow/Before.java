package social.greenroom.worker.follow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpAttemptRow;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.publish.AttemptRow;

/**
 * What was before something that follows a post.
 *
 * @param sent when the one before it in its thread was sent, or the post itself
 * @param wanted when a person last said that it should go on: they had it tried again, or said that
 *     what is before it is out; null where nobody did
 */
record Before(Instant sent, @Nullable Instant wanted) {

  /** Reads it in the session's transaction. */
  static Before read(TenantSession session, FollowUpRow row) {
    var post = session.attempts().of(row.variantId());
    var rows =
        session.followUps().of(row.variantId()).stream()
            .filter(one -> one.kind() == row.kind() && one.position() < row.position())
            .toList();
    var positions = rows.stream().map(FollowUpRow::position).collect(Collectors.toSet());
    var parts =
        session.followUps().attempts(List.of(row.variantId())).stream()
            .filter(attempt -> positions.contains(attempt.position()))
            .toList();
    var sent =
        Stream.concat(
            post.stream().map(AttemptRow::startedAt),
            parts.stream().map(FollowUpAttemptRow::startedAt));
    return new Before(
        latest(sent).orElse(row.createdAt()), latest(words(row, rows, post, parts)).orElse(null));
  }

  private static Stream<Instant> words(
      FollowUpRow row,
      List<FollowUpRow> rows,
      List<AttemptRow> post,
      List<FollowUpAttemptRow> parts) {
    var tried = Stream.of(row).filter(Before::decided).map(FollowUpRow::wantedAt);
    var byHand =
        rows.stream()
            .filter(Before::decided)
            .flatMap(one -> Optional.ofNullable(one.doneAt()).stream());
    var ofPost =
        post.stream().flatMap(one -> byPerson(one.settledThrough(), one.settledAt()).stream());
    var ofParts =
        parts.stream().flatMap(one -> byPerson(one.settledThrough(), one.settledAt()).stream());
    return Stream.of(tried, byHand, ofPost, ofParts).flatMap(all -> all);
  }

  private static boolean decided(FollowUpRow row) {
    return row.decidedBy() != null;
  }

  private static Optional<Instant> byPerson(@Nullable String through, @Nullable Instant at) {
    return "person".equals(through) ? Optional.ofNullable(at) : Optional.empty();
  }

  private static Optional<Instant> latest(Stream<Instant> times) {
    return times.max(Comparator.naturalOrder());
  }
}
