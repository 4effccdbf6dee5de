package social.greenroom.operator.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.post.Payload;
import social.greenroom.core.schedule.Violation;
import social.greenroom.store.policy.AccountPolicy;

/**
 * When one talent's approved posts go out, as the look at each of them just before it is sent would
 * have it: nothing moves a post earlier, and a rule that stands in its way when its time comes puts
 * it off until the rule no longer does. The posts are played through in the order of their times.
 */
final class SendForecast {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  /**
   * One account as it stands.
   *
   * @param stop why nothing is sent for it now; null when it is
   * @param unreached what becomes of its posts while its network can't be reached; empty when it
   *     can
   * @param sent when its posts went out
   */
  record Account(
      AccountPolicy policy,
      @Nullable String stop,
      Optional<Prospect> unreached,
      List<Instant> sent) {}

  /**
   * One approved post.
   *
   * @param due when it is to go out
   * @param closes the end of the approved window; null for none
   */
  record Due(UUID id, UUID accountId, Instant due, @Nullable Instant closes, Payload content) {}

  private record Turn(Due post, Instant at, String sentence) {}

  private final Map<UUID, Account> accounts;
  private final Map<UUID, List<Instant>> ofAccount = new HashMap<>();
  private final List<Instant> ofTalent = new ArrayList<>();
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparing(turn -> turn.post().id()));

  SendForecast(Map<UUID, Account> accounts) {
    this.accounts = accounts;
    accounts.forEach(
        (id, account) -> {
          ofAccount.put(id, new ArrayList<>(account.sent()));
          ofTalent.addAll(account.sent());
        });
  }

  /** What each of the posts has before it, from now on. */
  Map<UUID, Prospect> of(List<Due> posts, Instant now) {
    posts.forEach(
        post -> turns.add(new Turn(post, post.due().isBefore(now) ? now : post.due(), "")));
    var prospects = new HashMap<UUID, Prospect>();
    while (!turns.isEmpty()) {
      var turn = turns.remove();
      next(turn).ifPresent(prospect -> prospects.put(turn.post().id(), prospect));
    }
    return prospects;
  }

  /** Empty when the post was put off, and has another turn. */
  private Optional<Prospect> next(Turn turn) {
    var account = accounts.get(turn.post().accountId());
    if (account == null) {
      return Optional.of(Prospect.held("Its account isn't there any more."));
    }
    var unspeakable = account.policy().policy().neverSayList().firstHit(turn.post().content());
    if (unspeakable.isPresent()) {
      return unspeakable.map(hit -> Prospect.fails(hit.sentence()));
    }
    if (account.stop() != null) {
      return Optional.of(Prospect.held(account.stop()));
    }
    if (account.unreached().isPresent()) {
      return account.unreached();
    }
    var others = ofAccount.getOrDefault(turn.post().accountId(), List.of());
    var violation =
        account.policy().talentDay(ofTalent).check(account.policy().rules(), turn.at(), others);
    if (violation.isPresent()) {
      return putOff(turn, violation.get());
    }
    ofAccount.computeIfAbsent(turn.post().accountId(), unknown -> new ArrayList<>()).add(turn.at());
    ofTalent.add(turn.at());
    return Optional.of(Prospect.out(turn.at(), turn.sentence()));
  }

  private Optional<Prospect> putOff(Turn turn, Violation violation) {
    var earliest = violation.earliest();
    if (earliest == null) {
      return Optional.of(Prospect.held(violation.sentence()));
    }
    var closes = turn.post().closes();
    if (closes != null && earliest.isAfter(closes)) {
      return Optional.of(
          Prospect.fails(
              "%s The approved window ends before it may go.".formatted(violation.sentence())));
    }
    var at = earliest.isAfter(turn.at()) ? earliest : turn.at().plus(ONE_SECOND);
    var sentence = turn.sentence().isEmpty() ? violation.sentence() : turn.sentence();
    turns.add(new Turn(turn.post(), at, sentence));
    return Optional.empty();
  }
}
