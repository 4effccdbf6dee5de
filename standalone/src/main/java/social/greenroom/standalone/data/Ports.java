package social.greenroom.standalone.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loopback ports. */
public final class Ports {
  private Ports() {}

  /**
   * The port that the file remembers, if it is free; otherwise any free one, which it then does.
   */
  public static int remembered(Path file) {
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file)) {
        var port = Integer.parseInt(Files.readString(file).strip());
        if (isFree(port)) {
          return port;
        }
      }
      var port = claim(0, "PostgreSQL", "--data");
      Files.writeString(file, Integer.toString(port));
      return port;
    } catch (IOException | NumberFormatException e) {
      throw new StartException("The file %s can't be used; delete it.".formatted(file), e);
    }
  }

  private static boolean isFree(int port) {
    try {
      bind(port);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * That port, or a free one for 0.
   *
   * @param option the command's option that chooses the port, for the sentence
   * @throws StartException when something listens there already
   */
  public static int claim(int port, String what, String option) {
    try {
      return bind(port);
    } catch (IOException e) {
      throw new StartException(
          "Port %d, meant for %s, is in use. Stop what listens there, or choose another port with %s."
              .formatted(port, what, option),
          e);
    }
  }

  /** Binds the port for a moment, and returns which it was. */
  private static int bind(int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
