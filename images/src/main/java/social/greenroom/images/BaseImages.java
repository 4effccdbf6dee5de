package social.greenroom.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds what the images stand on: what the builder names, or an image of Debian's packages. */
final class BaseImages {
  private static final String TAR = "tar://";

  private final BuildSettings settings;

  BaseImages(BuildSettings settings) {
    this.settings = settings;
  }

  /**
   * An image to add to.
   *
   * @throws ImageException when it is named without a digest, isn't there or can't be made
   */
  JibContainerBuilder from(Program.Base kind) throws IOException, InterruptedException {
    var named = settings.base(kind);
    var base = named.isPresent() ? named.get() : TAR + ofDebian(kind);
    try {
      if (base.startsWith(TAR)) {
        return Jib.from(TarImage.at(existing(Path.of(base.substring(TAR.length())))));
      }
      var reference = ImageReference.parse(base);
      if (reference.getDigest().isEmpty()) {
        throw new ImageException(
            "The base '%s' is named without a digest, so it may be another one tomorrow. Add @sha256:… to it."
                .formatted(base));
      }
      var credentials = CredentialRetrieverFactory.forImage(reference, event -> {});
      return Jib.from(
          RegistryImage.named(reference).addCredentialRetriever(credentials.dockerConfig()));
    } catch (InvalidImageReferenceException e) {
      throw new ImageException(
          "The base '%s' is neither tar:// and a file nor an image's name with its digest."
              .formatted(base),
          e);
    }
  }

  private Path ofDebian(Program.Base kind) throws IOException, InterruptedException {
    var image = settings.target().resolve("base-%s.tar".formatted(kind.id()));
    if (!Files.exists(image)) {
      var script = settings.home().resolve("images/base").toString();
      var made =
          new ProcessBuilder(List.of(script, kind.id(), image.toString())).inheritIO().start();
      if (made.waitFor() != 0) {
        throw new ImageException(
            "The base can't be made from Debian's packages. Do what images/base says above, or name a base with -Dgreenroom.image.base and -Dgreenroom.image.base.ffmpeg.");
      }
    }
    return image;
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ImageException("There is no base image in %s.".formatted(file));
    }
    return file;
  }
}
