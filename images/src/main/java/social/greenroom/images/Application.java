package social.greenroom.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build made of a program.
 *
 * @param mainClass what the entry point starts
 * @param jars the class path, in its order
 */
public record Application(String mainClass, List<Path> jars) {
  private static final String OURS = "greenroom-";

  /** The FFmpeg for machines that have none: the worker's image has Debian's, no other runs it. */
  private static final String BUNDLED_FFMPEG = "jave-nativebin";

  public Application {
    jars = List.copyOf(jars);
  }

  /**
   * Finds it.
   *
   * @param home the clone's folder
   * @throws ImageException when it hasn't been packaged
   */
  public static Application of(Program program, Path home) {
    return switch (program) {
      case OPERATOR -> quarkus(home.resolve("operator/app"));
      case API_SERVER -> quarkus(home.resolve("api-server/app"));
      case WORKER -> plain(home.resolve("worker"), "social.greenroom.worker.Worker");
      case SANDBOX -> plain(home.resolve("sandbox"), "social.greenroom.sandbox.Sandbox");
    };
  }

  /** Whether the jar is one of this build's own, which change with each version. */
  static boolean isOurs(Path jar) {
    var name = jar.getFileName().toString();
    return name.startsWith(OURS)
        || name.startsWith("social.greenroom.")
        || name.equals("generated-bytecode.jar")
        || name.equals("transformed-bytecode.jar");
  }

  /**
   * Quarkus' own launcher has class loaders of its own, out of which a class is neither loaded nor
   * linked ahead of time; so all goes onto one class path, what Quarkus transformed before what it
   * was made from.
   */
  private static Application quarkus(Path module) {
    var app = module.resolve("target/quarkus-app");
    var jars = new ArrayList<Path>();
    for (var folder : List.of("quarkus", "app", "lib/main", "lib/boot")) {
      jars.addAll(jarsIn(app.resolve(folder)));
    }
    return new Application("io.quarkus.runner.GeneratedMain", jars);
  }

  private static Application plain(Path module, String mainClass) {
    var jars = new ArrayList<Path>();
    for (var jar : jarsIn(module.resolve("target"))) {
      var name = jar.getFileName().toString();
      if (name.startsWith(OURS) && !name.endsWith("-tests.jar")) {
        jars.add(jar);
      }
    }
    jars.addAll(jarsIn(module.resolve("target/image-lib")));
    return new Application(mainClass, jars);
  }

  private static List<Path> jarsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ImageException(
          "%s isn't there. Run mvn package -Pimages, which packages the programs first."
              .formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .filter(file -> !file.getFileName().toString().contains(BUNDLED_FFMPEG))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
