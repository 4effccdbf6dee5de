package social.greenroom.images;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the builder may choose, each a Maven property.
 *
 * @param home the clone's folder
 * @param created the time in the images: that of the release, not of the making
 * @param base the image with a Java runtime ({@code greenroom.image.base}): {@code tar://} and a
 *     file, or a name with a digest; made from Debian's packages when it isn't given
 * @param baseWithFfmpeg the same for the worker ({@code greenroom.image.base.ffmpeg})
 * @param cache whether the images get a cache of loaded and linked classes ({@code
 *     greenroom.image.cache})
 * @param source where the sources are, for the label ({@code greenroom.image.source})
 */
public record BuildSettings(
    Path home,
    String version,
    Instant created,
    Optional<String> base,
    Optional<String> baseWithFfmpeg,
    boolean cache,
    Optional<String> source) {

  /** Reads the system properties that the build sets. */
  static BuildSettings ofSystemProperties() {
    return new BuildSettings(
        Path.of(System.getProperty("greenroom.home", ".")).toAbsolutePath().normalize(),
        System.getProperty("greenroom.version", "0"),
        Instant.parse(System.getProperty("greenroom.image.created", "1970-01-01T00:00:00Z")),
        given("greenroom.image.base"),
        given("greenroom.image.base.ffmpeg"),
        Boolean.parseBoolean(System.getProperty("greenroom.image.cache", "true")),
        given("greenroom.image.source"));
  }

  Optional<String> base(Program.Base kind) {
    return kind == Program.Base.FFMPEG ? baseWithFfmpeg : base;
  }

  /** Where the images come to lie. */
  Path target() {
    return home.resolve("images/target");
  }

  Path image(Program program) {
    return target().resolve(program.image() + "-image.tar");
  }

  private static Optional<String> given(String property) {
    return Optional.ofNullable(System.getProperty(property)).filter(value -> !value.isBlank());
  }
}
