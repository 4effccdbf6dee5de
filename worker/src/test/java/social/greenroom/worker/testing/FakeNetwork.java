package social.greenroom.worker.testing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.FollowUpCommand;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.channel.ReadFailedException;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;
import social.greenroom.worker.account.Adapters;

/**
 * A network inside the test: it keeps what it accepts, and misbehaves as told, call by call. It
 * knows no idempotency key, so whatever is sent twice is there twice.
 */
public final class FakeNetwork implements Adapters {
  /** What a call does: it may accept the post or not, and answers something. */
  public interface Behaviour extends Function<PublishCommand, PublishOutcome> {}

  private final List<OwnPost> posts = new ArrayList<>();
  private final List<PublishCommand> calls = new ArrayList<>();
  private final List<FollowUpCommand> followed = new ArrayList<>();
  private final Deque<Behaviour> next = new ArrayDeque<>();
  private final Deque<Function<FollowUpCommand, PublishOutcome>> nextToFollow = new ArrayDeque<>();
  private int failingReads;
  private boolean breaksOff;
  private @Nullable HealthReport health;
  private volatile Runnable asked = () -> {};

  /** The next call behaves so; after those told, calls are accepted. */
  public synchronized void next(Behaviour behaviour) {
    next.add(behaviour);
  }

  /** The next call is accepted, and its sender never learns. */
  public void acceptsAndDropsTheAnswer() {
    next(
        command -> {
          accept(command);
          return new PublishOutcome.Unknown(
              "The connection was lost while waiting for the answer.");
        });
  }

  /** The next call is lost before it arrives, and its sender can't tell. */
  public void losesTheCall() {
    next(command -> new PublishOutcome.Unknown("The connection was lost."));
  }

  /** The next call that adds what follows a post behaves so. */
  public synchronized void nextToFollow(Function<FollowUpCommand, PublishOutcome> behaviour) {
    nextToFollow.add(behaviour);
  }

  /** Takes what follows a post: a post of its own that answers another. */
  public synchronized PublishOutcome accept(FollowUpCommand command) {
    var id = "post-" + (posts.size() + 1);
    var text = command.followUp().text();
    posts.add(new OwnPost(id, null, text, Instant.now(), command.replyTo()));
    return new PublishOutcome.Published(id, null);
  }

  public synchronized List<FollowUpCommand> followed() {
    return List.copyOf(followed);
  }

  private synchronized Function<FollowUpCommand, PublishOutcome> beginToFollow(
      FollowUpCommand command) {
    followed.add(command);
    return nextToFollow.isEmpty() ? this::accept : nextToFollow.remove();
  }

  public void answers(PublishOutcome outcome) {
    next(command -> outcome);
  }

  /** The next call says when it has begun, and is accepted when it is let go on. */
  public void waits(CountDownLatch begun, CountDownLatch goOn) {
    waits(begun, goOn, this::accept);
  }

  /** The next call says when it has begun, and behaves so when it is let go on. */
  public void waits(CountDownLatch begun, CountDownLatch goOn, Behaviour then) {
    next(
        command -> {
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PublishOutcome.Unknown("interrupted");
          }
          return then.apply(command);
        });
  }

  /** What it tells of every account from now on. */
  public synchronized void tells(HealthReport report) {
    health = report;
  }

  /** Each time an account's health is asked for, that happens first. */
  public void whenAsked(Runnable asked) {
    this.asked = asked;
  }

  private synchronized HealthReport healthOf(AccountAccess account) {
    return health == null
        ? new HealthReport(HealthReport.Health.OK, account.remoteId(), null)
        : health;
  }

  /** From now on reading ends in a bug of the adapter's. */
  public synchronized void breaksOffReading() {
    breaksOff = true;
  }

  public synchronized void failsToRead(int times) {
    failingReads = times;
  }

  public synchronized List<OwnPost> posts() {
    return List.copyOf(posts);
  }

  public synchronized List<PublishCommand> calls() {
    return List.copyOf(calls);
  }

  public synchronized PublishOutcome accept(PublishCommand command) {
    return accept(command, Instant.now());
  }

  /** Takes the post, and dates it so. */
  public synchronized PublishOutcome accept(PublishCommand command, Instant at) {
    var id = "post-" + (posts.size() + 1);
    var url = "https://network.example/" + id;
    posts.add(new OwnPost(id, url, OutgoingText.of(command.payload()), at));
    return new PublishOutcome.Published(id, url);
  }

  private synchronized Behaviour begin(PublishCommand command) {
    calls.add(command);
    return next.isEmpty() ? this::accept : next.remove();
  }

  private synchronized List<OwnPost> read(Instant since) throws ReadFailedException {
    if (breaksOff) {
      throw new IllegalStateException("bug");
    }
    if (failingReads > 0) {
      failingReads--;
      throw new ReadFailedException("The network didn't answer.");
    }
    return posts.stream().filter(post -> !post.at().isBefore(since)).toList();
  }

  @Override
  public PlatformAdapter of(Platform platform, Channel channel) {
    return new PlatformAdapter() {
      @Override
      public Platform platform() {
        return platform;
      }

      @Override
      public Channel channel() {
        return channel;
      }

      @Override
      public PublishOutcome publish(PublishCommand command) {
        return begin(command).apply(command);
      }

      @Override
      public PublishOutcome follow(FollowUpCommand command) {
        return beginToFollow(command).apply(command);
      }

      @Override
      public Optional<List<OwnPost>> recentPosts(AccountAccess account, Instant since)
          throws ReadFailedException {
        return platform == Platform.LINKEDIN ? Optional.empty() : Optional.of(read(since));
      }

      @Override
      public HealthReport health(AccountAccess account) {
        asked.run();
        return healthOf(account);
      }
    };
  }
}
