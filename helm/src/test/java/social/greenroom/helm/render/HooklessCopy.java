package social.greenroom.helm.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A copy of the chart whose hooks are ordinary objects under another annotation: Helm's library
 * renders hooks apart, and helm-java doesn't hand them out.
 */
final class HooklessCopy {
  private static final String HOOK = "helm.sh/hook";
  private static final String RENAMED = "test.greenroom.social/hook";

  private HooklessCopy() {}

  static Path of(Path chart) {
    return of(chart, text -> text);
  }

  /** One that renders as at an upgrade: helm-java has no word for it either. */
  static Path upgraded(Path chart) {
    return of(chart, text -> text.replace(".Release.IsInstall", "false"));
  }

  private static Path of(Path chart, UnaryOperator<String> change) {
    try (var files = Files.walk(chart)) {
      var copy = Files.createTempDirectory(Path.of("target"), "chart-");
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = copy.resolve(chart.relativize(file));
        Files.createDirectories(target.getParent());
        Files.writeString(target, change.apply(Files.readString(file).replace(HOOK, RENAMED)));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
