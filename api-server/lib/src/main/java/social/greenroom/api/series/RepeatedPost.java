package social.greenroom.api.series;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.post.PostRow;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.request.RequestRow;
import social.greenroom.store.talent.TalentRow;

/**
 * A post that can be said again.
 *
 * @param request the name of the PostRequest it came from
 * @param out when it went out first
 */
record RepeatedPost(PostRow post, String request, Instant out) {
  private static final String FIELD = "evergreen.postId";

  /**
   * @throws ProblemException 422 when it isn't the talent's, or isn't out
   */
  static RepeatedPost find(TenantSession session, TalentRow talent, @Nullable UUID id) {
    if (id == null) {
      throw ProblemException.field(FIELD, "Say which post is repeated: send postId.");
    }
    var post =
        session
            .posts()
            .find(id)
            .filter(found -> found.talentId().equals(talent.id()))
            .orElseThrow(
                () ->
                    ProblemException.field(
                        FIELD,
                        "%s has no such post; choose one of theirs that went out."
                            .formatted(talent.displayName())));
    var versions = session.variants().ofPost(id);
    if (versions.stream().anyMatch(one -> one.state() == VariantState.TAKEN_DOWN)) {
      throw ProblemException.field(
          FIELD, "This post was taken down, so it isn't said again; choose another.");
    }
    var out =
        versions.stream()
            .filter(one -> one.state() == VariantState.PUBLISHED)
            .map(VariantRow::publishedAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElseThrow(
                () ->
                    ProblemException.field(
                        FIELD, "This post hasn't gone out; choose one that has."));
    return new RepeatedPost(post, request(session, talent, post), out);
  }

  /** The operator knows a request by its name alone, and takes the first of that name. */
  private static String request(TenantSession session, TalentRow talent, PostRow post) {
    var namespace = session.tenant().get().namespace();
    var name = post.requestName();
    if (name != null) {
      var first =
          session.requests().named(namespace, name).stream()
              .filter(row -> row.talentId().equals(talent.id()))
              .filter(row -> session.posts().ofRequest(row.id()).isPresent())
              .findFirst()
              .map(RequestRow::id);
      if (first.isPresent() && first.get().equals(post.requestId())) {
        return name;
      }
    }
    throw ProblemException.field(
        FIELD, "Of this post it isn't known any more what was asked for; choose another.");
  }
}
