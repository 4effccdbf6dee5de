package social.greenroom.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A loopback port for one program, which the machine gives to nobody else until this is closed.
 *
 * <p>It is bound and nobody listens, which on Linux keeps it from connections and from who asks for
 * any free port, while a program that names it and allows for reuse may listen there (socket(7),
 * SO_REUSEADDR). Elsewhere a bound port is nobody's, and it is only known to have been free.
 */
public final class ClaimedPort implements AutoCloseable {
  private static final boolean SHARED_WITH_WHO_LISTENS =
      System.getProperty("os.name").equals("Linux");

  private final SocketChannel bound;
  private final int number;

  private ClaimedPort(int wanted) throws IOException {
    bound = SocketChannel.open();
    try {
      bound.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      number = ((InetSocketAddress) bound.getLocalAddress()).getPort();
      if (!SHARED_WITH_WHO_LISTENS) {
        bound.close();
      }
    } catch (IOException e) {
      bound.close();
      throw e;
    }
  }

  /**
   * That port, or a free one for 0.
   *
   * @param option the command's option that chooses the port, for the sentence
   * @throws StartException when something listens there already
   */
  public static ClaimedPort of(int port, String what, String option) {
    try {
      return new ClaimedPort(port);
    } catch (IOException e) {
      throw new StartException(
          "Port %d, meant for %s, is in use. Stop what listens there, or choose another port with %s."
              .formatted(port, what, option),
          e);
    }
  }

  /**
   * The port that the file remembers, if it is free; otherwise any free one, which it then does.
   */
  public static ClaimedPort remembered(Path file) {
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file)) {
        var port = Integer.parseInt(Files.readString(file).strip());
        try {
          return new ClaimedPort(port);
        } catch (IOException taken) {
          // Another one, then.
        }
      }
      var claimed = new ClaimedPort(0);
      Files.writeString(file, Integer.toString(claimed.number()));
      return claimed;
    } catch (IOException | NumberFormatException e) {
      throw new StartException("The file %s can't be used; delete it.".formatted(file), e);
    }
  }

  public int number() {
    return number;
  }

  @Override
  public void close() {
    try {
      bound.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
