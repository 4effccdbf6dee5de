package social.greenroom.sandbox.call;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller asked a network to do: the grain in which calls are counted and faults aimed. */
public enum Operation {
  /** The MCP handshake and its listing of tools. */
  CONNECT,
  PUBLISH,
  MEDIA,
  READ,
  DELETE,
  /** Comments, likes, direct messages. */
  ENGAGE,
  /** Registration, tokens and their revocation. */
  AUTHORIZE,
  /** A question to the model router. */
  CHAT;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Operation> named(String name) {
    return Stream.of(values()).filter(o -> o.key().equalsIgnoreCase(name)).findFirst();
  }
}
