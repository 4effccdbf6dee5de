package social.greenroom.images;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import social.greenroom.images.tar.ImageConfig;

/**
 * The Java runtime in an image, by what its file {@code release} says.
 *
 * @param version the feature version: 17, 25
 * @param modules the names of its modules
 */
record JavaRuntime(int version, Set<String> modules) {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final Pattern MODULES = Pattern.compile("MODULES=\"([^\"]*)\"");
  private static final Pattern NEEDED = Pattern.compile("^\\s+((?:java|jdk)\\.[\\w.]+)(?:/.*)?$");

  JavaRuntime {
    modules = Set.copyOf(modules);
  }

  /**
   * Reads it from the unpacked image.
   *
   * @throws ImageException when it names no Java runtime by JAVA_HOME
   */
  static JavaRuntime of(Path root, ImageConfig config) throws IOException {
    var home = config.environment().getOrDefault("JAVA_HOME", "");
    var release = root.resolve(home.replaceFirst("^/", "")).resolve("release");
    if (home.isEmpty() || !Files.isRegularFile(release)) {
      throw new ImageException(
          "The base image has no Java runtime where its JAVA_HOME says ('%s').".formatted(home));
    }
    var text = Files.readString(release);
    return new JavaRuntime(
        Integer.parseInt(found(VERSION, text, release)),
        Set.of(found(MODULES, text, release).split(" ")));
  }

  /**
   * A sentence for each module that it lacks and that our own classes use. A library's may name
   * more, for what we don't ask of it.
   */
  List<String> lacking(Application application) {
    return needed(application).stream()
        .filter(module -> !modules.contains(module))
        .map(
            module ->
                "Its Java lacks the module %s, which our classes use: take a base that has it (images/base names its modules)."
                    .formatted(module))
        .toList();
  }

  private static Set<String> needed(Application application) {
    var arguments =
        new ArrayList<>(List.of("--multi-release", "17", "--ignore-missing-deps", "--list-deps"));
    application.jars().stream()
        .filter(Application::isOurs)
        .map(Path::toString)
        .forEach(arguments::add);
    var out = new StringWriter();
    var code =
        ToolProvider.findFirst("jdeps")
            .orElseThrow(() -> new ImageException("Building images takes a JDK with jdeps."))
            .run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    if (code != 0) {
      throw new ImageException("jdeps can't read our jars: " + out);
    }
    var modules = new TreeSet<String>();
    out.toString()
        .lines()
        .map(NEEDED::matcher)
        .filter(Matcher::matches)
        .forEach(line -> modules.add(line.group(1)));
    return modules;
  }

  private static String found(Pattern pattern, String text, Path release) {
    var found = pattern.matcher(text);
    if (!found.find()) {
      throw new ImageException("%s has no '%s'.".formatted(release, pattern));
    }
    return found.group(1);
  }
}
