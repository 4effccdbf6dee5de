package social.greenroom.core.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of a talent's posts lose their times by what the talent sets themselves, and when each goes
 * out instead. The posts are looked at in the order of their times: one that keeps all rules given
 * those before it stays, and so does one that what is declared alone would put off anyway. Each of
 * the others takes the next free slot after its time that nothing which stays is in the way of. No
 * post moves forward. Arithmetic only; the same question has the same answer.
 *
 * @param now nothing is put at that time or before
 * @param declared the talent's day without what the talent sets, with the posts that can't move
 * @param capped the same with it
 */
public record CapMoves(Instant now, TalentDay declared, TalentDay capped) {

  /** The posts that can't keep their times, in the order of these; empty where all can. */
  public Map<UUID, Spaced> of(List<AccountUnderCaps> accounts) {
    var calendar = new Calendar();
    var moving = new ArrayList<Turn>();
    for (var turn : inOrder(accounts)) {
      var violation = calendar.violation(turn, capped, turn.account().capped());
      if (violation == null
          || calendar.violation(turn, declared, turn.account().declared()) != null) {
        calendar.put(turn.account(), turn.at());
      } else {
        moving.add(turn.because(violation));
      }
    }
    var moves = new LinkedHashMap<UUID, Spaced>();
    for (var turn : moving) {
      var spaced = place(turn, calendar);
      calendar.put(turn.account(), spaced.at() == null ? turn.at() : spaced.at());
      moves.put(turn.post().id(), spaced);
    }
    return moves;
  }

  private List<Turn> inOrder(List<AccountUnderCaps> accounts) {
    return accounts.stream()
        .flatMap(
            account -> account.posts().stream().map(post -> new Turn(account, post, at(post), "")))
        .sorted(Comparator.comparing(Turn::at).thenComparing(turn -> turn.post().id()))
        .toList();
  }

  private Instant at(PostToSpace post) {
    var keeps = Objects.requireNonNull(post.keeps(), "A scheduled post has a time.");
    return keeps.isBefore(now) ? now : keeps;
  }

  private Spaced place(Turn turn, Calendar calendar) {
    var rules = turn.account().capped();
    var others = calendar.of(turn.account());
    var day = capped.and(calendar.all);
    var times = new ArrayList<Placement>();
    day.nextSlot(rules, turn.at(), others).ifPresent(times::add);
    day.check(rules, turn.at(), others).flatMap(CapMoves::earliest).ifPresent(times::add);
    return times.stream()
        .filter(time -> turn.post().mayGoOut(time.at()) && !turn.post().voids(time.at()))
        .findFirst()
        .or(() -> times.stream().filter(time -> turn.post().mayGoOut(time.at())).findFirst())
        .map(turn::to)
        .orElseGet(turn::stays);
  }

  private static Optional<Placement> earliest(Violation violation) {
    return Optional.ofNullable(violation.earliest())
        .map(
            at -> new Placement(at, "No slot suits it as well as the first free time after that."));
  }

  /** One post, and why it can't go out at its time. */
  private record Turn(AccountUnderCaps account, PostToSpace post, Instant at, String why) {
    Turn because(Violation violation) {
      return new Turn(account, post, at, violation.sentence());
    }

    Spaced to(Placement time) {
      var reason = time.reason().contains(why) ? time.reason() : why + " " + time.reason();
      return new Spaced(post.id(), time.at(), post.voids(time.at()), reason);
    }

    Spaced stays() {
      var deadline = post.deadline();
      return new Spaced(
          post.id(),
          null,
          false,
          "%s %s It won't go out then; give it another time, or cancel it."
              .formatted(why, deadline == null ? "No later time is free." : deadline.sentence()));
    }
  }

  /** The times that are taken, as they become known. */
  private static final class Calendar {
    private final IdentityHashMap<AccountUnderCaps, List<Instant>> byAccount =
        new IdentityHashMap<>();
    private final List<Instant> all = new ArrayList<>();

    List<Instant> of(AccountUnderCaps account) {
      return byAccount.computeIfAbsent(account, known -> new ArrayList<>(known.taken()));
    }

    void put(AccountUnderCaps account, Instant at) {
      of(account).add(at);
      all.add(at);
    }

    @Nullable Violation violation(Turn turn, TalentDay day, PostingRules rules) {
      return day.and(all).check(rules, turn.at(), of(turn.account())).orElse(null);
    }
  }
}
