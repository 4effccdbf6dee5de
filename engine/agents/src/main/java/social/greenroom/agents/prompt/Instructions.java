package social.greenroom.agents.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads an agent's instructions, a resource file beside its class. */
public final class Instructions {
  private Instructions() {}

  /** The text of {@code instructions.md} beside that class. */
  public static String of(Class<?> agent) {
    try (var file = agent.getResourceAsStream("instructions.md")) {
      if (file == null) {
        throw new IllegalStateException("No instructions.md beside " + agent.getName() + ".");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
