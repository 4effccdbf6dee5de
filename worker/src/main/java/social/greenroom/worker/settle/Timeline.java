package social.greenroom.worker.settle;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.network.Capability;
import social.greenroom.worker.account.Adapters;
import social.greenroom.worker.job.Pace;

/** Decides a doubt by reading the account's own timeline, as far as reading can decide. */
public final class Timeline {
  private static final System.Logger LOG = System.getLogger(Timeline.class.getName());
  private static final int TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  /**
   * For so long, from when the attempt began, nobody is asked what its sender may still tell: most
   * senders that fell silent are seen to end, or come back, within minutes.
   */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * For so long nobody is asked because reading fails: what lost the answer often keeps the account
   * from being read too, for some minutes.
   */
  static final Duration READING_PATIENCE = Duration.ofMinutes(15);

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
              + " say whether the post is there."
              + beside(doubt.sender()),
          List.of());
    }
    var early = read(doubt);
    if (early.certain()) {
      return early.verdict();
    }
    var quiet = doubt.sender().quietSince();
    if (quiet.isEmpty()) {
      return within(doubt.startedAt(), early.failed() ? READING_PATIENCE : PATIENCE)
          ? new Verdict.LookAgain()
          : new Verdict.AskPerson(
              (early.failed()
                      ? "The account's posts can't be read now."
                      : "The post isn't on the account's timeline now.")
                  + " Look at the account and say whether the post is there."
                  + beside(doubt.sender()),
              early.candidates());
    }
    pace.until(quiet.get().plus(settling.apply(network.settlingTime(channel))));
    var reading = read(doubt);
    return reading.failed() && within(doubt.startedAt(), READING_PATIENCE)
        ? new Verdict.LookAgain()
        : reading.verdict();
  }

  /** The verdict where the account can't be reached: a person is asked when that lasts. */
  public Verdict unreached(Instant startedAt, Sender sender) {
    return within(startedAt, READING_PATIENCE)
        ? new Verdict.LookAgain()
        : new Verdict.AskPerson(
            "The account can't be reached, so its posts can't be read. Look at the account and say"
                + " whether the post is there."
                + beside(sender),
            List.of());
  }

  /** What a person has to know who says that it isn't there. */
  private static String beside(Sender sender) {
    return sender.quietSince().isPresent()
        ? ""
        : " The process that was sending it may still run and send it late: if you say no and have"
            + " it tried again, it may be there twice.";
  }

  private boolean within(Instant startedAt, Duration patience) {
    return pace.clock().instant().isBefore(startedAt.plus(settling.apply(patience)));
  }

  private Reading read(Doubt doubt) throws InterruptedException {
    var access = doubt.access();
    var adapter = adapters.of(access.platform(), access.channel());
    for (int i = 1; ; i++) {
      try {
        return look(adapter, doubt);
      } catch (ReadFailedException e) {
        if (i == TRIES) {
          return new Reading.Failed(String.valueOf(e.getMessage()));
        }
        pace.until(pace.clock().instant().plus(settling.apply(BETWEEN_TRIES.multipliedBy(i))));
      }
    }
  }

  private static Reading look(PlatformAdapter adapter, Doubt doubt) throws ReadFailedException {
    var sentFrom = doubt.sentFrom();
    var posts = recentPosts(adapter, doubt.access(), sentFrom.minus(OwnPosts.CLOCK_SKEW));
    return posts.isEmpty()
        ? new Reading.Unclear("The account's posts can't be listed.")
        : new OwnPosts(posts.get(), doubt.others().get())
            .lookFor(doubt.text(), doubt.replyTo(), sentFrom);
  }

  /** An adapter reports failures. One that throws must not keep a person from being asked. */
  private static Optional<List<OwnPost>> recentPosts(
      PlatformAdapter adapter, AccountAccess access, Instant since) throws ReadFailedException {
    try {
      return adapter.recentPosts(access, since);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Reading {0} broke off: {1}", access, e.getClass().getName());
      throw new ReadFailedException("Reading the account's posts broke off.");
    }
  }
}
