package social.greenroom.channels.readback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.network.Networks;
import social.greenroom.core.post.Payload;

/**
 * Settles what became of a post by reading the account's own posts. It says that a post is absent
 * only after the network's settling time, when the list could be read whole.
 *
 * <p>Who calls it makes sure that the earlier sender is dead: a sender that is only slow may still
 * send after the reading.
 */
public final class ReadBack {
  /** How far the network's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Clock clock;

  public ReadBack(Clock clock) {
    this.clock = clock;
  }

  /**
   * Looks for {@code payload}.
   *
   * @param begun when the attempt began
   * @param ended when its sender was last alive; the settling time counts from here
   */
  public Verdict look(
      PlatformAdapter adapter,
      AccountAccess account,
      Payload payload,
      Instant begun,
      Instant ended) {
    try {
      var own = adapter.recentPosts(account, begun.minus(SKEW));
      if (own.isEmpty()) {
        return new Verdict.ForAPerson(
            "%s can't list its own posts over this connection, so only a person can tell whether it"
                    .formatted(account.platform().displayName())
                + " went out.",
            Optional.empty());
      }
      return judge(new Sighting(payload, own.get()), account, ended);
    } catch (ReadFailedException e) {
      return new Verdict.NotYet(clock.instant().plus(AGAIN), String.valueOf(e.getMessage()));
    }
  }

  private Verdict judge(Sighting sighting, AccountAccess account, Instant ended) {
    var settled = ended.plus(Networks.of(account.platform()).settlingTime(account.channel()));
    List<OwnPost> whole = sighting.first();
    if (!whole.isEmpty() && sighting.threadWhole()) {
      // Two alike would be one too many, but the earliest is the one that this attempt sent first.
      var post = whole.get(whole.size() - 1);
      return new Verdict.Found(post.remoteId(), post.url());
    }
    if (clock.instant().isBefore(settled)) {
      return new Verdict.NotYet(
          settled,
          account.platform().displayName() + " may not show it yet; we look again shortly.");
    }
    if (!whole.isEmpty()) {
      return new Verdict.ForAPerson(
          "The first post of the thread is out, but not all of the others.",
          Optional.of(whole.get(0).text()));
    }
    return sighting
        .close()
        .<Verdict>map(
            post ->
                new Verdict.ForAPerson(
                    "The account shows a post that is much like this one, but not the same.",
                    Optional.of(post.text())))
        .orElseGet(Verdict.Absent::new);
  }
}
