package social.greenroom.sandbox.model;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import social.greenroom.sandbox.model.Prompt.ToolOffer;

/** Answers a question from its own schema and words, the same for the same seed. */
final class Improviser {
  private static final int PLAIN = 420;

  private Improviser() {}

  static Completion answer(Prompt prompt, long seed, boolean fooled) {
    var random = new Random(seed);
    var tool = tool(prompt);
    if (tool.isPresent()) {
      var arguments = write(prompt, tool.get().schema(), random, fooled);
      var use =
          new Completion.ToolUse(
              "call_" + Long.toUnsignedString(random.nextLong(), 36),
              tool.get().name(),
              arguments instanceof JsonObject object ? object : new JsonObject());
      return new Completion("", Optional.of(use), false);
    }
    var schema = prompt.schema().or(() -> EmbeddedSchema.in(prompt.everything()));
    if (schema.isPresent()) {
      return Completion.words(
          encoded(write(prompt, schema.get(), random, fooled)), prompt.maxTokens());
    }
    var said =
        Injection.wanted(prompt.user())
            .filter(order -> fooled)
            .orElseGet(() -> prose(prompt, random).post(0, PLAIN));
    var text = prompt.json() ? new JsonObject().put("answer", said).encode() : said;
    return Completion.words(text, prompt.maxTokens());
  }

  private static @Nullable Object write(
      Prompt prompt, JsonObject schema, Random random, boolean fooled) {
    var known = new Known(prompt.everything());
    var prose = prose(prompt, random);
    var order = Injection.wanted(prompt.everything()).filter(wanted -> fooled);
    var strings =
        order.isPresent()
            ? new FooledWriter(known, prose, random, order.get())
            : new StringWriter(known, prose, random);
    boolean hostile = order.isEmpty() && Choice.hostile(prompt.user());
    return new SchemaWriter(schema, known, strings, random, hostile).write();
  }

  /** About what the user says; where that is nothing, about what the system says. */
  private static Prose prose(Prompt prompt, Random random) {
    var subject = Reading.of(prompt.user());
    return new Prose(subject.thin() ? Reading.of(prompt.everything()) : subject, random);
  }

  private static String encoded(@Nullable Object value) {
    return Json.encode(value);
  }

  /**
   * The tool to call: the one demanded; where the choice is free, the only one, or the one whose
   * name the user's words mention.
   */
  private static Optional<ToolOffer> tool(Prompt prompt) {
    List<ToolOffer> offers = prompt.tools();
    if (offers.isEmpty() || prompt.toolChoice().equals("none")) {
      return Optional.empty();
    }
    var named = offers.stream().filter(o -> o.name().equals(prompt.toolChoice())).findFirst();
    if (named.isPresent()) {
      return named;
    }
    if (prompt.toolChoice().equals("required")) {
      return mentioned(prompt).or(() -> Optional.of(offers.get(0)));
    }
    return prompt.answered()
        ? Optional.empty()
        : offers.size() == 1 ? Optional.of(offers.get(0)) : mentioned(prompt);
  }

  private static Optional<ToolOffer> mentioned(Prompt prompt) {
    var said = Words.plain(prompt.user());
    return prompt.tools().stream()
        .filter(
            offer ->
                List.of(Words.plain(offer.name()).split(" ", -1)).stream()
                    .anyMatch(word -> word.length() > 3 && said.contains(word)))
        .findFirst();
  }
}
