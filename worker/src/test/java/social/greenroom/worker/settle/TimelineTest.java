package social.greenroom.worker.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

  private final FakeNetwork network = new FakeNetwork();

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
  void nobodyIsAskedWhileReadingMaySucceedLater() throws Exception {
    var dead = Sender.ended(Optional.of(BEGAN));
    network.failsToRead(100);
    assertThat(after(Timeline.READING_PATIENCE.minusSeconds(1), dead))
        .isInstanceOf(Verdict.LookAgain.class);
    assertThat(after(Timeline.READING_PATIENCE.minusSeconds(1), SILENT))
        .isInstanceOf(Verdict.LookAgain.class);
    assertThat(after(Timeline.READING_PATIENCE, dead)).isInstanceOf(Verdict.AskPerson.class);
  }

  @Test
  void aPersonWhoIsAskedBesideASilentSenderIsToldWhatANoMeans() throws Exception {
    var asked = (Verdict.AskPerson) after(Timeline.PATIENCE, SILENT);
    assertThat(asked.sentence()).contains("may still run", "twice");
    var unreadable =
        (Verdict.AskPerson) decide(Platform.LINKEDIN, Channel.MCP, Duration.ZERO, SILENT);
    assertThat(unreadable.sentence()).contains("may still run", "twice");
  }

  @Test
  void whereNothingCanBeReadAPersonIsAskedAtOnce() throws Exception {
    assertThat(decide(Platform.LINKEDIN, Channel.MCP, Duration.ZERO, SILENT))
        .isInstanceOf(Verdict.AskPerson.class);
  }

  private Verdict after(Duration passed, Sender sender) throws InterruptedException {
    return decide(Platform.MASTODON, Channel.API, passed, sender);
  }

  private Verdict decide(Platform platform, Channel channel, Duration passed, Sender sender)
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
            network,
            new Pace(() -> BEGAN.plus(passed)),
            span -> span.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ZERO : span);
    return timeline.decide(
        new Doubt("Words", null, BEGAN, BEGAN, sender, access, () -> OthersPosts.NONE));
  }
}
