package social.greenroom.standalone.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a running Greenroom is reached, and who may sign in to try it; kept in {@code
 * endpoints.json}, readable by its owner alone.
 *
 * @param management where its probes and metrics are, below {@code /q}
 */
public record Endpoints(
    String web, String kubernetes, String sandbox, String management, List<DemoUser> users) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A person made for trying Greenroom.
   *
   * @param talent the slug of the one talent they see, for the role {@code talent}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DemoUser(String email, String password, String role, @Nullable String talent) {}

  /** Writes the file as a whole: a reader never sees half of it. */
  public void write(Path file) {
    try {
      var owner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var partial = Files.createTempFile(file.getParent(), "endpoints", ".partial", owner);
      JSON.writeValue(partial.toFile(), this);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartException("The file %s can't be written.".formatted(file), e);
    }
  }

  /**
   * Reads what the running Greenroom wrote.
   *
   * @throws StartException when there is none
   */
  public static Endpoints read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Endpoints.class);
    } catch (IOException e) {
      throw new StartException(
          "No running Greenroom is known in %s. Start one with ./greenroom up."
              .formatted(file.getParent()),
          e);
    }
  }
}
