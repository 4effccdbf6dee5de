package social.greenroom.worker.settle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.OwnPost;

/**
 * Looks for what was sent among an account's own posts. Three answers are possible, and the careful
 * one is chosen whenever there is doubt: only "absent" lets a program send again.
 *
 * @param posts since some time before the call
 * @param others what else of the account's may stand among them
 */
record OwnPosts(List<OwnPost> posts, OthersPosts others) {
  /** Clocks differ, and networks date a post by their own. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

  /**
   * What they say.
   *
   * @param sent the text as it was sent
   * @param replyTo the id of the post that it answers; null for a post of its own
   */
  Reading lookFor(String sent, @Nullable String replyTo, Instant sentFrom) {
    var since = sentFrom.minus(CLOCK_SKEW);
    var candidates =
        posts.stream()
            .filter(
                post -> !post.at().isBefore(since) && !others.remoteIds().contains(post.remoteId()))
            .filter(post -> mayAnswer(post, replyTo))
            .toList();
    var text = PostText.of(sent);
    if (text.empty()) {
      return candidates.isEmpty()
          ? new Reading.Absent()
          : new Reading.Unclear(
              "The post has no words by which it could be recognised.", candidates);
    }
    var same = candidates.stream().filter(post -> PostText.of(post.text()).shows(text)).toList();
    if (same.size() == 1) {
      return others.texts().stream().anyMatch(other -> PostText.of(other).beginsWith(text))
          ? new Reading.Unclear(
              "The account shows a post with this text, and another one that may be there begins with"
                  + " the same words.",
              same)
          : new Reading.Found(same.get(0));
    }
    if (same.size() > 1) {
      return new Reading.Unclear(
          "The account shows %d posts with this text.".formatted(same.size()), same);
    }
    var alike =
        candidates.stream().filter(post -> PostText.of(post.text()).resembles(text)).toList();
    return alike.isEmpty()
        ? new Reading.Absent()
        : new Reading.Unclear("The account shows a post that resembles this one.", alike);
  }

  /**
   * A reply is no post of its own, and one to another post isn't ours; what the network doesn't
   * tell rules nothing out.
   */
  private static boolean mayAnswer(OwnPost post, @Nullable String replyTo) {
    return post.replyTo() == null || post.replyTo().equals(replyTo);
  }
}
