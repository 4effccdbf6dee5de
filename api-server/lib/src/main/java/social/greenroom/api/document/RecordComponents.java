package social.greenroom.api.document;

import java.util.List;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Looks up which components of the API's records always have a value. */
final class RecordComponents {
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final String ROOT = "social.greenroom.api.";

  private final IndexView index;

  RecordComponents(IndexView index) {
    this.index = index;
  }

  /** The components of the record of that simple name which may not be null, in order. */
  List<String> required(String simpleName) {
    return index.getKnownClasses().stream()
        .filter(type -> type.isRecord() && type.name().toString().startsWith(ROOT))
        .filter(type -> type.simpleName().equals(simpleName))
        .findFirst()
        .map(RecordComponents::required)
        .orElse(List.of());
  }

  private static List<String> required(ClassInfo type) {
    return type.recordComponentsInDeclarationOrder().stream()
        .filter(component -> !component.type().hasAnnotation(NULLABLE))
        .map(RecordComponentInfo::name)
        .toList();
  }
}
