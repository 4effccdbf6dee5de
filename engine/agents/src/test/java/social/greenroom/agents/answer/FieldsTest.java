package social.greenroom.agents.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\" Hello \"}",
        "```json\n{\"text\":\"Hello\"}\n```",
        "\n```\n{\"text\":\"Hello\"}\n```\n"
      })
  void readsAnObjectAlsoInACodeBlock(String answer) throws Exception {
    assertThat(Fields.parse(answer).text("text", 10)).isEqualTo("Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "Sure! {\"text\":\"a\"}",
        "{\"text\":\"a\"} {\"text\":\"b\"}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":"
      })
  void anythingElseIsUnfit(String answer) {
    assertThatThrownBy(() -> Fields.parse(answer)).isInstanceOf(UnfitAnswerException.class);
  }

  @Test
  void deepAndLongAnswersAreUnfit() {
    assertThatThrownBy(() -> Fields.parse("{\"a\":".repeat(50) + "1" + "}".repeat(50)))
        .isInstanceOf(UnfitAnswerException.class);
    assertThatThrownBy(() -> Fields.parse("{\"a\":\"" + "b".repeat(200_000) + "\"}"))
        .hasMessage("The answer is far too long.");
  }

  @Test
  void aFieldIsOfItsTypeAndLengthOrUnfit() throws Exception {
    var fields =
        Fields.parse(
            "{\"n\":1,\"s\":\"four\",\"blank\":\" \",\"nul\":\"a\\u0000b\",\"half\":\"\\ud83d\",\"l\":[1],\"b\":\"true\"}");
    assertThatThrownBy(() -> fields.text("n", 9)).hasMessage("'n' has to be a text.");
    assertThatThrownBy(() -> fields.text("s", 3))
        .hasMessage("'s' has 4 characters and may have 3.");
    assertThatThrownBy(() -> fields.text("blank", 9)).hasMessageContaining("isn't empty");
    assertThatThrownBy(() -> fields.text("nothing", 9)).hasMessageContaining("isn't empty");
    assertThatThrownBy(() -> fields.text("nul", 9)).hasMessageContaining("can't be printed");
    assertThatThrownBy(() -> fields.text("half", 9)).hasMessageContaining("can't be printed");
    assertThatThrownBy(() -> fields.flag("b")).hasMessage("'b' has to be true or false.");
    assertThatThrownBy(() -> fields.texts("l", 5, 5)).hasMessage("'l' has to be a text.");
    assertThatThrownBy(() -> fields.texts("l", 0, 5)).hasMessageContaining("at most 0");
    assertThatThrownBy(() -> fields.objects("l", 5)).hasMessage("'l' has to be a list of objects.");
    assertThat(fields.optionalText("blank", 9)).isNull();
    assertThat(fields.texts("nothing", 1, 1)).isEmpty();
  }

  @Test
  void aFieldIsNamedByWhereItStands() throws Exception {
    var inner = Fields.parse("{\"drafts\":[{},{\"text\":7}]}").objects("drafts", 2).get(1);
    assertThatThrownBy(() -> inner.text("text", 9))
        .hasMessage("'drafts[1].text' has to be a text.");
  }
}
