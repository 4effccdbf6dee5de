package social.greenroom.helm.check;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import social.greenroom.operator.tenant.TenantReconciler;

/** The operator's controllers, as their classes declare them. */
public final class Controllers {
  private Controllers() {}

  public static Set<String> names() throws IOException {
    return reconcilers().stream()
        .map(type -> type.getAnnotation(ControllerConfiguration.class).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How long what goes on failing waits at the most. */
  public static long longestPauseMillis() throws IOException {
    return reconcilers().stream()
        .mapToLong(type -> type.getAnnotation(GradualRetry.class).maxInterval())
        .max()
        .orElseThrow();
  }

  private static Set<Class<?>> reconcilers() throws IOException {
    var place = place();
    if (Files.isDirectory(place)) {
      return under(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return under(jar.getPath("/"));
    }
  }

  private static Set<Class<?>> under(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith("Reconciler.class"))
          .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
          .map(Controllers::load)
          .filter(type -> type.isAnnotationPresent(ControllerConfiguration.class))
          .collect(Collectors.toSet());
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Controllers.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path place() {
    try {
      URI place =
          TenantReconciler.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
