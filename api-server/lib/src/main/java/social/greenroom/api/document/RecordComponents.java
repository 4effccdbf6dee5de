package social.greenroom.api.document;

import java.util.List;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Looks up which components of the API's records always have a value. */
final class RecordComponents {
  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final DotName JSON_INCLUDE =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
  private static final String ROOT = "social.greenroom.api.";

  private final IndexView index;

  RecordComponents(IndexView index) {
    this.index = index;
  }

  /** The components of the record of that simple name which are always written, in order. */
  List<String> required(String simpleName) {
    return record(simpleName)
        .map(ClassInfo::recordComponentsInDeclarationOrder)
        .orElse(List.of())
        .stream()
        .filter(component -> !component.type().hasAnnotation(NULLABLE) || writtenAsNull(component))
        .map(RecordComponentInfo::name)
        .toList();
  }

  /** The components that are written even when they are null, as nextCursor is. */
  List<String> writtenAsNull(String simpleName) {
    return record(simpleName)
        .map(ClassInfo::recordComponentsInDeclarationOrder)
        .orElse(List.of())
        .stream()
        .filter(RecordComponents::writtenAsNull)
        .map(RecordComponentInfo::name)
        .toList();
  }

  private Optional<ClassInfo> record(String simpleName) {
    return index.getKnownClasses().stream()
        .filter(type -> type.isRecord() && type.name().toString().startsWith(ROOT))
        .filter(type -> type.simpleName().equals(simpleName))
        .findFirst();
  }

  private static boolean writtenAsNull(RecordComponentInfo component) {
    return component.type().hasAnnotation(NULLABLE)
        && component.declaringClass().field(component.name()).hasAnnotation(JSON_INCLUDE);
  }
}
