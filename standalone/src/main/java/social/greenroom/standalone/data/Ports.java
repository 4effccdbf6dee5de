package social.greenroom.standalone.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports. */
public final class Ports {
  private Ports() {}

  /**
   * That port, or a free one for 0.
   *
   * @param option the command's option that chooses the port, for the sentence
   * @throws StartException when something listens there already
   */
  public static int claim(int port, String what, String option) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartException(
          "Port %d, meant for %s, is in use. Stop what listens there, or choose another port with %s."
              .formatted(port, what, option),
          e);
    }
  }
}
