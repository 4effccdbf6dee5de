package social.greenroom.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gives posts times out of those that are free together, in the posts' order. It is the choice that
 * leaves out the fewest posts, the later ones rather than the earlier; of those choices one that
 * keeps most approvals; of those the one whose posts are most evenly spread over the days that have
 * a free time at all; and of those the one with the earliest times.
 */
final class EvenChoice {
  private final List<FreeSlot> slots;
  private final List<PostToSpace> posts;
  private final List<LocalDate> days;
  private final long approvalLost;
  private final long leftOut;

  /** A time that is free while all the others of its list are taken as well. */
  record FreeSlot(Instant at, LocalDate day) {}

  EvenChoice(List<FreeSlot> slots, List<PostToSpace> posts) {
    this.slots = slots;
    this.posts = posts;
    this.days = slots.stream().map(FreeSlot::day).distinct().toList();
    var farthest = (long) days.size() * days.size();
    this.approvalLost = farthest * posts.size() + 1;
    this.leftOut = approvalLost * (posts.size() + 1);
  }

  /** The day on which a post is put if nothing is in its way; empty where no day is free. */
  Optional<LocalDate> target(int post) {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.get(targetIndex(post)));
  }

  private int targetIndex(int post) {
    return post * days.size() / posts.size();
  }

  /** For each post its time; empty where none is left for it. */
  List<Optional<FreeSlot>> choose() {
    // cheapest[p][s]: what the first p posts cost at least within the first s times.
    var cheapest = new long[posts.size() + 1][slots.size() + 1];
    for (var post = 1; post <= posts.size(); post++) {
      cheapest[post][0] = cheapest[post - 1][0] + costOfLeavingOut(post - 1);
      for (var slot = 1; slot <= slots.size(); slot++) {
        cheapest[post][slot] =
            Math.min(
                Math.min(
                    cheapest[post][slot - 1],
                    cheapest[post - 1][slot] + costOfLeavingOut(post - 1)),
                taking(cheapest, post, slot));
      }
    }
    return readBack(cheapest);
  }

  private List<Optional<FreeSlot>> readBack(long[][] cheapest) {
    var chosen = new FreeSlot[posts.size()];
    var post = posts.size();
    var slot = slots.size();
    while (post > 0) {
      if (slot > 0 && cheapest[post][slot] == cheapest[post][slot - 1]) {
        slot--;
      } else if (slot > 0 && cheapest[post][slot] == taking(cheapest, post, slot)) {
        chosen[--post] = slots.get(--slot);
      } else {
        post--;
      }
    }
    return Arrays.stream(chosen).map(Optional::ofNullable).toList();
  }

  private long taking(long[][] cheapest, int post, int slot) {
    var candidate = slots.get(slot - 1);
    if (!posts.get(post - 1).mayGoOut(candidate.at())) {
      return Long.MAX_VALUE;
    }
    var away = (long) days.indexOf(candidate.day()) - targetIndex(post - 1);
    var lost = posts.get(post - 1).voids(candidate.at()) ? approvalLost : 0;
    return cheapest[post - 1][slot - 1] + away * away + lost;
  }

  /** Dearer for the earlier posts, and the fewer left out the cheaper whatever they are. */
  private long costOfLeavingOut(int post) {
    var count = (long) posts.size();
    return leftOut * (count * count + count - post);
  }
}
