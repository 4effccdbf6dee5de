package social.greenroom.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import social.greenroom.images.run.Container;

/**
 * Makes the archive of loaded and linked classes with the image's own Java and from its own jars:
 * with any other it wouldn't be used.
 */
final class ClassArchive {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final String NAME = "classes.archive";

  /** What Java writes when nobody catches an error, such as that of a missing library. */
  private static final String BROKE_OFF = "Exception in thread \"main\"";

  private static final int KEY_BYTES = 32;

  private ClassArchive() {}

  /**
   * Rehearses the program.
   *
   * @param tmp the folder that is the container's {@code /tmp}
   * @throws ImageException with what the program wrote, when no archive came of it
   */
  static Path make(
      Program program, Application application, JavaOptions options, Container container, Path tmp)
      throws IOException, InterruptedException {
    var rehearsal = Rehearsal.of(program);
    if (program == Program.OPERATOR) {
      var key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.write(tmp.resolve("rehearsal.key"), key);
    }
    var wrote = "";
    for (var step : options.record("/tmp/" + NAME)) {
      var outcome =
          container.run(
              command(application, options, step, rehearsal.arguments()),
              rehearsal.environment(),
              LONGEST,
              rehearsal.until());
      wrote += outcome.output();
    }
    if (wrote.contains(BROKE_OFF)) {
      throw new ImageException(
          "%s broke off when it was rehearsed: %s".formatted(program.image(), wrote));
    }
    var archive = tmp.resolve(NAME);
    if (!Files.exists(archive)) {
      throw new ImageException(
          "No archive of classes came of %s. Build without: -Dgreenroom.image.cache=false. It wrote: %s"
              .formatted(program.image(), wrote));
    }
    return archive;
  }

  private static List<String> command(
      Application application, JavaOptions options, List<String> step, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add("java");
    command.addAll(options.always());
    command.addAll(step);
    command.addAll(List.of("-cp", "@/app/class-path", application.mainClass()));
    command.addAll(arguments);
    return command;
  }
}
