package social.greenroom.worker.publish;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.PayloadMedia;

/**
 * What was found of a post's pictures before its last check began.
 *
 * @param broken what is wrong with the first that isn't what its name says; null when all are well
 */
record SeenPictures(List<PayloadMedia> pictures, @Nullable String broken) {
  /** Why a post with these pictures can't be sent; empty when nothing is wrong with them. */
  Optional<String> refusal(List<PayloadMedia> now) {
    return now.equals(pictures)
        ? Optional.ofNullable(broken)
        : Optional.of("The pictures changed while the post was about to leave; approve it again.");
  }
}
