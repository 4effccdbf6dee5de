package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.ApiException;
import social.greenroom.standalone.kube.object.FieldError;
import social.greenroom.standalone.kube.schema.Pruner;
import social.greenroom.standalone.kube.schema.Schema;
import social.greenroom.standalone.kube.schema.SchemaValidator;

/** What holds for every built-in type: a wrong type is refused as a body that can't be read. */
record BuiltinRules(String kind, String version, Schema schema, TypeRules own)
    implements TypeRules {

  @Override
  public void complete(ObjectNode object) {
    Pruner.prune(schema, object);
    List<FieldError> errors = SchemaValidator.validate(schema, object, "");
    if (!errors.isEmpty()) {
      throw ApiException.badRequest(
          kind
              + " in version \""
              + version
              + "\" cannot be handled as a "
              + kind
              + ": json: cannot unmarshal "
              + errors.get(0));
    }
    own.complete(object);
  }

  @Override
  public void onCreate(ObjectNode object) {
    own.onCreate(object);
  }

  @Override
  public void onUpdate(ObjectNode before, ObjectNode next) {
    own.onUpdate(before, next);
  }

  @Override
  public List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    return own.validate(object, before);
  }

  @Override
  public boolean isHeld(ObjectNode object) {
    return own.isHeld(object);
  }
}
