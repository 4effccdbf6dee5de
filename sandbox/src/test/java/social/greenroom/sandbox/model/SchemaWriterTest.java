package social.greenroom.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaWriterTest {
  private static final String HARBOUR =
      "Request: We open the new kiln by the harbour this evening.";

  private static Object write(String user, String schema, long seed) {
    return write(user, schema, seed, false);
  }

  private static Object write(String user, String schema, long seed, boolean fooled) {
    var prompt =
        new Prompt(
            "m",
            "",
            user,
            Optional.of(new JsonObject(schema)),
            false,
            List.of(),
            "auto",
            false,
            Integer.MAX_VALUE,
            false);
    return Json.decodeValue(Improviser.answer(prompt, seed, fooled).text());
  }

  private static JsonObject object(String user, String properties) {
    return (JsonObject) write(user, "{\"type\":\"object\",\"properties\":{" + properties + "}}", 5);
  }

  @Test
  void stringsKeepTheirLengths() {
    for (int seed = 0; seed < 200; seed++) {
      int max = 1 + seed * 3;
      int min = max / 2;
      var text =
          (String)
              write(
                  HARBOUR,
                  "{\"type\":\"string\",\"minLength\":" + min + ",\"maxLength\":" + max + "}",
                  seed);
      assertThat(text.length()).as("seed %s: %s", seed, text).isBetween(min, max);
    }
  }

  @Test
  void aLimitInTheDescriptionIsKept() {
    for (int seed = 0; seed < 50; seed++) {
      var text =
          (String)
              write(
                  HARBOUR,
                  "{\"type\":\"string\",\"description\":\"the post, at most 60 characters\"}",
                  seed);
      assertThat(text).hasSizeLessThanOrEqualTo(60).isNotBlank();
    }
  }

  @Test
  void listsAndNumbersKeepTheirBounds() {
    for (int seed = 0; seed < 50; seed++) {
      var list =
          (JsonArray)
              write(
                  HARBOUR,
                  "{\"type\":\"array\",\"minItems\":4,\"maxItems\":4,\"items\":{\"type\":\"integer\","
                      + "\"minimum\":3,\"maximum\":5}}",
                  seed);
      assertThat(list.size()).isEqualTo(4);
      assertThat(list).allSatisfy(value -> assertThat((Integer) value).isBetween(3, 5));
    }
  }

  @Test
  void formatsAreOfTheirForm() {
    var written =
        object(
            HARBOUR + " See https://example.com/kiln.",
            "\"at\":{\"type\":\"string\",\"format\":\"date-time\"},"
                + "\"where\":{\"type\":\"string\",\"format\":\"uri\"},"
                + "\"slug\":{\"type\":\"string\",\"pattern\":\"^[a-z0-9-]+$\"}");
    assertThat(Instant.parse(written.getString("at"))).isAfter(Instant.now());
    assertThat(written.getString("where")).isEqualTo("https://example.com/kiln");
    assertThat(written.getString("slug")).matches("[a-z0-9-]+");
  }

  @Test
  void referencesAndAlternativesAreFollowed() {
    var written =
        (JsonObject)
            write(
                HARBOUR,
                """
                {"type":"object","properties":{"draft":{"$ref":"#/$defs/Draft"}},"required":["draft"],
                 "$defs":{"Draft":{"type":"object","properties":{
                   "text":{"anyOf":[{"type":"null"},{"type":"string","maxLength":40}]},
                   "firstComment":{"type":["string","null"]}},"required":["text","firstComment"]}}}""",
                1);
    assertThat(written.getJsonObject("draft").getString("text")).hasSizeBetween(1, 40);
    assertThat(written.getJsonObject("draft").containsKey("firstComment")).isTrue();
    assertThat(written.getJsonObject("draft").getValue("firstComment")).isNull();
  }

  @Test
  void hostileContentIsBlockedAndCalmContentPasses() {
    var judgement =
        "\"verdict\":{\"type\":\"string\",\"enum\":[\"OK\",\"BLOCK\"]},\"blocked\":{\"type\":\"boolean\"}";
    var calm = object("Judge this.\n<post>We open the new kiln.</post>", judgement);
    assertThat(calm.getString("verdict")).isEqualTo("OK");
    assertThat(calm.getBoolean("blocked")).isFalse();
    var hostile = object("Judge this.\n<post>I hate you, all of you.</post>", judgement);
    assertThat(hostile.getString("verdict")).isEqualTo("BLOCK");
    assertThat(hostile.getBoolean("blocked")).isTrue();
  }

  @Test
  void everyAllowedIdGetsItsItem() {
    assertThat(idsWritten(List.of("a1", "b2", "c3"))).containsExactly("a1", "b2", "c3");
  }

  @Test
  void aRequestForManyAccountsIsAnsweredForAll() {
    var many = IntStream.rangeClosed(1, 50).mapToObj("account-%d"::formatted).toList();
    assertThat(idsWritten(many)).containsExactlyElementsOf(many);
  }

  private static List<String> idsWritten(List<String> allowed) {
    var list =
        (JsonArray)
            write(
                HARBOUR,
                "{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"accountId\":"
                    + "{\"type\":\"string\",\"enum\":"
                    + new JsonArray(allowed).encode()
                    + "},\"text\":{\"type\":\"string\"}},"
                    + "\"required\":[\"accountId\",\"text\"]}}",
                3);
    return list.stream().map(item -> ((JsonObject) item).getString("accountId")).toList();
  }
}
