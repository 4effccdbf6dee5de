package social.greenroom.standalone.kube.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.greenroom.standalone.kube.object.FieldError;

/** What is particular to the objects of one type. All changes are made in place. */
public interface TypeRules {

  /** Nothing particular. */
  TypeRules NONE = new TypeRules() {};

  /** Fills in what a client may leave out. */
  default void complete(ObjectNode object) {}

  /** Adds what every new object has. */
  default void onCreate(ObjectNode object) {}

  /** Keeps or recomputes what a client can't change. */
  default void onUpdate(ObjectNode before, ObjectNode next) {}

  /**
   * What is wrong with an object; nothing when it may be stored.
   *
   * @param before null when the object is new
   */
  default List<FieldError> validate(ObjectNode object, @Nullable ObjectNode before) {
    return List.of();
  }

  /** Whether something beside {@code metadata.finalizers} keeps an object that is being deleted. */
  default boolean isHeld(ObjectNode object) {
    return false;
  }
}
