package social.greenroom.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldDiffTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void namesTheFieldThatChangesWithBothValues() throws Exception {
    assertThat(
            diff(
                "{'spec': {'policy': {'dailyCap': 3}, 'slug': 'dex'}}",
                "{'spec': {'policy': {'dailyCap': 1}, 'slug': 'dex'}}"))
        .containsExactly(new FieldChange("spec.policy.dailyCap", "3", "1"));
  }

  @Test
  void saysWhatComesAndWhatGoes() throws Exception {
    assertThat(diff("{'spec': {'a': 'x'}}", "{'spec': {'b': [1]}}"))
        .containsExactly(
            new FieldChange("spec.a", "\"x\"", null), new FieldChange("spec.b", null, "[1]"));
  }

  @Test
  void aListOfTheSameLengthIsComparedPlaceByPlaceAndAnotherAsAWhole() throws Exception {
    assertThat(diff("{'l': [{'t': 1}, {'t': 2}]}", "{'l': [{'t': 1}, {'t': 3}]}"))
        .containsExactly(new FieldChange("l[1].t", "2", "3"));
    assertThat(diff("{'l': [1]}", "{'l': [1, 2]}"))
        .containsExactly(new FieldChange("l", "[1]", "[1,2]"));
  }

  @Test
  void whatTheServerWritesItselfIsNoChange() throws Exception {
    assertThat(
            diff(
                "{'metadata': {'resourceVersion': '1', 'generation': 1, 'managedFields': []}, 'status': {'a': 1}}",
                "{'metadata': {'resourceVersion': '2', 'generation': 2, 'managedFields': [1]}}"))
        .isEmpty();
  }

  @Test
  void whatASecretHoldsIsNeverShown() throws Exception {
    assertThat(
            diff(
                "{'kind': 'Secret', 'data': {'token': 'b2xk'}}",
                "{'kind': 'Secret', 'data': {'token': 'bmV3'}}"))
        .containsExactly(new FieldChange("data.token", "(not shown)", "(not shown)"));
    assertThat(diff("{'kind': 'Secret'}", "{'kind': 'Secret', 'data': {'token': 'bmV3'}}"))
        .containsExactly(new FieldChange("data", null, "(not shown)"));
  }

  private static List<FieldChange> diff(String before, String after)
      throws JsonProcessingException {
    return FieldDiff.between(
        JSON.readTree(before.replace('\'', '"')), JSON.readTree(after.replace('\'', '"')));
  }
}
