package social.greenroom.agents.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.network.PostKind;

class AccountBriefTest {
  private static final List<PostKind> WANTED = List.of(PostKind.FAQ_SNIPPET, PostKind.ANNOUNCEMENT);

  @Test
  void theModelIsToldTheKindThatIsAtHomeOnTheNetwork() {
    assertThat(brief(Platform.X, Channel.MCP, WANTED)).contains("Kind of post: an FAQ snippet\n");
    assertThat(brief(Platform.MASTODON, Channel.API, WANTED))
        .contains("Kind of post: an announcement\n");
  }

  @Test
  void whereNobodyAsksAnyKindWillDo() {
    assertThat(brief(Platform.X, Channel.MCP, List.of())).contains("Kind of post: any\n");
  }

  private static String brief(Platform platform, Channel channel, List<PostKind> wanted) {
    var account = DraftAccount.of(new UUID(0, 1), platform, channel).wanting(wanted);
    return new AccountBrief(account).text();
  }
}
