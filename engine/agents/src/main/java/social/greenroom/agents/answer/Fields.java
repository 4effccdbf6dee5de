package social.greenroom.agents.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of a model's answer, read with suspicion: a field is of its type and within its length,
 * or the answer is unfit.
 *
 * @param path where it stands in the answer, to name fields by; empty for the whole
 */
public record Fields(JsonNode object, String path) {
  /** The longest answer that is read, in characters. */
  private static final int LONGEST_ANSWER = 100_000;

  private static final Pattern CODE_BLOCK =
      Pattern.compile("\\A\\s*```[a-zA-Z]*\\s*\\n(.*)\\n\\s*```\\s*\\z", Pattern.DOTALL);
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", Pattern.UNICODE_CHARACTER_CLASS);

  private static final JsonMapper JSON = mapper();

  /** Reads an answer's text as one JSON object; a Markdown code block around it is taken off. */
  public static Fields parse(String answer) throws UnfitAnswerException {
    if (answer.length() > LONGEST_ANSWER) {
      throw new UnfitAnswerException("The answer is far too long.");
    }
    var block = CODE_BLOCK.matcher(answer);
    try {
      var node = JSON.readTree(block.matches() ? block.group(1) : answer);
      if (!node.isObject()) {
        throw new UnfitAnswerException("The answer has to be one JSON object.");
      }
      return new Fields(node, "");
    } catch (JsonProcessingException e) {
      throw new UnfitAnswerException("The answer isn't JSON; it has to be one JSON object.");
    }
  }

  /** A text with something in it, without white space around it. */
  public String text(String name, int max) throws UnfitAnswerException {
    var text = optionalText(name, max);
    if (text == null) {
      throw unfit(name, "has to be a text that isn't empty");
    }
    return text;
  }

  /** A text, or null where it is absent, null or blank. */
  public @Nullable String optionalText(String name, int max) throws UnfitAnswerException {
    var node = object.path(name);
    return node.isMissingNode() || node.isNull() ? null : clean(name, node, max);
  }

  public boolean flag(String name) throws UnfitAnswerException {
    var node = object.path(name);
    if (!node.isBoolean()) {
      throw unfit(name, "has to be true or false");
    }
    return node.booleanValue();
  }

  /** The texts of a list, without blank ones; empty where it is absent or null. */
  public List<String> texts(String name, int maxCount, int max) throws UnfitAnswerException {
    var texts = new ArrayList<String>();
    for (var node : array(name, maxCount)) {
      var text = clean(name, node, max);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The objects of a list; empty where it is absent or null. */
  public List<Fields> objects(String name, int maxCount) throws UnfitAnswerException {
    var objects = new ArrayList<Fields>();
    for (var node : array(name, maxCount)) {
      if (!node.isObject()) {
        throw unfit(name, "has to be a list of objects");
      }
      objects.add(new Fields(node, "%s%s[%d].".formatted(path, name, objects.size())));
    }
    return objects;
  }

  /** To be thrown when a field doesn't fit; {@code problem} follows its name. */
  public UnfitAnswerException unfit(String name, String problem) {
    return new UnfitAnswerException("'%s%s' %s.".formatted(path, name, problem));
  }

  private JsonNode array(String name, int maxCount) throws UnfitAnswerException {
    var node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return JSON.createArrayNode();
    }
    if (!node.isArray() || node.size() > maxCount) {
      throw unfit(name, "has to be a list of at most %d".formatted(maxCount));
    }
    return node;
  }

  private @Nullable String clean(String name, JsonNode node, int max) throws UnfitAnswerException {
    if (!node.isTextual()) {
      throw unfit(name, "has to be a text");
    }
    var text = node.textValue().replace("\r\n", "\n").strip();
    if (text.length() > max) {
      throw unfit(name, "has %d characters and may have %d".formatted(text.length(), max));
    }
    if (UNPRINTABLE.matcher(text).find()) {
      throw unfit(name, "holds characters that can't be printed");
    }
    return text.isEmpty() ? null : text;
  }

  private static JsonMapper mapper() {
    var mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(20)
                .maxStringLength(LONGEST_ANSWER)
                .build());
    return mapper;
  }
}
