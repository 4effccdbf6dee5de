package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.post.FollowUp;
import social.greenroom.core.post.FollowUpState;
import social.greenroom.store.database.TenantSession;
import social.greenroom.store.follow.FollowUpRow;
import social.greenroom.store.post.VariantRow;

/**
 * What else of an account may stand among its posts at the network.
 *
 * @param remoteIds of posts that are known to be something else than what is looked for
 * @param texts of what may be there under an id that nobody knows: it is in doubt too, or a person
 *     said that it is there and not which one it is
 */
public record OthersPosts(Set<String> remoteIds, List<String> texts) {
  /** Nothing else. */
  public static final OthersPosts NONE = new OthersPosts(Set.of(), List.of());

  /** A network's clock may differ from ours. */
  private static final Duration EARLIER = Duration.ofHours(1);

  public OthersPosts {
    remoteIds = Set.copyOf(remoteIds);
    texts = List.copyOf(texts);
  }

  /**
   * Everything but one post, or but one thing that follows it. To be asked after the network has
   * listed the account's posts: then none of them was sent by an attempt that isn't written down.
   *
   * @param since when what is looked for was first sent
   * @param position of what follows the post; 0 for the post itself
   */
  public static OthersPosts than(
      TenantSession session, UUID accountId, Instant since, UUID variantId, int position) {
    var others = new Others();
    var posts = new HashSet<>(session.settlements().outSince(accountId, since.minus(EARLIER)));
    posts.addAll(session.followUpSettlements().doubtful(accountId));
    posts.add(variantId);
    var followUps = session.followUps().of(posts);
    for (var variant : session.variants().byIds(posts)) {
      var itself = variant.id().equals(variantId);
      if (!(itself && position == 0)) {
        others.add(variant.remoteId(), () -> OutgoingText.of(variant.content()));
      }
      followUps.stream()
          .filter(row -> row.variantId().equals(variant.id()))
          .filter(row -> !(itself && row.position() == position) && mayBeOut(row))
          .forEach(row -> others.add(row.remoteId(), () -> text(variant, row.position())));
    }
    return new OthersPosts(others.remoteIds, others.texts);
  }

  private static String text(VariantRow post, int position) {
    return FollowUp.of(post.content()).get(position - 1).text();
  }

  private static boolean mayBeOut(FollowUpRow row) {
    return row.state() == FollowUpState.DONE
        || row.state() == FollowUpState.SENDING
        || row.state() == FollowUpState.UNKNOWN;
  }

  private static final class Others {
    private final Set<String> remoteIds = new HashSet<>();
    private final List<String> texts = new ArrayList<>();

    void add(@Nullable String remoteId, Supplier<String> text) {
      if (remoteId == null) {
        texts.add(text.get());
      } else {
        remoteIds.add(remoteId);
      }
    }
  }
}
