package social.greenroom.images;

import com.google.cloud.tools.jib.api.JibContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import social.greenroom.images.check.ImageCheck;
import social.greenroom.images.run.Container;
import social.greenroom.images.tar.ImageTar;
import social.greenroom.images.tar.Unpacking;

/** Builds and checks all images; what {@code mvn package -Pimages} runs. */
public final class Images {
  private final BuildSettings settings;
  private final ImageBuilder builder;
  private final Path work;

  private Images(BuildSettings settings) {
    this.settings = settings;
    this.builder = new ImageBuilder(settings);
    this.work = settings.target().resolve("work");
  }

  /** Ends with code 1 and sentences when an image can't be built or isn't as it has to be. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    try {
      if (!Container.possible()) {
        throw new ImageException(
            "The images' programs are run out of them to be checked, which takes Linux and its root user. Run mvn package -Pimages as root.");
      }
      var images = new Images(BuildSettings.ofSystemProperties());
      for (var program : Program.values()) {
        images.make(program);
      }
    } catch (ImageException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void make(Program program) throws IOException, InterruptedException {
    var application = Application.of(program, settings.home());
    var target = settings.image(program);
    // The Java that is in it decides on its options, and makes the archive that goes into it.
    builder.build(program, application, List.of(), Optional.empty(), target);
    var unpacked = unpack(program, target);
    var runtime = JavaRuntime.of(unpacked.root(), unpacked.config());
    var java = new JavaOptions(program, runtime.version());
    var options = new ArrayList<>(java.always());
    Optional<Path> archive = Optional.empty();
    if (settings.cache()) {
      options.add(java.use());
      archive =
          Optional.of(
              ClassArchive.make(program, application, java, unpacked.container(), unpacked.tmp()));
    }
    var image = builder.build(program, application, options, archive, target);
    Files.writeString(
        settings.target().resolve(program.image() + "-image.digest"), digest(image) + "\n");
    check(program, java, runtime.lacking(application), target);
    report(image, target);
  }

  private void check(Program program, JavaOptions java, List<String> lacking, Path target)
      throws IOException, InterruptedException {
    var sentences = new ArrayList<>(lacking);
    sentences.addAll(ImageCheck.broken(program, new ImageTar(target)));
    var unpacked = unpack(program, target);
    var options = settings.cache() ? java.insist() : List.<String>of();
    sentences.addAll(Trial.of(program, unpacked.config(), options, unpacked.container()));
    Unpacking.delete(work);
    if (!sentences.isEmpty()) {
      throw new ImageException(
          "The image %s isn't as it has to be:%n- %s"
              .formatted(program.image(), String.join("%n- ".formatted(), sentences)));
    }
  }

  private Unpacked unpack(Program program, Path target) throws IOException {
    var image = new ImageTar(target);
    var root = work.resolve(program.image());
    Unpacking.unpack(image, root);
    var tmp = work.resolve("tmp");
    Unpacking.delete(tmp);
    Files.createDirectories(tmp);
    Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));
    return new Unpacked(root, tmp, image.config());
  }

  private static void report(JibContainer image, Path target) throws IOException {
    var layers = new ArrayList<String>();
    for (var bytes : new ImageTar(target).layers().values()) {
      layers.add("%.1f".formatted(bytes / 1e6));
    }
    System.out.printf(
        "%s: %.1f MB (layers %s), %s%n",
        target.getFileName(), Files.size(target) / 1e6, String.join(" + ", layers), digest(image));
  }

  private static String digest(JibContainer image) {
    return image.getDigest().toString();
  }
}
