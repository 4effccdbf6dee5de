package social.greenroom.standalone.kube.cel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.projectnessie.cel.Program;
import org.projectnessie.cel.common.types.BoolT;
import org.projectnessie.cel.common.types.Err;
import org.projectnessie.cel.common.types.StringT;
import org.projectnessie.cel.common.types.ref.Val;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.schema.JsonType;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.schema.ValidationRule;

/** A rule that can be run. */
record CompiledRule(ValidationRule rule, Program condition, Program message) {

  private static final Pattern OLD_SELF = Pattern.compile("\\boldSelf\\b");

  /** A rule that compares with the value before; it isn't run where there was none. */
  boolean isTransition() {
    return OLD_SELF.matcher(rule.rule()).find();
  }

  Optional<FieldError> check(
      Schema schema, JsonNode value, @Nullable JsonNode before, String path) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("self", CelValues.of(schema, value));
    if (before != null) {
      variables.put("oldSelf", CelValues.of(schema, before));
    }
    Val result = run(condition, variables);
    if (result == BoolT.True) {
      return Optional.empty();
    }
    if (Err.isError(result)) {
      String why = result + " evaluating rule: " + describe();
      return Optional.of(FieldError.typeInvalid(path, JsonType.name(value), why).asInvalid());
    }
    return Optional.of(failure(value, path + rule.fieldPath(), text(variables)));
  }

  private String describe() {
    return rule.message().isEmpty() ? rule.rule() : rule.message();
  }

  private static Val run(Program program, Map<String, Object> variables) {
    try {
      return program.eval(variables).getVal();
    } catch (RuntimeException e) {
      // The interpreter throws some of what other implementations return as error values.
      return Err.newErr(e, "%s", e.getMessage());
    }
  }

  private String text(Map<String, Object> variables) {
    if (!rule.messageExpression().isEmpty()) {
      Val text = run(message, variables);
      if (text instanceof StringT && !text.value().toString().isBlank()) {
        return text.value().toString();
      }
    }
    return rule.message().isEmpty() ? "failed rule: " + rule.rule().strip() : rule.message();
  }

  private FieldError failure(JsonNode value, String path, String text) {
    String at = path.startsWith(".") ? path.substring(1) : path;
    return switch (rule.reason()) {
      case "FieldValueForbidden" -> FieldError.forbidden(at, text);
      case "FieldValueRequired" -> FieldError.required(at, text);
      case "FieldValueDuplicate" -> FieldError.duplicate(at, value);
      default ->
          FieldError.typeInvalid(at.isEmpty() ? "<nil>" : at, JsonType.name(value), text)
              .asInvalid();
    };
  }
}
