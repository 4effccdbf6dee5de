package social.greenroom.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spaces out the posts of one account.
 *
 * @param day of the talent, with the account's times among its own
 * @param taken the times of the account's posts that don't move
 */
record AccountSpacing(
    SpacingDays days, Instant now, PostingRules rules, TalentDay day, List<Instant> taken) {

  /** The posts in their order, each with its time, or without one and why. */
  List<Spaced> of(List<PostToSpace> posts, Set<UUID> staying) {
    var free =
        day.gaps(rules, from(), until(), taken).stream()
            .map(at -> new EvenChoice.FreeSlot(at, rules.localDay(at)))
            .toList();
    var moving = posts.stream().filter(post -> !staying.contains(post.id())).toList();
    var choice = new EvenChoice(free, moving);
    var chosen = choice.choose();
    var times = chosen.stream().flatMap(Optional::stream).map(EvenChoice.FreeSlot::at).toList();
    var afterwards = new Afterwards(this, free, times);
    var spaced = new ArrayList<Spaced>();
    @Nullable Instant before = null;
    for (var post : posts) {
      var index = moving.indexOf(post);
      var slot = index < 0 ? Optional.<EvenChoice.FreeSlot>empty() : chosen.get(index);
      if (slot.isEmpty()) {
        spaced.add(new Spaced(post.id(), null, false, afterwards.whyLeftOut(post)));
        continue;
      }
      var at = slot.get().at();
      var reason = afterwards.whyThen(post, at, before, choice.target(index).orElseThrow());
      spaced.add(new Spaced(post.id(), at, post.voids(at), reason));
      before = at;
    }
    return spaced;
  }

  private Instant from() {
    var begin = days.begin(rules.zone()).minusNanos(1);
    return begin.isAfter(now) ? begin : now;
  }

  Instant until() {
    return days.end(rules.zone());
  }

  /** The account's slots that are still to come in these days, free or not. */
  Stream<Instant> slots() {
    return days.first()
        .datesUntil(days.first().plusDays(days.count()))
        .flatMap(date -> rules.slotsOn(date).stream())
        .filter(slot -> slot.isAfter(now));
  }

  /** What stands in the way at a time, once all the others are placed. */
  record Afterwards(AccountSpacing spacing, List<EvenChoice.FreeSlot> free, List<Instant> placed) {

    private Optional<Violation> violation(Instant at) {
      var others = new ArrayList<>(spacing.taken());
      others.addAll(placed);
      return spacing.day().and(placed).check(spacing.rules(), at, others);
    }

    String whyThen(PostToSpace post, Instant at, @Nullable Instant before, LocalDate target) {
      var rules = spacing.rules();
      var set =
          "Spaced out over %d %s: %s is a free slot (%s)."
              .formatted(
                  spacing.days().count(),
                  spacing.days().count() == 1 ? "day" : "days",
                  new Obstacles(rules, List.of()).words(at),
                  rules.policy().slots().source().said("slots"));
      return passedOver(at, before, target)
          .map(obstacle -> "%s An earlier slot was passed over: %s".formatted(set, obstacle))
          .or(() -> bound(post, at, target).map(bound -> set + " " + bound))
          .orElse(set);
    }

    /** What stood in the way from the day on that was its turn, or on days that are full. */
    private Optional<String> passedOver(Instant at, @Nullable Instant before, LocalDate target) {
      var rules = spacing.rules();
      var full =
          spacing
              .slots()
              .filter(slot -> slot.isBefore(at) && (before == null || slot.isAfter(before)))
              .filter(
                  slot -> {
                    var date = rules.localDay(slot);
                    var behind = before == null || date.isAfter(rules.localDay(before));
                    return !date.isBefore(target) || (behind && !hasFree(date));
                  });
      return full.flatMap(slot -> violation(slot).stream()).map(Violation::sentence).findFirst();
    }

    private boolean hasFree(LocalDate date) {
      return free.stream().anyMatch(slot -> slot.day().equals(date));
    }

    private Optional<String> bound(PostToSpace post, Instant at, LocalDate target) {
      if (spacing.rules().localDay(at).equals(target)) {
        return Optional.empty();
      }
      var onTarget = free.stream().filter(slot -> slot.day().equals(target)).toList();
      var deadline = post.deadline();
      if (deadline != null && onTarget.stream().noneMatch(slot -> deadline.allows(slot.at()))) {
        return Optional.of(deadline.sentence());
      }
      return onTarget.stream().allMatch(slot -> post.voids(slot.at()))
          ? Optional.of("That is within the time that was approved.")
          : Optional.empty();
    }

    String whyLeftOut(PostToSpace post) {
      if (!spacing.until().isAfter(spacing.now())) {
        return "These days have passed; choose later ones.";
      }
      var slots = spacing.slots().toList();
      if (slots.isEmpty()) {
        return "The account has no slot in these days; choose more days.";
      }
      var deadline = post.deadline();
      var inTime = slots.stream().filter(post::mayGoOut).toList();
      if (deadline != null && inTime.isEmpty()) {
        return deadline.sentence() + " No slot in these days is as early.";
      }
      var why = inTime.stream().flatMap(slot -> violation(slot).stream()).findFirst();
      return "No slot in these days is left for it; choose more days."
          + why.map(violation -> " " + violation.sentence()).orElse("");
    }
  }
}
