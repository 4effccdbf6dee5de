package social.greenroom.agents.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.greenroom.agents.Agent;

class ModelRouterConfigTest {
  private static final List<String> IDS = List.of("big-Opus", "mid-sonnet", "tiny-haiku");

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8090/model, http://127.0.0.1:8090/model/v1",
    "http://127.0.0.1:8090/model/, http://127.0.0.1:8090/model/v1",
    "https://models.example.com/v1, https://models.example.com/v1",
    "https://models.example.com/v1/, https://models.example.com/v1",
    "https://models.example.com, https://models.example.com/v1",
  })
  void theAddressMayNameTheVersionOrNot(String configured, String used) {
    assertThat(config(configured).v1()).isEqualTo(used);
  }

  @Test
  void theKeyIsNeverShown() {
    assertThat(
            ModelRouterConfig.of(URI.create("https://me:pw@a.com/x"), "top-secret", Shape.OPENAI))
        .asString()
        .isEqualTo("ModelRouterConfig[a.com, openai]");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> config("ftp://a.com")).hasMessageContaining("http://");
    assertThatThrownBy(() -> ModelRouterConfig.of(URI.create("http://a.com"), " ", Shape.OPENAI))
        .hasMessageContaining("key is missing");
    assertThatThrownBy(() -> Shape.of("gemini")).hasMessageContaining("openai or anthropic");
    assertThat(Shape.of("Anthropic")).isEqualTo(Shape.ANTHROPIC);
  }

  @ParameterizedTest
  @CsvSource({
    "/opus/i, big-Opus",
    "/^mid/, mid-sonnet",
    "my-own, my-own",
    "/HAIKU$/ig, tiny-haiku"
  })
  void aModelIsAnIdOrTheFirstMatch(String choice, String id) {
    assertThat(ModelChoice.of(choice).among(IDS)).contains(id);
  }

  @Test
  void aPatternMayMatchNothing() {
    assertThat(ModelChoice.of("/OPUS/").among(IDS)).isEmpty();
  }

  @Test
  void aBrokenChoiceIsRefusedWithASentence() {
    assertThatThrownBy(() -> ModelChoice.of(" ")).hasMessageContaining("isn't named");
    assertThatThrownBy(() -> ModelChoice.of("/(/i")).hasMessageContaining("regular expression");
    assertThatThrownBy(() -> ModelChoice.of("/a/q")).hasMessageContaining("flag 'q'");
  }

  @Test
  void eachAgentHasItsModel() {
    var models = Models.of("p", "c", "m");
    assertThat(models.of(Agent.PERSONA).written()).isEqualTo("p");
    assertThat(models.of(Agent.CONTENT).written()).isEqualTo("c");
    assertThat(models.of(Agent.MODERATION).written()).isEqualTo("m");
  }

  private static ModelRouterConfig config(String address) {
    return ModelRouterConfig.of(URI.create(address), "key", Shape.OPENAI);
  }
}
