package social.greenroom.api.variant;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.greenroom.api.activity.AuditTrail;
import social.greenroom.api.problem.ProblemException;
import social.greenroom.api.problem.ProblemKind;
import social.greenroom.core.access.Permission;
import social.greenroom.core.post.VariantState;
import social.greenroom.store.post.VariantRow;
import social.greenroom.store.publish.AttemptRow;

/**
 * A person says whether a post went out, where reading the network can't tell. It counts for the
 * version they looked at alone: of an attempt made since they know nothing.
 */
@Singleton
final class Settling {
  VariantRow settle(OpenVariant open, Settlement settlement) {
    open.caller().require(Permission.SETTLE);
    if (open.row().state() == VariantState.UNKNOWN) {
      Asked.demand(Asked.about(open.account(), open.session().attempts().of(open.row().id())));
    }
    return settlement.published() ? published(open, settlement) : notPublished(open, settlement);
  }

  private static VariantRow published(OpenVariant open, Settlement settlement) {
    var name = open.caller().displayName();
    var settled =
        OpenVariant.made(
            open.session()
                .settlements()
                .published(
                    open.row().id(),
                    settlement.version(),
                    picked(open, settlement.remoteId()),
                    settlement.remoteUrl(),
                    name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.settled_published",
            "%s found that %s is live.".formatted(name, open.named()),
            open.row(),
            settled);
    return settled;
  }

  /** What follows the post answers it, so an id is taken only where reading found it. */
  private static @Nullable String picked(OpenVariant open, @Nullable String remoteId) {
    if (remoteId == null) {
      return null;
    }
    var found =
        open.session().attempts().of(open.row().id()).stream()
            .map(AttemptRow::candidates)
            .filter(Objects::nonNull)
            .flatMap(List::stream)
            .anyMatch(candidate -> candidate.remoteId().equals(remoteId));
    if (!found) {
      throw ProblemException.of(
          ProblemKind.CONFLICT, "That isn't one of the posts that were found. Look at it again.");
    }
    return remoteId;
  }

  private static VariantRow notPublished(OpenVariant open, Settlement settlement) {
    var name = open.caller().displayName();
    var settled =
        OpenVariant.made(
            open.session()
                .settlements()
                .failed(
                    open.row().id(),
                    settlement.version(),
                    "%s looked: it didn't go out.".formatted(name),
                    name));
    AuditTrail.of(open.session(), open.caller())
        .variant(
            "variant.settled_not_published",
            "%s found that %s didn't go out.".formatted(name, open.named()),
            open.row(),
            settled);
    return settled;
  }
}
