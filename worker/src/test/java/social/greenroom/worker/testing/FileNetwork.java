package social.greenroom.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.HealthReport;
import social.greenroom.core.channel.OwnPost;
import social.greenroom.core.channel.PlatformAdapter;
import social.greenroom.core.channel.PublishCommand;
import social.greenroom.core.channel.PublishOutcome;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.OutgoingText;
import social.greenroom.core.network.Platform;
import social.greenroom.worker.account.Adapters;

/** A network that several processes share: a file, a line for each post that was accepted. */
public record FileNetwork(Path timeline, Manner manner) implements Adapters {
  /** What becomes of a call. */
  public enum Manner {
    ACCEPTS,
    HANGS_BEFORE_ACCEPTING,
    HANGS_AFTER_ACCEPTING
  }

  public List<OwnPost> posts() {
    try {
      return Files.exists(timeline)
          ? Files.readAllLines(timeline).stream().map(FileNetwork::read).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OwnPost read(String line) {
    var parts = line.split(" ");
    var text = new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8);
    return new OwnPost(parts[0], null, text, Instant.parse(parts[1]));
  }

  private PublishOutcome publish(PublishCommand command) {
    if (manner == Manner.HANGS_BEFORE_ACCEPTING) {
      hang();
    }
    var id = "post-" + ProcessHandle.current().pid();
    var text =
        Base64.getEncoder()
            .encodeToString(OutgoingText.of(command.payload()).getBytes(StandardCharsets.UTF_8));
    try {
      Files.writeString(
          timeline,
          "%s %s %s%n".formatted(id, Instant.now(), text),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (manner == Manner.HANGS_AFTER_ACCEPTING) {
      hang();
    }
    return new PublishOutcome.Published(id, null);
  }

  private void hang() {
    try {
      Files.writeString(timeline.resolveSibling("hanging"), "");
      new CountDownLatch(1).await();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
        return FileNetwork.this.publish(command);
      }

      @Override
      public Optional<List<OwnPost>> recentPosts(AccountAccess account, Instant since) {
        return Optional.of(posts().stream().filter(post -> !post.at().isBefore(since)).toList());
      }

      @Override
      public HealthReport health(AccountAccess account) {
        return new HealthReport(HealthReport.Health.OK, null, null);
      }
    };
  }
}
