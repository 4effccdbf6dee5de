package social.greenroom.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedSchemaTest {

  @Test
  void aJsonSchemaInTheTextIsFound() {
    var found =
        EmbeddedSchema.in(
            "Profile: {\"name\": \"Nora\"}. Use this schema {\"type\":\"object\",\"properties\":"
                + "{\"why\":{\"type\":\"string\",\"description\":\"a {brace} in it\"}}} please.");
    assertThat(found.orElseThrow().getJsonObject("properties").fieldNames()).containsExactly("why");
  }

  @Test
  void anExampleOfTheAnswerIsTakenAsItsSchema() {
    var found =
        EmbeddedSchema.in(
            "Here are facts: {\"a\": 1}. Answer as JSON: {\"verdict\": \"OK|BLOCK\", \"reason\": \"why\"}");
    var properties = found.orElseThrow().getJsonObject("properties");
    assertThat(properties.getJsonObject("verdict").getJsonArray("enum"))
        .isEqualTo(new JsonArray(List.of("OK", "BLOCK")));
    assertThat(properties.getJsonObject("reason").getString("type")).isEqualTo("string");
  }

  @Test
  void dataIsNoSchema() {
    assertThat(EmbeddedSchema.in("The profile is {\"name\": \"Nora\"}; what do you think?"))
        .isEmpty();
  }

  @Test
  void typedFieldsAreRead() {
    var found =
        EmbeddedSchema.in(
                "You must answer strictly in the following JSON format: {\n"
                    + "\"postNow\": (type: boolean),\n"
                    + "\"tags\": (the tags, without hashes; type: array of string),\n"
                    + "\"inner\": (type: a.b.Inner: {\n\"at\": (type: date string (2023-12-31)),\n"
                    + "\"kind\": (type: enum, must be one of [A, B])\n}),\n"
                    + "\"score\": (type: float)\n}")
            .orElseThrow();
    assertThat(found)
        .isEqualTo(
            new JsonObject(
                """
                {"type":"object","properties":{
                  "postNow":{"type":"boolean"},
                  "tags":{"type":"array","items":{"type":"string"},"description":"the tags, without hashes"},
                  "inner":{"type":"object","properties":{"at":{"type":"string"},
                    "kind":{"type":"string","enum":["A","B"]}},"required":["at","kind"]},
                  "score":{"type":"number"}},
                 "required":["postNow","tags","inner","score"]}"""));
  }
}
