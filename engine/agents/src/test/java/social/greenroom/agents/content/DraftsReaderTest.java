package social.greenroom.agents.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import social.greenroom.agents.answer.Fields;
import social.greenroom.agents.answer.UnfitAnswerException;
import social.greenroom.agents.prompt.Voice;
import social.greenroom.core.network.Channel;
import social.greenroom.core.network.Platform;
import social.greenroom.core.talent.TalentProfile;

class DraftsReaderTest {
  private static final DraftAccount X = DraftAccount.of(new UUID(0, 1), Platform.X, Channel.MCP);
  private static final DraftAccount MASTODON =
      DraftAccount.of(new UUID(0, 2), Platform.MASTODON, Channel.API);

  @Test
  void whatWasSaidOnTheAccountBeforeIsUnfitHoweverItIsPunctuated() {
    var earlier = Map.of(X.id(), List.of("The course starts in May.", "Clay forgives."));
    assertThatThrownBy(() -> read(earlier, X, "the course -- STARTS in may"))
        .isInstanceOf(UnfitAnswerException.class)
        .hasMessageContaining("it says what was said there before; find other words");
  }

  @Test
  void otherWordsFitAndSoDoAnotherAccounts() throws UnfitAnswerException {
    var earlier = Map.of(X.id(), List.of("The course starts in May."));
    assertThat(read(earlier, X, "May is when the course begins.")).hasSize(1);
    assertThat(read(earlier, MASTODON, "The course starts in May.")).hasSize(1);
  }

  private static List<Draft> read(
      Map<UUID, List<String>> earlier, DraftAccount account, String text)
      throws UnfitAnswerException {
    var input =
        new DraftInput(
            new Voice("Aurora", "en", TalentProfile.EMPTY),
            "The course",
            null,
            List.of(account),
            List.of(),
            earlier);
    return new DraftsReader(input)
        .read(
            Fields.parse(
                "{\"drafts\": [{\"accountId\": \"%s\", \"text\": \"%s\", \"thread\": [], \"firstComment\": null}]}"
                    .formatted(account.id(), text)));
  }
}
