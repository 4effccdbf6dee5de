package social.greenroom.worker.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import social.greenroom.core.channel.AccountAccess;
import social.greenroom.core.channel.ToolMapping;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.worker.job.Pace;
import social.greenroom.worker.testing.FakeNetwork;

class TimelineTest {
  private static final Instant BEGAN = Instant.parse("2026-11-22T09:00:00Z");
  private static final Sender SILENT = Sender.ended(Optional.empty());

  @Test
  void nobodyIsAskedWhatASilentSenderMaySoonTell() throws Exception {
    assertThat(after(Timeline.PATIENCE.minusSeconds(1), SILENT))
        .isInstanceOf(Verdict.LookAgain.class);
    assertThat(after(Timeline.PATIENCE, SILENT)).isInstanceOf(Verdict.AskPerson.class);
  }

  @Test
  void whatADeadSenderDidntGetOutIsSentAgain() throws Exception {
    var dead = Sender.ended(Optional.of(BEGAN));
    assertThat(after(Duration.ofHours(1), dead)).isInstanceOf(Verdict.NotPublished.class);
  }

  @Test
  void whereNothingCanBeReadAPersonIsAskedAtOnce() throws Exception {
    assertThat(decide(Platform.LINKEDIN, Channel.MCP, Duration.ZERO, SILENT))
        .isInstanceOf(Verdict.AskPerson.class);
  }

  private static Verdict after(Duration passed, Sender sender) throws InterruptedException {
    return decide(Platform.MASTODON, Channel.API, passed, sender);
  }

  private static Verdict decide(Platform platform, Channel channel, Duration passed, Sender sender)
      throws InterruptedException {
    var access =
        new AccountAccess(
            UUID.randomUUID(),
            UUID.randomUUID(),
            platform,
            channel,
            "@dex",
            "42",
            "http://127.0.0.1",
            ToolMapping.NONE,
            "secret");
    var timeline =
        new Timeline(
            new FakeNetwork(), new Pace(() -> BEGAN.plus(passed)), UnaryOperator.identity());
    return timeline.decide(new Doubt("Words", null, BEGAN, sender, access, Set.of()));
  }
}
