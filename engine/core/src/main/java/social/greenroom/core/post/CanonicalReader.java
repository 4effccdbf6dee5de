package social.greenroom.core.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.greenroom.core.network.Platform;

/** Reads version 1 of the canonical form; {@link CanonicalPayload#read} compares the result. */
final class CanonicalReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CanonicalReader() {}

  static Payload read(String canonical) {
    var root = parse(canonical);
    var version = root.path("v");
    if (!version.isInt() || version.intValue() != CanonicalPayload.VERSION) {
      throw new IllegalArgumentException(
          "The payload is of version %s; this program reads version %d."
              .formatted(version.isMissingNode() ? "none" : version, CanonicalPayload.VERSION));
    }
    var options = new TreeMap<String, String>();
    root.path("options").properties().forEach(o -> options.put(o.getKey(), text(o.getValue())));
    return new Payload(
        Platform.of(required(root, "platform")),
        required(root, "account"),
        required(root, "text"),
        list(root.path("thread"), CanonicalReader::text),
        optional(root, "firstComment"),
        optional(root, "link"),
        list(root.path("media"), CanonicalReader::picture),
        options);
  }

  private static JsonNode parse(String canonical) {
    try {
      var root = JSON.readTree(canonical);
      if (!root.isObject()) {
        throw new IllegalArgumentException("The payload isn't a JSON object.");
      }
      return root;
    } catch (JsonProcessingException e) {
      // Its message quotes the text, which may be private until it is published.
      throw new IllegalArgumentException(
          "The payload isn't JSON (line %d, column %d)."
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    }
  }

  private static PayloadMedia picture(JsonNode node) {
    return new PayloadMedia(
        required(node, "sha256"),
        required(node, "mediaType"),
        node.path("width").asInt(),
        node.path("height").asInt(),
        required(node, "altText"));
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    var items = new ArrayList<T>();
    array.forEach(node -> items.add(read.apply(node)));
    return items;
  }

  private static String required(JsonNode object, String name) {
    var value = optional(object, name);
    if (value == null) {
      throw new IllegalArgumentException("The payload has no '%s'.".formatted(name));
    }
    return value;
  }

  private static @Nullable String optional(JsonNode object, String name) {
    var node = object.get(name);
    return node == null ? null : text(node);
  }

  private static String text(JsonNode node) {
    if (!node.isTextual()) {
      throw new IllegalArgumentException("The payload holds a value that isn't text.");
    }
    return node.textValue();
  }
}
