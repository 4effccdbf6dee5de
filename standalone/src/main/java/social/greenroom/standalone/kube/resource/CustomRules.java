package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.cel.RuleTree;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.schema.Defaulter;
import social.greenroom.standalone.kube.schema.Pruner;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.schema.SchemaValidator;

/** The schema and rules of a custom resource definition, enforced. */
record CustomRules(Schema schema, Supplier<RuleTree> rules) implements TypeRules {

  /** With these a rule might be run on a value that it isn't made for. */
  private static final Set<String> BLOCKING =
      Set.of(
          "FieldValueNotSupported",
          "FieldValueRequired",
          "FieldValueTooLong",
          "FieldValueTooMany",
          "FieldValueTypeInvalid");

  private static final FieldError NOT_ALL_CHECKED =
      new FieldError(
          "<nil>",
          "FieldValueInvalid",
          "Invalid value: \"null\": some validation rules were not checked because the object was"
              + " invalid; correct the existing errors to complete validation");

  @Override
  public void complete(ObjectNode object) {
    Pruner.prune(schema, object);
    Defaulter.apply(schema, object);
  }

  @Override
  public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    List<FieldError> errors = new ArrayList<>(SchemaValidator.validate(schema, object, before, ""));
    if (rules.get().isEmpty()) {
      return errors;
    }
    if (errors.stream().anyMatch(error -> BLOCKING.contains(error.reason()))) {
      errors.add(NOT_ALL_CHECKED);
    } else {
      errors.addAll(rules.get().check(object, before));
    }
    return errors;
  }
}
