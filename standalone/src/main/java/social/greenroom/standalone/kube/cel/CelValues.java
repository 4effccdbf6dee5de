package social.greenroom.standalone.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.projectnessie.cel.common.types.NullT;
import social.greenroom.standalone.kube.schema.Schema;

/** JSON values as rules see them. */
final class CelValues {

  private CelValues() {}

  static Object of(Schema schema, JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> object(schema, value);
      case ARRAY -> list(schema, value);
      case STRING, BINARY -> text(schema, value.asText());
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> number(schema, value);
      case NULL, MISSING -> NullT.NullValue;
    };
  }

  private static Object number(Schema schema, JsonNode value) {
    boolean whole = schema.type().equals("integer") || schema.intOrString();
    if (whole || (schema.type().isEmpty() && value.isIntegralNumber())) {
      return value.longValue();
    }
    return value.doubleValue();
  }

  private static Object text(Schema schema, String text) {
    try {
      return switch (schema.format()) {
        case "date-time" -> OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC);
        case "duration" -> GoDuration.parse(text);
        default -> text;
      };
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static List<Object> list(Schema schema, JsonNode value) {
    List<Object> items = new ArrayList<>();
    value.forEach(item -> items.add(of(schema.itemOrAny(), item)));
    return items;
  }

  private static Map<String, Object> object(Schema schema, JsonNode value) {
    Map<String, Object> fields = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      Schema property = schema.properties().get(entry.getKey());
      boolean declared = property != null;
      String name = declared ? PropertyNames.escape(entry.getKey()) : entry.getKey();
      if (!name.isEmpty()) {
        fields.put(name, of(schema.fieldOrAny(entry.getKey()), entry.getValue()));
      }
    }
    return fields;
  }

  /** Go's notation of durations, {@code 1h30m}. */
  private static final class GoDuration {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");

    static Duration parse(String text) {
      Matcher part = PART.matcher(text);
      double nanos = 0;
      while (part.find()) {
        nanos += Double.parseDouble(part.group(1)) * unit(part.group(2));
      }
      return Duration.ofNanos((long) (text.startsWith("-") ? -nanos : nanos));
    }

    private static double unit(String unit) {
      return switch (unit) {
        case "ns" -> 1;
        case "ms" -> 1e6;
        case "s" -> 1e9;
        case "m" -> 60e9;
        case "h" -> 3600e9;
        default -> 1e3;
      };
    }
  }
}
