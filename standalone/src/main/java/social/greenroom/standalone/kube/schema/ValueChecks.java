package social.greenroom.standalone.kube.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.object.KubeJson;

/** Checks one value against its bounds. */
final class ValueChecks {

  private final JsonNode value;
  private final String path;
  private final List<FieldError> errors;

  private ValueChecks(JsonNode value, String path, List<FieldError> errors) {
    this.value = value;
    this.path = path;
    this.errors = errors;
  }

  static void check(Schema schema, JsonNode value, String path, List<FieldError> errors) {
    ValueChecks checks = new ValueChecks(value, path, errors);
    Constraints constraints = schema.constraints();
    if (value.isTextual()) {
      checks.text(constraints, schema.format());
    } else if (value.isNumber()) {
      checks.number(constraints);
    } else if (value.isArray()) {
      checks.count(constraints.minItems(), constraints.maxItems(), "items");
    } else if (value.isObject()) {
      checks.count(constraints.minProperties(), constraints.maxProperties(), "properties");
    }
    if (!constraints.allowed().isEmpty() && !constraints.allowed().contains(value)) {
      List<String> supported =
          constraints.allowed().stream()
              .map(v -> KubeJson.text(TextNode.valueOf(v.asText())))
              .toList();
      errors.add(FieldError.notSupported(path, value, supported));
    }
  }

  private void text(Constraints constraints, String format) {
    String text = value.textValue();
    int length = text.codePointCount(0, text.length());
    Long min = constraints.minLength();
    if (min != null && length < min) {
      invalid("should be at least " + min + " chars long");
    }
    Long max = constraints.maxLength();
    if (max != null && length > max) {
      errors.add(FieldError.tooLong(path, max));
    }
    Pattern pattern = constraints.pattern();
    if (pattern != null && !pattern.matcher(text).find()) {
      invalid("should match '" + pattern + "'");
    }
    if (!Formats.holds(format, text)) {
      String why = path + " in body must be of type " + format + ": " + KubeJson.text(value);
      errors.add(FieldError.typeInvalid(path, text, why));
    }
  }

  private void number(Constraints constraints) {
    BigDecimal number = value.decimalValue();
    BigDecimal min = constraints.minimum();
    if (min != null && outside(min.compareTo(number), constraints.exclusiveMinimum())) {
      String orEqual = constraints.exclusiveMinimum() ? "" : " or equal to";
      invalid("should be greater than" + orEqual + " " + plain(min));
    }
    BigDecimal max = constraints.maximum();
    if (max != null && outside(number.compareTo(max), constraints.exclusiveMaximum())) {
      String orEqual = constraints.exclusiveMaximum() ? "" : " or equal to";
      invalid("should be less than" + orEqual + " " + plain(max));
    }
    BigDecimal factor = constraints.multipleOf();
    if (factor != null && number.remainder(factor).signum() != 0) {
      invalid("should be a multiple of " + plain(factor));
    }
  }

  private static boolean outside(int comparison, boolean exclusive) {
    return exclusive ? comparison >= 0 : comparison > 0;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private void count(@Nullable Long min, @Nullable Long max, String what) {
    if (min != null && value.size() < min) {
      errors.add(
          new FieldError(
              path,
              "FieldValueInvalid",
              "Invalid value: "
                  + value.size()
                  + ": "
                  + path
                  + " in body should have at least "
                  + min
                  + " "
                  + what));
    }
    if (max != null && value.size() > max) {
      errors.add(FieldError.tooMany(path, value.size(), max));
    }
  }

  private void invalid(String what) {
    errors.add(FieldError.invalid(path, value, path + " in body " + what));
  }
}
