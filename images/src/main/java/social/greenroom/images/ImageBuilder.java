package social.greenroom.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * Writes an image with Jib. What changes least lies lowest: base, libraries, our classes, archive.
 * Times, owners and order are fixed, so that the same files give the same image.
 */
final class ImageBuilder {
  /** That of the chart. It isn't root, and a kubelet that must not run root can judge a number. */
  private static final String USER = "65532:65532";

  private static final String FOLDER = "/app";
  private static final String CLASS_PATH = FOLDER + "/class-path";

  private final BuildSettings settings;
  private final BaseImages bases;

  ImageBuilder(BuildSettings settings) {
    this.settings = settings;
    this.bases = new BaseImages(settings);
  }

  /**
   * Writes the image.
   *
   * @param options what Java gets before the class path
   * @param archive the classes' archive, where there is one
   */
  JibContainer build(
      Program program,
      Application application,
      List<String> options,
      Optional<Path> archive,
      Path target)
      throws IOException, InterruptedException {
    try {
      var image =
          bases
              .from(program.base())
              .setFileEntriesLayers(layers(program, application, archive))
              .setUser(USER)
              .setWorkingDirectory(AbsoluteUnixPath.get(FOLDER))
              .setEntrypoint(entryPoint(application, options))
              .setLabels(labels(program))
              .setCreationTime(settings.created());
      program.ports().forEach(port -> image.addExposedPort(Port.tcp(port)));
      var caches = settings.target().resolve("jib");
      return image.containerize(
          Containerizer.to(TarImage.at(target).named(program.image() + ":" + settings.version()))
              .setBaseImageLayersCache(caches)
              .setApplicationLayersCache(caches)
              .setToolName("greenroom"));
    } catch (InvalidImageReferenceException
        | CacheDirectoryCreationException
        | RegistryException
        | ExecutionException e) {
      throw new ImageException(
          "The image %s can't be built: %s".formatted(program.image(), e.getMessage()), e);
    }
  }

  private static List<String> entryPoint(Application application, List<String> options) {
    var entryPoint = new ArrayList<String>();
    entryPoint.add("java");
    entryPoint.addAll(options);
    entryPoint.addAll(List.of("-cp", "@" + CLASS_PATH, application.mainClass()));
    return entryPoint;
  }

  private List<FileEntriesLayer> layers(
      Program program, Application application, Optional<Path> archive) throws IOException {
    var libraries = FileEntriesLayer.builder().setName("libraries");
    var classes = FileEntriesLayer.builder().setName("program");
    var names = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var jar : application.jars()) {
      var name = jar.getFileName().toString();
      if (!seen.add(name)) {
        throw new ImageException("Two libraries have the name %s.".formatted(name));
      }
      var layer = Application.isOurs(jar) ? classes : libraries;
      var path = FOLDER + (Application.isOurs(jar) ? "/program/" : "/libraries/") + name;
      layer.addEntry(jar, AbsoluteUnixPath.get(path));
      names.add(path);
    }
    classes.addEntry(classPath(program, names), AbsoluteUnixPath.get(CLASS_PATH));
    classes.addEntry(settings.home().resolve("LICENSE"), AbsoluteUnixPath.get(FOLDER + "/LICENSE"));
    var layers = new ArrayList<>(List.of(libraries.build(), classes.build()));
    archive.ifPresent(
        file ->
            layers.add(
                FileEntriesLayer.builder()
                    .setName("archive")
                    .addEntry(file, AbsoluteUnixPath.get(JavaOptions.ARCHIVE))
                    .build()));
    return layers;
  }

  /** Named one by one and in order: an archive of classes is used with the very same path only. */
  private Path classPath(Program program, List<String> jars) throws IOException {
    var file = settings.target().resolve(program.image() + ".class-path");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, jars.stream().collect(Collectors.joining(":")));
  }

  private Map<String, String> labels(Program program) {
    var labels = new HashMap<String, String>();
    labels.put("org.opencontainers.image.title", program.image());
    labels.put("org.opencontainers.image.description", program.description());
    labels.put("org.opencontainers.image.version", settings.version());
    labels.put("org.opencontainers.image.licenses", program.licences());
    settings.source().ifPresent(source -> labels.put("org.opencontainers.image.source", source));
    return labels;
  }
}
