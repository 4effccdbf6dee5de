package social.greenroom.worker.settle;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.network.Capability;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Pace;

/** Decides a doubt by reading the account's own timeline, as far as reading can decide. */
public final class Timeline {
  private static final int TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  /** For so long, from when the attempt began, nobody is asked what its sender may still tell. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Adapters adapters;
  private final Pace pace;
  private final UnaryOperator<Duration> settling;

  /**
   * @param settling how long a network's settling time is waited for
   */
  public Timeline(Adapters adapters, Pace pace, UnaryOperator<Duration> settling) {
    this.adapters = adapters;
    this.pace = pace;
    this.settling = settling;
  }

  /**
   * The verdict. It may wait for the network's settling time.
   *
   * @throws InterruptedException when told to stop meanwhile
   */
  public Verdict decide(Doubt doubt) throws InterruptedException {
    var channel = doubt.access().channel();
    var network = doubt.network();
    if (!network.capabilities(channel).contains(Capability.READ_OWN_POSTS)) {
      return new Verdict.AskPerson(
          "%s doesn't let the account's posts be listed over this connection; look at the account and"
                  .formatted(network.platform().displayName())
              + " say whether the post is there.",
          List.of());
    }
    var early = read(doubt);
    if (early.certain()) {
      return early.verdict();
    }
    var quiet = doubt.sender().quietSince();
    if (quiet.isEmpty()) {
      return mayBeHeardOf(doubt)
          ? new Verdict.LookAgain()
          : new Verdict.AskPerson(
              "The post isn't on the account's timeline now, but the process that was sending it may"
                  + " still run. Look at the account and say whether the post is there.",
              early.candidates());
    }
    pace.until(quiet.get().plus(settling.apply(network.settlingTime(channel))));
    return read(doubt).verdict();
  }

  /** Most senders that fell silent are seen to end, or come back, within minutes. */
  private boolean mayBeHeardOf(Doubt doubt) {
    return pace.clock().instant().isBefore(doubt.startedAt().plus(settling.apply(PATIENCE)));
  }

  private Reading read(Doubt doubt) throws InterruptedException {
    var access = doubt.access();
    var adapter = adapters.of(access.platform(), access.channel());
    for (int i = 1; ; i++) {
      try {
        return look(adapter, doubt);
      } catch (ReadFailedException e) {
        if (i == TRIES) {
          return new Reading.Unclear(String.valueOf(e.getMessage()));
        }
        pace.until(pace.clock().instant().plus(settling.apply(BETWEEN_TRIES.multipliedBy(i))));
      }
    }
  }

  private static Reading look(PlatformAdapter adapter, Doubt doubt) throws ReadFailedException {
    var sentFrom = doubt.startedAt();
    var posts = adapter.recentPosts(doubt.access(), sentFrom.minus(OwnPosts.CLOCK_SKEW));
    return posts.isEmpty()
        ? new Reading.Unclear("The account's posts can't be listed.")
        : new OwnPosts(posts.get(), doubt.othersPosts())
            .lookFor(doubt.text(), doubt.replyTo(), sentFrom);
  }
}
