package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.post.Payload;

/**
 * Looks for a payload among an account's own posts. Three answers are possible, and the careful one
 * is chosen whenever there is doubt: only "absent" lets a program send again.
 *
 * @param posts since some time before the call
 * @param claimed remote ids that are known to be other variants' posts
 */
record OwnPosts(List<OwnPost> posts, Set<String> claimed) {
  /** Clocks differ, and networks date a post by their own. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

  Reading lookFor(Payload payload, Instant sentFrom) {
    var since = sentFrom.minus(CLOCK_SKEW);
    var candidates =
        posts.stream()
            .filter(post -> !post.at().isBefore(since) && !claimed.contains(post.remoteId()))
            .toList();
    var text = PostText.of(OutgoingText.of(payload));
    if (text.empty()) {
      return candidates.isEmpty() ? new Reading.Absent() : nothingToCompare();
    }
    var same = candidates.stream().filter(post -> PostText.of(post.text()).sameAs(text)).toList();
    if (same.size() == 1) {
      return whole(payload, same.get(0), candidates);
    }
    if (same.size() > 1) {
      return new Reading.Unclear(
          "The account shows %d posts with this text.".formatted(same.size()));
    }
    return resembling(payload, candidates);
  }

  private static Reading whole(Payload payload, OwnPost first, List<OwnPost> candidates) {
    var others = new ArrayList<>(candidates);
    others.remove(first);
    long shown =
        payload.thread().stream()
            .map(PostText::of)
            .filter(part -> others.stream().anyMatch(post -> PostText.of(post.text()).sameAs(part)))
            .count();
    if (shown < payload.thread().size()) {
      return new Reading.Unclear(
          "The account shows %d of the %d posts of this thread."
              .formatted(shown + 1, payload.thread().size() + 1));
    }
    return new Reading.Found(first);
  }

  private static Reading resembling(Payload payload, List<OwnPost> candidates) {
    var parts = Stream.concat(Stream.of(OutgoingText.of(payload)), payload.thread().stream());
    var texts = parts.map(PostText::of).toList();
    var alike =
        candidates.stream()
            .map(post -> PostText.of(post.text()))
            .anyMatch(post -> texts.stream().anyMatch(post::resembles));
    return alike
        ? new Reading.Unclear("The account shows a post that resembles this one.")
        : new Reading.Absent();
  }

  private static Reading nothingToCompare() {
    return new Reading.Unclear("The post has no words by which it could be recognised.");
  }
}
